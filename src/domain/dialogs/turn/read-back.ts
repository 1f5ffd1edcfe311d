import type { Slot } from '../../slots/slot';
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
  // A wish that stands in the first message already is not said back beside the name of the need.
  const told = t.fields.what_happened?.source ?? t.fields.need?.source;
  const others = Object.keys(t.fields).filter(
    (slot) => !WHO.includes(slot) && !WHERE.includes(slot) && !(slot === 'need' && t.fields.need?.source === told),
  );
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
  const spec = t.catalogue.slots.get(slot);
  const readback = spec?.readback;
  if (spec === undefined || readback === undefined || field?.status !== 'given' || field.value === null) return '';
  const value = valueInWords(t, spec, field.value);
  return inLanguage(readback, t.lang, { value: value.length > LONGEST_QUOTE ? `${value.slice(0, LONGEST_QUOTE)}…` : value });
}

function valueInWords(t: Turn, spec: Slot, value: string | number | boolean): string {
  const choice = spec.choices.find((one) => one.value === (typeof value === 'boolean' ? (value ? 'yes' : 'no') : value));
  if (choice) return t.lang === 'en' ? choice.en : choice.zh;
  if (typeof value === 'boolean') return t.word(value ? 'choice.yes' : 'choice.no');
  const [whole, year, month, day] = (spec.kind === 'date' && /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(String(value))) || [];
  if (whole === undefined || t.lang === 'en') return String(value);
  return `${year}年${month === undefined ? '' : `${Number(month)}月`}${day === undefined ? '' : `${Number(day)}日`}`;
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
