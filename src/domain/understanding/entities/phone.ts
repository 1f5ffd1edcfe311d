import type { Entity } from '../understanding';
import { findDigitRuns, type DigitRun } from './digit-runs';

const MOBILE = /^(?:0086|86)?(1[3-9]\d{9})$/;
/** Area code of two or three digits behind the 0, then seven or eight digits; or a 400/800 number. */
const LANDLINE = /^(?:0086|86)?(0(?:10|2\d|[3-9]\d{2})[2-9]\d{6,7})$|^([48]00\d{7})$/;

/** Telephone numbers as digits (mobile 11, landline with area code), typed or spoken (幺三八…). */
export function findPhones(text: string, runs: readonly DigitRun[] = findDigitRuns(text)): Entity[] {
  const found: Entity[] = [];
  for (const { start, end, digits } of runs) {
    const value = canonicalPhone(digits);
    if (value !== undefined) found.push({ kind: 'phone', start, end, value });
  }
  return found;
}

/** The telephone number in a short answer, or undefined where none is complete: "幺三八零零零零零九零八" → "13800000908". */
export function parsePhone(answer: string): string | undefined {
  const found = findPhones(answer).at(-1);
  return found === undefined ? undefined : String(found.value);
}

function canonicalPhone(digits: string): string | undefined {
  const landline = LANDLINE.exec(digits);
  return MOBILE.exec(digits)?.[1] ?? landline?.[1] ?? landline?.[2];
}
