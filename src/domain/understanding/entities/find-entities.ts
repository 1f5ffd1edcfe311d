import type { Entity } from '../understanding';
import { findAges } from './age';
import { findAmounts } from './amount';
import { findBankCards } from './bank-card';
import { findDates } from './date';
import { findDigitRuns } from './digit-runs';
import { findDiseases } from './disease';
import { findDurations } from './duration';
import { findEvents } from './event';
import { findHouseholdSizes } from './household-size';
import { findIdNumbers } from './id-number';
import { findNumerals } from './numerals';
import { findPersonNames } from './person-name';
import { findPhones } from './phone';
import { findRelations } from './relation';

/** No message holds more details than this that anybody would read; a bound on hostile text. */
const MOST = 200;

/** Every detail of a message, in order of the text. Figures inside a telephone, ID or card number are not amounts. */
export function findEntities(text: string, now: Date): Entity[] {
  const runs = findDigitRuns(text);
  const numbers =
    runs.length === 0
      ? []
      : [...findIdNumbers(text, runs), ...findBankCards(text, runs), ...findPhones(text, runs)];
  let numerals = findNumerals(text);
  if (numbers.length > 0) {
    numerals = numerals.filter(
      ({ start, end }) => !numbers.some((other) => start < other.end && other.start < end),
    );
  }
  const found = [
    ...numbers,
    ...findPersonNames(text),
    ...findRelations(text),
    ...findDiseases(text),
    ...findEvents(text),
    ...findDates(text, now).filter(
      ({ start, end }) => !numbers.some((other) => start < other.end && other.start < end),
    ),
  ];
  if (numerals.length > 0) {
    found.push(...findAmounts(text, numerals), ...findDurations(text, numerals), ...findAges(text, numerals));
  }
  found.push(...findHouseholdSizes(text, numerals));
  return found.sort((a, b) => a.start - b.start || b.end - a.end).slice(0, MOST);
}
