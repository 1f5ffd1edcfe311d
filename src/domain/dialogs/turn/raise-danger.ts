import type { DangerKind, Urgency } from '../../understanding/labels';
import { isChildSpeaking } from '../phrases/is-child-speaking';
import { dangerWords } from './danger-words';
import { fileCase } from './file-case';
import { needOf } from './need-of';
import { noteDanger } from './note-danger';
import { prefill } from './prefill';
import type { Turn } from './turn';

/**
 * Danger to life: the number, the person who is being called, and one question, in this order and at once. The ticket
 * is filed with what is known; what comes later is put in.
 */
export function raiseDanger(t: Turn, danger: DangerKind): void {
  const again = t.flags.danger !== undefined;
  const { understanding } = t.input;
  const urgency: Urgency =
    understanding.urgency === 'urgent' && danger !== 'self_harm' ? 'urgent' : 'critical';
  if (t.needs.length === 0) t.needs = [needOf(t)];
  const act = t.need?.act ?? 'help';
  t.setNeed({ danger, urgency, act: act === 'consult' || act === 'other' ? 'help' : act });
  t.needs = t.needs.slice(0, 1);
  if (isChildSpeaking(t.text)) t.flags.child = true;
  prefill(t);
  if (!t.known('what_happened')) t.fill('what_happened', t.text);
  else if (t.fields.what_happened?.source !== t.input.seq)
    t.fill(
      'danger_words',
      [t.fields.danger_words?.value, t.text].filter((part) => typeof part === 'string').join('；'),
    );
  t.flags.danger = danger;
  delete t.flags.calmed;
  t.flags.dangerNeed = [t.need?.measure ?? '', t.need?.act ?? 'help', t.need?.department ?? ''].join(' ');
  t.flags.dangerAsked = 0;
  // Where the person is decides now, whatever was answered to the form; who would leave no telephone is not asked again.
  const slot = t.given('current_address')
    ? t.known('caller_phone')
      ? undefined
      : 'caller_phone'
    : 'current_address';
  if (slot === 'current_address') delete t.fields.current_address;
  const child = t.flags.child === true;
  const question =
    slot === undefined
      ? 'danger.stay'
      : slot === 'caller_phone'
        ? child
          ? 'danger.phone_child'
          : 'danger.phone'
        : child
          ? 'danger.where_child'
          : 'danger.where';
  if (slot === 'caller_phone') t.flags.phoneAsked = true;
  const person = t.input.officeHours ? 'danger.person' : 'danger.person_closed';
  t.emit({ kind: 'danger', danger });
  const { key, dial } = dangerWords(t, danger);
  t.tell(
    'danger',
    [key, child ? 'danger.person_child' : person, question].map((one) => t.word(one)).join('\n'),
    {
      handoff: danger,
      dial,
      ...(slot === undefined ? {} : { slot }),
    },
  );
  if (again) noteDanger(t);
  else fileCase(t);
  t.closeCase();
  t.dialog = { id: 'danger', version: t.catalogue.dialogs.get('danger')?.version ?? 1, step: slot ?? 'stay' };
  if (slot !== undefined) t.openSlot(slot, 'ask', 0);
}
