import { parseAnswer } from '../../slots/parse-answer';
import { ask } from './ask';
import type { Correction } from './correction';
import { fieldInWords } from './read-back';
import { keepPlaceAsSaid, takePlace } from './take-place';
import type { Turn } from './turn';

/**
 * Puts corrections in and says back what now stands. True where a choice between places had to be asked first, so that
 * the talk must not go on yet.
 */
export function correct(t: Turn, corrections: readonly Correction[]): boolean {
  const changed: string[] = [];
  for (const { slot, words, value: read, again } of corrections) {
    if (again === true) {
      askAgain(t, slot);
      return true;
    }
    const kind = t.catalogue.slots.get(slot)?.kind ?? 'text';
    if (kind === 'place') {
      const before = t.fields[slot];
      delete t.fields[slot];
      const taken = takePlace(t, slot, words);
      if (taken === 'clarify') {
        ask(t, slot);
        return true;
      }
      // Not in the gazetteer: a village's name within the same township, most likely.
      if (taken !== 'filled') keepPlaceAsSaid(t, slot, words);
      if (
        before !== undefined &&
        slot === 'current_address' &&
        t.fields.registered_address?.value === before.value
      ) {
        t.fields.registered_address = { ...t.fields[slot]! };
        if (t.places.present !== undefined) t.setPlace('registered', t.places.present);
      }
    } else {
      const value = read ?? parseAnswer(kind, words, t.input.now);
      if (value === undefined) continue;
      if (
        slot === 'caller_name' &&
        t.fields.subject_name?.value === t.fields.caller_name?.value &&
        t.given('caller_name')
      )
        t.fill('subject_name', value);
      t.fill(slot, value);
    }
    changed.push(fieldInWords(t, slot));
  }
  const said = changed.filter((part) => part !== '').join(t.lang === 'en' ? '; ' : '，');
  t.say('say', said === '' ? 'corrected.plain' : 'corrected', { what: said });
  return false;
}

/** Something is wrong with a detail, and what is right was not said whole: it is asked once more. */
function askAgain(t: Turn, slot: string): void {
  delete t.fields[slot];
  const role = t.catalogue.slots.get(slot)?.role;
  if (role !== undefined)
    t.places = Object.fromEntries(Object.entries(t.places).filter(([one]) => one !== role));
  // A telephone with a wrong digit is asked for as a whole.
  if (slot === 'caller_phone') t.said = [...t.said, 'ask.caller_phone#0', 'ask.caller_phone#1'].slice(-6);
  ask(t, slot);
}
