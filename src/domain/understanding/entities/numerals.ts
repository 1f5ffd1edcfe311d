/** A number as it stands in a text: 三千五 (3500), 一万二 (12000), 3k, 1.2万, 12,000, 两, twenty-five. */
export interface Numeral {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  /** How it was written; `digits` is read digit by digit (二零一九). */
  readonly form: 'arabic' | 'han' | 'digits' | 'words';
}

const DIGIT: Readonly<Record<string, number>> = {
  零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 俩: 2, 仨: 3,
  壹: 1, 贰: 2, 叁: 3, 肆: 4, 伍: 5, 陆: 6, 柒: 7, 捌: 8, 玖: 9, 兩: 2,
}; // prettier-ignore
const UNIT: Readonly<Record<string, number>> = {
  十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000, 万: 10_000, 萬: 10_000, 亿: 100_000_000, 億: 100_000_000,
}; // prettier-ignore
const WORD: Readonly<Record<string, number>> = {
  one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12,
  thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19, twenty: 20,
  thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90, hundred: 100, thousand: 1000,
}; // prettier-ignore
const WORDS = new RegExp(
  `\\b(?:a )?(?:${Object.keys(WORD).join('|')})(?:(?:[ -]| and )(?:${Object.keys(WORD).join('|')}))*\\b`,
  'gi',
);
const LATIN = /[a-z]/i;
/** After these a lone digit belongs to the next quantity: 三千一个月 is 三千 + 一个月. */
const STARTS_NEXT = new Set([...'个口年月天岁户']);
const ARABIC = /\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?/y;

/** Code units that can begin or continue a Han numeral, for a quick look. */
const NUMERIC = new Uint8Array(65_536);
for (const letter of [...Object.keys(DIGIT), ...Object.keys(UNIT)]) NUMERIC[letter.charCodeAt(0)] = 1;

/** Every numeral of the text in order, without overlaps. Pure. */
export function findNumerals(text: string): Numeral[] {
  const found: Numeral[] = [];
  for (let at = 0; at < text.length;) {
    const code = text.charCodeAt(at);
    let numeral: Numeral | undefined;
    if (code >= 48 && code <= 57) numeral = readArabic(text, at);
    else if (NUMERIC[code] === 1) {
      numeral = readHan(text, at);
    }
    if (numeral) found.push(numeral);
    at = numeral?.end ?? at + 1;
  }
  if (LATIN.test(text)) found.push(...readWords(text));
  return found.length > 1 ? found.sort((a, b) => a.start - b.start) : found;
}

/** The number that a short answer is ("三千五", "3k", "66"), or undefined where it holds none. */
export function parseNumeral(answer: string): number | undefined {
  return findNumerals(answer)[0]?.value;
}

function readArabic(text: string, start: number): Numeral {
  ARABIC.lastIndex = start;
  const raw = ARABIC.exec(text)?.[0] ?? text[start]!;
  let end = start + raw.length;
  let value = Number(raw.replaceAll(',', ''));
  const mark = text[end] ?? '';
  const scale =
    UNIT[mark] ??
    (/[kKwW]/.test(mark) && !LATIN.test(text[end + 1] ?? '') ? (/k/i.test(mark) ? 1000 : 10_000) : 0);
  if (scale > 0) {
    value *= scale;
    end += 1;
    if (text[end] === '万') {
      value *= 10_000;
      end += 1;
    }
    const rest = /^\d(?![\d.,个口年月天岁户])/.exec(text.slice(end, end + 2));
    if (rest && scale >= 100 && !text.slice(end + 1, end + 2).match(/[十百千]/)) {
      value += (Number(rest[0]) * scale) / 10;
      end += 1;
    }
  }
  return { start, end, value: Math.round(value * 1000) / 1000, form: 'arabic' };
}

function readHan(text: string, start: number): Numeral | undefined {
  let run = start;
  while (run < text.length && DIGIT[text[run]!] !== undefined) run += 1;
  const length = run - start;
  const approximate = length === 2 && DIGIT[text[start + 1]!]! - DIGIT[text[start]!]! === 1;
  if (length >= 3 || (length === 2 && !approximate && UNIT[text[run] ?? ''] === undefined)) {
    // A kinship pair ends the run: 三口俩 is not a number.
    let value = 0;
    for (let at = start; at < run; at += 1) value = value * 10 + DIGIT[text[at]!]!;
    return { start, end: run, value, form: 'digits' };
  }
  let total = 0;
  let section = 0;
  let digit = -1;
  let unit = 0;
  let zero = false;
  let at = start;
  for (; at < text.length; at += 1) {
    const d = DIGIT[text[at]!];
    const u = UNIT[text[at]!];
    if (d !== undefined) {
      if (text[at] === '俩' || text[at] === '仨') {
        if (at > start) break;
        return { start, end: at + 1, value: d, form: 'han' };
      }
      if (d === 0) {
        if (at === start && text.length > at + 1 && UNIT[text[at + 1]!] !== undefined) break;
        zero = true;
        if (digit < 0) digit = 0;
        continue;
      }
      if (unit > 0 && digit <= 0 && STARTS_NEXT.has(text[at + 1] ?? '') && unit !== 10) break;
      // 三四百 is "three or four hundred": the lower figure is kept.
      if (digit > 0) continue;
      digit = d;
    } else if (u !== undefined) {
      // 个十百 after a higher unit without a digit (百十来块) adds nothing.
      if (digit <= 0 && unit > 0 && u < unit && !zero) continue;
      if (u >= 10_000) {
        total += (section + Math.max(digit, 0) || (total > 0 ? 0 : 1)) * u;
        section = 0;
      } else section += (digit > 0 ? digit : 1) * u;
      digit = -1;
      unit = u;
      zero = false;
    } else if (
      unit === 10 &&
      digit < 0 &&
      /[来多几]/.test(text[at]!) &&
      (UNIT[text[at + 1] ?? ''] ?? 0) >= 10_000
    ) {
      continue;
    } else break;
  }
  if (at === start) return undefined;
  if (digit > 0) section += unit >= 100 && !zero ? (digit * unit) / 10 : digit;
  return { start, end: at, value: total + section, form: 'han' };
}

function readWords(text: string): Numeral[] {
  const found: Numeral[] = [];
  for (const match of text.matchAll(WORDS)) {
    let total = 0;
    let section = 0;
    for (const word of match[0].toLowerCase().split(/[ -]+/)) {
      const value = WORD[word];
      if (value === undefined) continue;
      if (value === 1000) {
        total += (section || 1) * 1000;
        section = 0;
      } else section = value === 100 ? (section || 1) * 100 : section + value;
    }
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      value: total + section,
      form: 'words',
    });
  }
  return found;
}
