import type { Entity } from '../understanding';
import { findDigitRuns, type DigitRun } from './digit-runs';
import { findIdNumbers } from './id-number';

const NAMED = /(?:卡号|账号|帐号|银行卡|存折|一卡通|account|card)[^\d]{0,8}$/i;

/** The check of ISO/IEC 7812 (Luhn). */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let at = digits.length - 1, double = false; at >= 0; at -= 1, double = !double) {
    const digit = digits.charCodeAt(at) - 48;
    sum += double ? (digit > 4 ? digit * 2 - 9 : digit * 2) : digit;
  }
  return sum % 10 === 0;
}

/** Bank card and account numbers of 16 to 19 digits, found in order to be scrubbed: by Luhn, or by the word in front. */
export function findBankCards(text: string, runs: readonly DigitRun[] = findDigitRuns(text)): Entity[] {
  const found: Entity[] = [];
  const ids = new Set(findIdNumbers(text, runs).map(({ start }) => start));
  for (const { start, end, digits } of runs) {
    if (!/^\d{12,21}$/.test(digits) || ids.has(start)) continue;
    const card = digits.length >= 16 && digits.length <= 19 && passesLuhn(digits);
    if (card || NAMED.test(text.slice(Math.max(0, start - 14), start))) {
      found.push({ kind: 'bank_card', start, end, value: digits });
    }
  }
  return found;
}

/** The card number in a short answer when it passes Luhn. The service never asks for one. */
export function parseBankCard(answer: string): string | undefined {
  const found = findBankCards(answer).find(({ value }) => passesLuhn(String(value)));
  return found === undefined ? undefined : String(found.value);
}
