import type { Entity } from '../understanding';
import { correctedPart } from './corrected-part';
import { findNumerals, type Numeral } from './numerals';

interface Span {
  readonly value: number;
  readonly unit: 'day' | 'month' | 'year';
}

const UNIT_AFTER =
  /^(?:多|来|几|整)?\s*(个半月|个多?月|个来?月|年半|年多?|天|日(?!子)|个?星期|个?礼拜|周(?![岁年围])|years?\b|months?\b|weeks?\b|days?\b)/i;
/** Grades, founding years and age are not lengths of time: 三年级, 五年前 stays one, 19年8月 is a date. */
const NOT_AFTER = /^(?:级|生人|代|\s*\d+\s*月|[一二三四五六七八九十]+月)/;
const HALF = /(大?半)(年|个月|个?多?月|天)|half a (year|month|day)/gi;

/** Lengths of time: 三个月, 仨月, 一年半, 两个礼拜, 半年, 10 days. Weeks are given in days. */
export function findDurations(text: string, numerals: readonly Numeral[] = findNumerals(text)): Entity[] {
  const found: Entity[] = [];
  for (const numeral of numerals) {
    const { start, end, value } = numeral;
    const rest = text.slice(end, end + 12);
    const bareMonths = /^月/.test(rest) && /[俩仨]/.test(text.slice(start, end));
    const unit = bareMonths ? '月' : UNIT_AFTER.exec(rest)?.[1]?.toLowerCase();
    if (unit === undefined || value <= 0 || value > 2000) continue;
    const length = bareMonths ? 1 : UNIT_AFTER.exec(rest)![0].length;
    if (isCalendarYear(numeral, unit) || NOT_AFTER.test(rest.slice(length))) continue;
    if (/第$/.test(text.slice(0, start)) || (unit === '日' && /月$/.test(text.slice(0, start)))) continue;
    found.push({ kind: 'duration', start, end: end + length, ...spanOf(value, unit) });
  }
  for (const match of text.matchAll(HALF)) {
    if (/[一两三四五六七八九十\d个年]$/.test(text.slice(0, match.index)) && !match[1]?.startsWith('大'))
      continue;
    const word = match[2] ?? match[3] ?? '';
    const span: Span = /年|year/i.test(word)
      ? { value: 6, unit: 'month' }
      : /月|month/i.test(word)
        ? { value: 15, unit: 'day' }
        : { value: 0.5, unit: 'day' };
    found.push({ kind: 'duration', start: match.index, end: match.index + match[0].length, ...span });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The length of time in a short answer: "仨月了" → 3 months; a bare figure is none. */
export function parseDuration(answer: string): Span | undefined {
  const found = findDurations(correctedPart(answer))[0];
  return found && { value: Number(found.value), unit: found.unit as Span['unit'] };
}

function isCalendarYear({ value, form }: Numeral, unit: string): boolean {
  return unit.startsWith('年') && (form === 'digits' || (value >= 1900 && value <= 2100));
}

function spanOf(value: number, unit: string): Span {
  if (unit === '年半') return { value: value * 12 + 6, unit: 'month' };
  if (unit === '个半月') return { value: value + 0.5, unit: 'month' };
  if (unit.startsWith('年') || unit.startsWith('year')) return { value, unit: 'year' };
  if (/月|month/.test(unit)) return { value, unit: 'month' };
  if (/星期|礼拜|周|week/.test(unit)) return { value: value * 7, unit: 'day' };
  return { value, unit: 'day' };
}
