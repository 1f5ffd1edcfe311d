import type { FieldValue } from '../../tickets/ticket';
import { inLanguage } from '../word';
import type { Turn } from './turn';

/** The slot id under which the read-back waits for its yes. */
export const READBACK = 'readback';
const WHO = ['caller_name', 'caller_phone', 'subject_name', 'subject_age', 'household_size'];
const WHERE = ['current_address', 'registered_address'];
const LONGEST_QUOTE = 44;

/** Reads the case back in three short lines and asks whether it is right. */
export function readBack(t: Turn, tries = 0): void {
  const others = Object.keys(t.fields).filter((slot) => !WHO.includes(slot) && !WHERE.includes(slot));
  const anonymous = t.fields.caller_name?.status === 'refused' && t.fields.caller_phone?.status === 'refused';
  const lines = [
    [anonymous ? t.word('readback.anonymous') : '', ...WHO.map((slot) => fieldInWords(t, slot))],
    WHERE.map((slot) => (sameAddress(t, slot) ? t.word('readback.registered_here') : fieldInWords(t, slot))),
    [needsInWords(t), ...others.map((slot) => fieldInWords(t, slot))],
  ].map((parts) => parts.filter((part) => part !== '').join(t.lang === 'en' ? '; ' : '，'));
  const stop = t.lang === 'en' ? '.' : '。';
  const body = lines.filter((line) => line !== '').map((line) => line + stop).join('\n');
  const choices = ['yes', 'no'].map((kind) => ({ value: t.word(`readback.${kind}`), title: t.word(`readback.${kind}`) }));
  const office = officeInWords(t);
  const frame = tries === 0 ? 'readback.frame' : 'readback.frame_again';
  t.openSlot(READBACK, 'confirm', tries, choices);
  t.say('confirm', frame, { case: body, office }, { slot: READBACK, choices });
}

/** A kept detail as it is said back: 家里4口人. Empty where it has no wording or was not given. */
export function fieldInWords(t: Turn, slot: string, field: FieldValue | undefined = t.fields[slot]): string {
  const readback = t.catalogue.slots.get(slot)?.readback;
  if (readback === undefined || field?.status !== 'given' || field.value === null) return '';
  const value = typeof field.value === 'boolean' ? t.word(field.value ? 'choice.yes' : 'choice.no') : String(field.value);
  return inLanguage(readback, t.lang, { value: value.length > LONGEST_QUOTE ? `${value.slice(0, LONGEST_QUOTE)}…` : value });
}

/** What the case is about, in plain words: one title per need. */
export function needsInWords(t: Turn): string {
  const titles = t.needs.map(({ measure, scope, department }) =>
    measure !== null ? t.word(`need.${measure}`) : scope === 'referral' && department !== null ? t.word(`department.${department}`) : '',
  );
  const said = [...new Set(titles.filter((title) => title !== ''))];
  if (said.length === 0) return '';
  return t.word(said.length > 1 ? 'readback.needs' : 'readback.need', { need: said.join(t.lang === 'en' ? ' and ' : '、'), n: said.length });
}

function sameAddress(t: Turn, slot: string): boolean {
  return slot === 'registered_address' && t.given(slot) && t.fields[slot]?.value === t.fields.current_address?.value;
}

function officeInWords(t: Turn): string {
  const first = t.need;
  if (first === undefined || t.input.findOffice === undefined || t.needs.length > 1) return t.word('office.unnamed');
  const against = t.flags.against;
  const { office } = t.input.findOffice({
    measure: first.measure,
    act: first.act,
    department: first.department,
    places: t.places,
    on: new Date(t.input.now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10),
    ...(typeof against === 'string' ? { against } : {}),
  });
  return t.lang === 'en' ? office.name.en : office.name.zh;
}
