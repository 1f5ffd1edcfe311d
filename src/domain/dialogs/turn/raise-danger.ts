import type { DangerKind, Urgency } from '../../understanding/labels';
import { parseAnswer } from '../../slots/parse-answer';
import { needOf } from './need-of';
import { ask } from './ask';
import { fileCase } from './file-case';
import { prefill } from './prefill';
import { keepPlaceAsSaid, takePlace } from './take-place';
import type { Turn } from './turn';

/** Numbers to dial, the right one first. */
const DIAL: Readonly<Record<DangerKind, readonly string[]>> = {
  fire: ['119', '120'],
  medical: ['120'],
  violence: ['110', '120'],
  self_harm: ['12356', '120', '110'],
  child_harm: ['110', '120'],
  exposure: ['110', '120'],
  missing: ['110'],
};

/**
 * Danger to life: the number, the person who is being called, and one question, in this order and at once. The ticket
 * is filed with what is known; what comes later is put in.
 */
export function raiseDanger(t: Turn, danger: DangerKind): void {
  const again = t.flags.danger !== undefined;
  const { understanding } = t.input;
  const urgency: Urgency = understanding.urgency === 'urgent' && danger !== 'self_harm' ? 'urgent' : 'critical';
  if (t.needs.length === 0) t.needs = [needOf(t)];
  const act = t.need?.act ?? 'help';
  t.setNeed({ danger, urgency, act: act === 'consult' || act === 'other' ? 'help' : act });
  t.needs = t.needs.slice(0, 1);
  prefill(t);
  if (!t.known('what_happened')) t.fill('what_happened', t.text);
  else if (t.fields.what_happened?.source !== t.input.seq) t.fill('danger_words', t.text);
  t.flags.danger = danger;
  t.flags.dangerAsked = 0;
  const slot = t.given('current_address') ? (t.given('caller_phone') ? undefined : 'caller_phone') : 'current_address';
  const question = slot === undefined ? 'danger.stay' : slot === 'caller_phone' ? 'danger.phone' : 'danger.where';
  if (slot === 'caller_phone') t.flags.phoneAsked = true;
  const person = t.input.officeHours ? 'danger.person' : 'danger.person_closed';
  t.emit({ kind: 'danger', danger });
  t.tell('danger', [`danger.${danger}`, person, question].map((key) => t.word(key)).join('\n'), {
    handoff: danger,
    dial: DIAL[danger],
    ...(slot === undefined ? {} : { slot }),
  });
  if (again) note(t);
  else fileCase(t);
  t.closeCase();
  t.dialog = { id: 'danger', version: t.catalogue.dialogs.get('danger')?.version ?? 1, step: slot ?? 'stay' };
  if (slot !== undefined) t.openSlot(slot, 'ask', 0);
}

/** After the alarm every message goes to the person; where and a telephone are asked, nothing else. */
export function passOnDanger(t: Turn): void {
  const danger = String(t.flags.danger);
  const slot = t.open?.slot;
  const asked = Number(t.flags.dangerAsked ?? 0) + 1;
  t.flags.dangerAsked = asked;
  if (slot === 'current_address') {
    const taken = takePlace(t, slot, t.input.value ?? t.text);
    if (taken === 'clarify') return ask(t, slot, 1, 'danger');
    if (taken !== 'filled' && asked < 2 && taken !== 'more') {
      note(t);
      numberAgain(t, danger);
      t.say('danger', 'danger.where_again', {}, { slot, handoff: danger });
      return;
    }
    if (taken !== 'filled' && /\p{L}{2}/u.test(t.text)) keepPlaceAsSaid(t, slot, t.text);
  }
  if (slot === 'caller_phone') {
    const phone = parseAnswer('phone', t.text, t.input.now);
    if (phone !== undefined) t.fill(slot, phone);
  }
  prefill(t, slot);
  note(t);
  if (slot !== 'caller_phone' && !t.known('caller_phone') && t.flags.phoneAsked !== true) {
    t.flags.phoneAsked = true;
    t.openSlot('caller_phone', 'ask', 0);
    t.say('danger', 'danger.phone', {}, { slot: 'caller_phone', handoff: danger });
    return;
  }
  t.open = null;
  numberAgain(t, danger);
  t.say('danger', 'danger.passed_on', {}, { handoff: danger });
}

/** Danger said again: the number is said again as well. */
function numberAgain(t: Turn, danger: string): void {
  if (t.input.understanding.danger === 'none') return;
  t.tell('danger', t.word(`danger.${danger}`), { handoff: danger, dial: DIAL[danger as DangerKind] });
}

function note(t: Turn): void {
  const number = t.tickets.at(-1);
  if (number === undefined) return;
  t.emit({ kind: 'add_note', number, words: t.text });
  const fields = Object.fromEntries(Object.entries(t.fields).filter(([, field]) => field.source === t.input.seq));
  if (Object.keys(fields).length > 0) t.emit({ kind: 'supplement', number, fields, places: t.places });
}
