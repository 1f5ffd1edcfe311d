import type { Choice, SayStep } from '../event';
import { inLanguage } from '../word';
import { isAboutChild, patientInWords } from './patient';
import { shortFirst } from './short-first';
import type { Turn } from './turn';

/** Failures after which buttons are offered, and after which a person is fetched. */
export const TRIES_UNTIL_CHOICES = 2;
export const TRIES_UNTIL_PERSON = 3;

const TELLING = new Set(['report', 'complaint', 'suggestion', 'praise']);

/** Asks a slot in words that were not used lately; several possible places become a choice. */
export function ask(t: Turn, slot: string, tries = 0, step: SayStep = 'ask'): void {
  const spec = t.catalogue.slots.get(slot);
  if (spec === undefined) return;
  if (slot === 'current_address' && t.placeCandidates.length > 1 && !t.known(slot)) {
    const choices = t.placeCandidates.map(({ code, name }) => ({ value: code, title: name }));
    t.openSlot(slot, 'clarify', tries, choices);
    t.say(
      step === 'danger' ? 'danger' : 'clarify',
      'ask.which_place',
      { place: String(t.flags.placeText ?? '') },
      { slot, choices },
    );
    return;
  }
  const choices = choicesOf(t, slot, tries);
  t.openSlot(slot, 'ask', tries, choices);
  if (slot === 'current_address' && !t.known(slot) && typeof t.flags.placeName === 'string') {
    t.say(
      step,
      'ask.which_township',
      { place: t.lang === 'en' ? String(t.flags.placeText ?? t.flags.placeName) : t.flags.placeName },
      { slot },
    );
    return;
  }
  // Where a thing happened is asked of who tells of it; where who gives lives, of who gives.
  const act = t.need?.act ?? 'help';
  if (slot === 'current_address' && tries === 0 && TELLING.has(act) && !t.said.includes('ask.where_told#0')) {
    t.say(step, 'ask.where_told', {}, { slot });
    return;
  }
  const patient = slot === 'subject_age' ? patientInWords(t) : undefined;
  const other = (act !== 'offer' && (t.need?.subject ?? 'self') !== 'self') || patient !== undefined;
  const sentences = shortFirst(
    t,
    (isAboutChild(t) ? spec.ask_child : undefined) ?? (other ? spec.ask_other : undefined) ?? spec.ask,
  );
  const turn = t.leastSaid(`ask.${slot}`, sentences.length);
  t.tell(step, inLanguage(sentences[turn]!, t.lang, { who: patient ?? t.word('patient.other') }), {
    slot,
    ...(choices.length > 0 ? { choices } : {}),
  });
}

function choicesOf(t: Turn, slot: string, tries: number): Choice[] {
  const spec = t.catalogue.slots.get(slot);
  if (spec === undefined || (!spec.choices_at_once && tries < TRIES_UNTIL_CHOICES)) return [];
  const own = spec.choices.map((choice) => ({
    value: choice.value,
    title: t.lang === 'en' ? choice.en : choice.zh,
  }));
  if (tries < TRIES_UNTIL_CHOICES) return own;
  return [
    ...own,
    { value: t.word('choice.unknown'), title: t.word('choice.unknown') },
    { value: t.word('choice.person'), title: t.word('choice.person') },
  ];
}
