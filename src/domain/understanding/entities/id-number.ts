import type { Entity } from '../understanding';
import { findDigitRuns, type DigitRun } from './digit-runs';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

/** GB 11643-1999: area, date of birth, sequence and the check character of ISO 7064 MOD 11-2. */
export function isIdNumber(text: string): boolean {
  if (!/^\d{17}[\dXx]$/.test(text) || !isDay(text.slice(6, 14))) return false;
  let sum = 0;
  for (let at = 0; at < 17; at += 1) sum += Number(text[at]) * WEIGHTS[at]!;
  return CHECKS[sum % 11] === text[17]!.toUpperCase();
}

/**
 * Identity card numbers, found in order to be scrubbed: also the old form of fifteen digits, and a number with a
 * wrong check digit but a possible date of birth, for a slip of the finger is personal all the same.
 */
export function findIdNumbers(text: string, runs: readonly DigitRun[] = findDigitRuns(text)): Entity[] {
  const found: Entity[] = [];
  for (const { start, end, digits } of runs) {
    const old = digits.length === 15 && isDay(`19${digits.slice(6, 12)}`) && /^[1-6]/.test(digits);
    const current = digits.length === 18 && /^[1-6]/.test(digits) && isDay(digits.slice(6, 14));
    if (old || current) found.push({ kind: 'id_number', start, end, value: digits });
  }
  return found;
}

/** The identity number in a short answer when its check digit is right. The service never asks for one. */
export function parseIdNumber(answer: string): string | undefined {
  const found = findIdNumbers(answer).find(({ value }) => isIdNumber(String(value)));
  return found === undefined ? undefined : String(found.value);
}

function isDay(yyyymmdd: string): boolean {
  const year = Number(yyyymmdd.slice(0, 4));
  const month = Number(yyyymmdd.slice(4, 6));
  const day = Number(yyyymmdd.slice(6, 8));
  if (year < 1880 || year > 2099 || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}
