import type { Slot } from '../../slots/slot';
import type { FieldValue } from '../../tickets/ticket';
import { storyWithoutDetails } from '../phrases/story-without-details';
import { tellsStory } from '../phrases/tells-story';
import { inLanguage } from '../word';
import { patientInWords } from './patient';
import type { Turn } from './turn';

/** The slot id under which the read-back waits for its yes. */
export const READBACK = 'readback';
const WHO = ['caller_name', 'caller_phone', 'subject_name', 'subject_age', 'household_size'];
const WHERE = ['current_address', 'registered_address'];
/** 房子塌了 is a story. */
const LEAST_STORY = 3;
const LONGEST_QUOTE = 44;
const LONGEST_ENGLISH_QUOTE = 110;

/** Acts that tell of somebody else: no need of the writer's own, and not where the writer lives. */
const TELLING = new Set(['report', 'complaint', 'suggestion', 'praise']);

/** Reads the case back in short lines, in the person's own words, and asks whether it is right. */
export function readBack(t: Turn, tries = 0): void {
  // A wish that stands in the first message already is not said back beside the name of the need.
  const told = t.fields.what_happened?.source ?? t.fields.need?.source;
  const others = Object.keys(t.fields).filter(
    (slot) =>
      !WHO.includes(slot) &&
      !WHERE.includes(slot) &&
      !(saidInStory(t, slot) && t.fields[slot]?.source === told),
  );
  const tells = TELLING.has(t.need?.act ?? '');
  const anonymous = t.fields.caller_name?.status === 'refused' && t.fields.caller_phone?.status === 'refused';
  const lines = [
    [anonymous ? t.word('readback.anonymous') : '', ...WHO.map((slot) => fieldInWords(t, slot))],
    WHERE.map((slot) =>
      sameAddress(t, slot)
        ? t.word('readback.registered_here')
        : tells && slot === 'current_address'
          ? placeInWords(t)
          : fieldInWords(t, slot),
    ),
    [storyInWords(t, tells)],
    [tells ? '' : needsInWords(t), ...others.map((slot) => fieldInWords(t, slot))],
  ].map((parts) => parts.filter((part) => part !== '').join(t.lang === 'en' ? '; ' : '，'));
  const stop = t.lang === 'en' ? '.' : '。';
  const body = lines
    .filter((line) => line !== '')
    .map((line) => line + (line.endsWith('…') ? '' : stop))
    .join('\n');
  const choices = ['yes', 'no'].map((kind) => ({
    value: t.word(`readback.${kind}`),
    title: t.word(`readback.${kind}`),
  }));
  const office = officeInWords(t);
  const frame = tries === 0 ? 'readback.frame' : 'readback.frame_again';
  t.openSlot(READBACK, 'confirm', tries, choices);
  t.say('confirm', frame, { case: body, office }, { slot: READBACK, choices });
}

/** A detail in free words: beside the story that it comes from it is not said twice. */
function saidInStory(t: Turn, slot: string): boolean {
  const spec = t.catalogue.slots.get(slot);
  return spec?.kind === 'text' && spec.choices.length === 0;
}

/** What was told, in the person's own words, so that they know their matter again. */
function storyInWords(t: Turn, tells: boolean): string {
  const story = t.fields.what_happened;
  if (story?.status !== 'given') return '';
  const known = ['caller_name', 'caller_phone', 'current_address'].flatMap((slot) =>
    t.given(slot) ? [String(t.fields[slot]?.value)] : [],
  );
  const words = storyWithoutDetails(String(story.value), known);
  if (words === '' || (!tells && !tellsStory(words, LEAST_STORY))) return '';
  return t.word(tells ? 'readback.reported' : 'readback.told', { words: quote(words) });
}

/** Where a thing was, which is not where the one who tells of it lives. */
function placeInWords(t: Turn): string {
  const place = t.fields.current_address;
  return place?.status === 'given' ? t.word('readback.place', { place: String(place.value) }) : '';
}

function quote(words: string): string {
  const clean = words.replace(/[。.，,、；;\s]+$/, '');
  if (/\p{Script=Han}/u.test(clean))
    return clean.length > LONGEST_QUOTE ? `${clean.slice(0, LONGEST_QUOTE)}…` : clean;
  return clean.length > LONGEST_ENGLISH_QUOTE
    ? `${clean.slice(0, LONGEST_ENGLISH_QUOTE).replace(/\s+\S*$/, '')}…`
    : clean;
}

/** A kept detail as it is said back: 家里4口人. Empty where it has no wording or was not given. */
export function fieldInWords(t: Turn, slot: string, field: FieldValue | undefined = t.fields[slot]): string {
  const spec = t.catalogue.slots.get(slot);
  const readback = spec?.readback;
  if (spec === undefined || readback === undefined || field?.status !== 'given' || field.value === null)
    return '';
  const value = valueInWords(t, spec, field.value);
  const who = slot === 'subject_age' ? patientInWords(t) : undefined;
  // 属虎: an age by its animal is said as it was.
  if (spec.kind === 'age' && typeof field.value === 'string') return `${who ?? ''}${value}`;
  return inLanguage(readback, t.lang, {
    value: spec.kind === 'list' ? value : quote(value),
    who: who === undefined ? '' : t.lang === 'en' ? `${who} ` : who,
  });
}

function valueInWords(t: Turn, spec: Slot, value: string | number | boolean): string {
  const choice = spec.choices.find(
    (one) => one.value === (typeof value === 'boolean' ? (value ? 'yes' : 'no') : value),
  );
  if (choice) return t.lang === 'en' ? choice.en : choice.zh;
  if (typeof value === 'boolean') return t.word(value ? 'choice.yes' : 'choice.no');
  const [whole, year, month, day] =
    (spec.kind === 'date' && /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(String(value))) || [];
  if (whole === undefined || t.lang === 'en') return String(value);
  return `${year}年${month === undefined ? '' : `${Number(month)}月`}${day === undefined ? '' : `${Number(day)}日`}`;
}

/** What the case is about, in plain words: one title per need. */
export function needsInWords(t: Turn): string {
  const titles = t.needs.map(({ measure, scope, department }) =>
    measure !== null
      ? t.word(`need.${measure}`)
      : scope === 'referral' && department !== null
        ? t.word(`department.${department}`)
        : '',
  );
  const said = [...new Set(titles.filter((title) => title !== ''))];
  if (said.length === 0) return '';
  return t.word(said.length > 1 ? 'readback.needs' : 'readback.need', {
    need: said.join(t.lang === 'en' ? ' and ' : '、'),
    n: said.length,
  });
}

function sameAddress(t: Turn, slot: string): boolean {
  return (
    slot === 'registered_address' &&
    t.given(slot) &&
    t.fields[slot]?.value === t.fields.current_address?.value
  );
}

function officeInWords(t: Turn): string {
  const first = t.need;
  if (first === undefined || t.input.findOffice === undefined || t.needs.length > 1)
    return t.word('office.unnamed');
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
