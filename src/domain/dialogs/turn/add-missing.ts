import type { Ticket } from '../../tickets/ticket';
import { findRefusal } from '../../slots/find-refusal';
import { parseAnswer } from '../../slots/parse-answer';
import { pickChoice } from '../../slots/pick-choice';
import type { Slot } from '../../slots/slot';
import { holds } from '../condition';
import { findCommand } from '../phrases/find-command';
import { hasHadEnough } from '../phrases/has-had-enough';
import { looksLikePlace } from '../phrases/address-words';
import { ask } from './ask';
import { dialogOf } from './start-dialog';
import { keepPlaceAsSaid, takePlace } from './take-place';
import type { Turn } from './turn';

/** Flags: the filed ticket that details are being added to, and the slots asked for it already. */
const ADDING = 'adding';
const ASKED = 'addingAsked';
const MISSING =
  /还(?:缺|差|少|要补|用补)(?:点|些)?(?:什么|啥|哪些?|甚)|(?:what(?:'s| is)|anything) (?:still )?missing|what else do you need/i;
const PAPERS = /材料|手续|证件|证明|\bpapers\b|\bdocuments\b/i;
const ENOUGH =
  /^(?:行|好|嗯|那)?了?[，,\s]*(?:就|先)?(?:这些|这样|到这儿?|不说|不补|没别的)(?:吧|了)*[。.\s]*$/;

/** "还缺什么" of a ticket that is filed. Papers are another question. */
export function asksWhatIsMissing(text: string): boolean {
  return text.length <= 30 && MISSING.test(text) && !PAPERS.test(text);
}

/** Asks for the first detail that the ticket lacks and that its dialog would have asked; each once. */
export function askMissing(
  t: Turn,
  ticket: Pick<Ticket, 'number' | 'fields' | 'urgency' | keyof Turn['needs'][number]>,
): void {
  const asked = String(t.flags[ASKED] ?? '').split(' ');
  const dialog = t.catalogue.dialogs.get(dialogOf(t, ticket));
  const slot = dialog?.steps
    .flatMap((step) => ('ask' in step && holds(step.when, [ticket], ticket.fields) ? [step.ask] : []))
    .find((id) => ticket.fields[id] === undefined && !asked.includes(id) && id !== 'consent');
  if (slot === undefined) {
    stop(t);
    t.say('say', 'missing.none');
    return;
  }
  t.flags[ADDING] = ticket.number;
  t.flags[ASKED] = [...asked, slot].join(' ').trim();
  if (asked.every((one) => one === '')) t.say('say', 'missing.some');
  // The question is put as of the ticket's need.
  const { needs } = t;
  t.needs = [ticket];
  ask(t, slot);
  t.needs = needs;
}

/** Takes the answer to such a question and goes on to the next; false where the message is about something else. */
export function takeMissing(t: Turn): boolean {
  const number = t.flags[ADDING];
  const slot = t.open?.slot;
  const spec = slot === undefined ? undefined : t.catalogue.slots.get(slot);
  if (typeof number !== 'string' || t.dialog !== null || slot === undefined || spec === undefined)
    return false;
  const command = findCommand(t.text);
  if (hasHadEnough(t.text) || ENOUGH.test(t.text) || command === 'cancel' || command === 'bye') {
    stop(t);
    t.say('say', 'noted', { number });
    return true;
  }
  if (!fill(t, slot, spec)) {
    stop(t);
    return false;
  }
  const field = t.fields[slot];
  t.open = null;
  if (field === undefined) return false;
  t.emit({ kind: 'supplement', number, fields: { [slot]: field }, places: t.places });
  t.emit({ kind: 'ask_missing', number });
  return true;
}

function fill(t: Turn, slot: string, spec: Slot): boolean {
  const picked = pickChoice(
    t.input.value ?? t.text,
    spec.choices.map(({ value, zh, en, words }) => ({ value, words: [zh, en, ...words] })),
  );
  const refusal = findRefusal(t.text);
  if (picked !== undefined) t.fill(slot, spec.kind === 'yes_no' ? picked === 'yes' : picked);
  else if (refusal !== undefined) t.fill(slot, null, refusal);
  else if (spec.kind === 'place') {
    if (takePlace(t, slot, t.text) === 'filled') return true;
    if (!looksLikePlace(t.text)) return false;
    keepPlaceAsSaid(t, slot, t.text);
  } else {
    const value = /[?？吗]\s*$/.test(t.text) ? undefined : parseAnswer(spec.kind, t.text, t.input.now);
    if (value === undefined) return false;
    t.fill(slot, value);
  }
  return true;
}

/** No more is asked for the ticket; what was said is in it. */
export function stopAdding(t: Turn): void {
  if (t.flags[ADDING] !== undefined && t.dialog === null) stop(t);
}

function stop(t: Turn): void {
  delete t.flags[ADDING];
  delete t.flags[ASKED];
  t.open = null;
}
