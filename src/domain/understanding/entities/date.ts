import type { Entity } from '../understanding';
import { findNumerals } from './numerals';

/** A day with the precision of what was said: 2025, 2025-11 or 2025-11-08. */
export interface LooseDate {
  readonly value: string;
  readonly precision: 'year' | 'month' | 'day';
}

interface Today {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** Days since 1970-01-01 in Asia/Shanghai. */
  readonly serial: number;
}

const N = '(?:\\d{1,4}|[一二两俩三仨四五六七八九十百零〇]{1,5}|半|几)';
const MONTHS =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const YEAR = '(?:(?:19|20)\\d{2}|[一二][零〇九][零〇一二三四五六七八九]{2}|\\d{2}(?=年\\s*\\d{1,2}月))';
const YEAR_WORD = '大前年|前年|去年|上一年|今年|本年|当年';
const MONTH_NAME = '(?:\\d{1,2}|十[一二]?|[一二三四五六七八九])月(?:份)?|正月|冬月|腊月|臘月';
/** 一个月, 仨月 and 月薪 are not names of months. */
const RULES: readonly (readonly [RegExp, (match: RegExpExecArray, today: Today) => LooseDate | undefined])[] =
  [
    [
      /((?:19|20)\d{2})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?!\d)/g,
      (m) => calendar(Number(m[1]), Number(m[2]), m[3] === undefined ? undefined : Number(m[3])),
    ],
    [
      new RegExp(
        `(?:(${YEAR})年|(${YEAR_WORD})的?)?\\s*(?<![个\\d一二三四五六七八九十])(${MONTH_NAME})(?:(底|初|中旬|上旬|下旬|末)|\\s*(\\d{1,2}|[一二三]?十?[一二三四五六七八九十])(?:[号日](?!线|楼|院|门)))?`,
        'g',
      ),
      (m, today) => namedMonth(m, today),
    ],
    [
      new RegExp(
        `(?:(${YEAR})年|(${YEAR_WORD}))(?:的)?(春天|夏天|秋天|冬天|开春|入冬|春上|秋后|年底|年初|入秋|立秋|后半年|下半年|上半年)?`,
        'g',
      ),
      (m, today) => year(m[1] === undefined ? today.year - yearsBack(m[2]!) : spokenYear(m[1])),
    ],
    [
      new RegExp(`(${N})(多)?个?(年|月|星期|礼拜|周|天|日)(多|来)?(?:之|以)?前`, 'g'),
      (m, today) => before(m[1]!, m[3]!, today),
    ],
    [
      /大前天|前天|前日|昨天|昨日|昨晚|昨夜|昨儿|今天|今日|今儿|今早|今晚|今夜|刚才|刚刚|头晌/g,
      (m, today) => shifted(today, -(DAYS_BACK[m[0]] ?? 0), 'day'),
    ],
    [
      /上上个?月|上个?月|这个?月|本月/g,
      (m, today) => monthsAgo(today, m[0].startsWith('上上') ? 2 : m[0].startsWith('上') ? 1 : 0),
    ],
    [/(上上|上|这)个?(?:星期|礼拜|周)([一二三四五六日天])?/g, (m, today) => week(m[1]!, m[2], today)],
    [/前些天|前几天|前两天|前阵子|前一阵|上半个月/g, (_, today) => shifted(today, -4, 'month')],
    [/今春|今夏|今秋|今冬|开春|年初|春天的时候|年前|过年的?时候|春节/g, (_, today) => year(today.year)],
    [
      /(?<![\d号月])(\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])号(?!线|楼|院|门|窗|井|店|矿|桌)/g,
      (m, today) => dayOfMonth(numberOf(m[1]!), today),
    ],
    [
      /\b(the day before yesterday|yesterday|today|tonight|last night|this morning)\b/gi,
      (m, today) => shifted(today, /before/i.test(m[0]) ? -2 : /yester|last/i.test(m[0]) ? -1 : 0, 'day'),
    ],
    [
      /\b(last|this) (year|month|week|winter|summer|spring|autumn|fall)\b/gi,
      (m, today) => englishRelative(m[1]!, m[2]!, today),
    ],
    [
      /\b(a|an|\d+|one|two|three|four|five|six|seven|eight|nine|ten) (year|month|week|day)s? ago\b/gi,
      (m, today) => before(String(findNumerals(m[1]!)[0]?.value ?? 1), m[2]!.toLowerCase(), today),
    ],
    [
      new RegExp(
        `\\b(?:(\\d{1,2})(?:st|nd|rd|th)? )?(${MONTHS})(?: (\\d{1,2})(?:st|nd|rd|th)?\\b(?!\\d))?(?:,? (20\\d{2}))?\\b`,
        'gi',
      ),
      (m, today) => englishMonth(m, today),
    ],
    [/\b(?:in|since|from) ((?:19|20)\d{2})\b/gi, (m) => year(Number(m[1]))],
  ];
const DAYS_BACK: Readonly<Record<string, number>> = {
  大前天: 3,
  前天: 2,
  前日: 2,
  昨天: 1,
  昨日: 1,
  昨晚: 1,
  昨夜: 1,
  昨儿: 1,
};
const HINT =
  /[年月天日号周昨今刚晌春节阵拜期]|\d[-/.]\d|ago|last|this|yester|today|night|since|\b(?:in|on|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;

/**
 * Dates of what happened, reckoned in Asia/Shanghai from `now`; a month without a year is the latest past one.
 * Lunar months are taken as the civil month in which they mostly lie (腊月 January, 正月 February, 冬月 December);
 * a season keeps the precision of its year.
 */
export function findDates(text: string, now: Date): Entity[] {
  const found: Entity[] = [];
  if (!HINT.test(text)) return found;
  const today = todayOf(now);
  for (const [pattern, read] of RULES) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (end === start) break;
      const date = found.some((other) => start < other.end && other.start < end)
        ? undefined
        : read(match, today);
      if (date && Number(date.value.slice(0, 4)) <= today.year + 1)
        found.push({ kind: 'date', start, end, value: date.value, unit: date.precision });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The date in a short answer: "上个月" → 2025-10, "两年前" → 2023, "3号" → a day, "去年冬天" → 2024. */
export function parseDate(answer: string, now: Date): LooseDate | undefined {
  const found = findDates(answer, now)[0];
  return found && { value: String(found.value), precision: found.unit as LooseDate['precision'] };
}

function todayOf(now: Date): Today {
  const local = new Date(now.getTime() + 8 * 3_600_000);
  const serial = Math.floor(local.getTime() / 86_400_000);
  return { year: local.getUTCFullYear(), month: local.getUTCMonth() + 1, day: local.getUTCDate(), serial };
}

const pad = (value: number) => String(value).padStart(2, '0');
const year = (value: number): LooseDate => ({ value: String(value), precision: 'year' });
const yearsBack = (word: string) =>
  word === '大前年' ? 3 : word === '前年' ? 2 : /去年|上一年/.test(word) ? 1 : 0;

function numberOf(word: string): number {
  return word === '半' || word === '几' ? 0 : (findNumerals(word)[0]?.value ?? 0);
}

function spokenYear(word: string): number {
  const digits = [...word].map((digit) => '零一二三四五六七八九'.indexOf(digit === '〇' ? '零' : digit));
  const value = /^\d/.test(word) ? Number(word) : Number(digits.join(''));
  return value < 100 ? (value > 60 ? 1900 : 2000) + value : value;
}

function calendar(y: number, month: number, day?: number): LooseDate | undefined {
  if (month < 1 || month > 12) return undefined;
  if (day === undefined) return { value: `${y}-${pad(month)}`, precision: 'month' };
  if (day < 1 || day > new Date(Date.UTC(y, month, 0)).getUTCDate()) return undefined;
  return { value: `${y}-${pad(month)}-${pad(day)}`, precision: 'day' };
}

function namedMonth(match: RegExpExecArray, today: Today): LooseDate | undefined {
  const [, named, word, name, , day] = match;
  const lunar = name === '正月' ? 2 : name === '冬月' ? 12 : /^[腊臘]月/.test(name!) ? 13 : 0;
  const month = lunar === 13 ? 1 : lunar || numberOf(name!.replace(/月.*/, ''));
  let y = named === undefined ? today.year - (word === undefined ? 0 : yearsBack(word)) : spokenYear(named);
  // The twelfth lunar month of a year lies in January of the next.
  if (lunar === 13 && (named !== undefined || word !== undefined)) y += 1;
  if (
    named === undefined &&
    word === undefined &&
    (month > today.month || (month === today.month && numberOf(day ?? '0') > today.day))
  )
    y -= 1;
  return calendar(y, month, lunar > 0 || day === undefined ? undefined : numberOf(day));
}

function before(count: string, unit: string, today: Today): LooseDate | undefined {
  const value = numberOf(count);
  if (count === '半')
    return unit === '年' ? monthsAgo(today, 6) : unit === '月' ? shifted(today, -15, 'month') : undefined;
  if (value === 0 || value > 120) return undefined;
  if (/年|year/.test(unit)) return year(today.year - value);
  if (/月|month/.test(unit)) return monthsAgo(today, value);
  return shifted(today, -value * (/天|日|day/.test(unit) ? 1 : 7), /天|日|day/.test(unit) ? 'day' : 'month');
}

function monthsAgo(today: Today, count: number): LooseDate {
  const months = today.year * 12 + today.month - 1 - count;
  return { value: `${Math.floor(months / 12)}-${pad((months % 12) + 1)}`, precision: 'month' };
}

function shifted(today: Today, days: number, precision: 'day' | 'month'): LooseDate {
  const day = new Date((today.serial + days) * 86_400_000).toISOString();
  return { value: day.slice(0, precision === 'day' ? 10 : 7), precision };
}

function week(which: string, weekday: string | undefined, today: Today): LooseDate {
  const weeks = which === '这' ? 0 : which === '上' ? 1 : 2;
  if (weekday === undefined) return shifted(today, -7 * weeks, 'month');
  const index = weekday === '天' ? 6 : '一二三四五六日'.indexOf(weekday);
  // 1970-01-01 was a Thursday; the week begins on Monday.
  const monday = today.serial - ((today.serial + 3) % 7) - 7 * weeks;
  return shifted(today, monday + index - today.serial, 'day');
}

function dayOfMonth(day: number, today: Today): LooseDate | undefined {
  if (day < 1 || day > 31) return undefined;
  const months = today.year * 12 + today.month - 1 - (day > today.day ? 1 : 0);
  return calendar(Math.floor(months / 12), (months % 12) + 1, day);
}

function englishRelative(which: string, unit: string, today: Today): LooseDate {
  const back = which.toLowerCase() === 'last' ? 1 : 0;
  if (/month/i.test(unit)) return monthsAgo(today, back);
  if (/week/i.test(unit)) return shifted(today, -7 * back, 'month');
  return year(today.year - back);
}

function englishMonth(match: RegExpExecArray, today: Today): LooseDate | undefined {
  const [whole, dayBefore, name, dayAfter, named] = match;
  // "may" is a verb far more often than a month.
  if (/^may$/i.test(whole) || (/^mar$/i.test(name!) && whole.length === 3)) return undefined;
  const month = 'janfebmaraprmayjunjulaugsepoctnovdec'.indexOf(name!.slice(0, 3).toLowerCase()) / 3 + 1;
  const y = named === undefined ? today.year - (month > today.month ? 1 : 0) : Number(named);
  const day = dayBefore ?? dayAfter;
  return calendar(y, month, day === undefined ? undefined : Number(day));
}
