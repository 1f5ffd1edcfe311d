import { findBankCards } from '../understanding/entities/bank-card';
import { findDigitRuns } from '../understanding/entities/digit-runs';
import { findIdNumbers } from '../understanding/entities/id-number';

const LONGEST = 4000;
const MASK = '＊＊＊';

export interface Scrubbed {
  readonly text: string;
  readonly found: 'id_number' | 'bank_card' | null;
}

/** Takes identity and bank numbers out of a message, so that no field and no reply ever holds them. */
export function scrub(message: string): Scrubbed {
  let text = message.length > LONGEST ? message.slice(0, LONGEST) : message;
  if (!/\d{6}|[〇零一二三四五六七八九幺两][〇零一二三四五六七八九幺两]{5}|\d[\d\s-]{11}/.test(text))
    return { text, found: null };
  const runs = findDigitRuns(text);
  const numbers = [...findIdNumbers(text, runs), ...findBankCards(text, runs)];
  // A run too long for a telephone is some personal number with a slip in it.
  for (const { start, end, digits } of runs) {
    if (digits.length >= 15 && !numbers.some((one) => one.start === start)) {
      numbers.push({
        kind: digits.length === 18 || digits.length === 15 ? 'id_number' : 'bank_card',
        start,
        end,
        value: '',
      });
    }
  }
  if (numbers.length === 0) return { text, found: null };
  for (const { start, end } of [...numbers].sort((a, b) => b.start - a.start)) {
    text = text.slice(0, start) + MASK + text.slice(end);
  }
  return { text, found: numbers.some(({ kind }) => kind === 'id_number') ? 'id_number' : 'bank_card' };
}
