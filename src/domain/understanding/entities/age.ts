import type { Entity } from '../understanding';
import { correctedPart } from './corrected-part';
import { findNumerals, type Numeral } from './numerals';

const OLDEST = 125;
const AFTER = /^(?:多|来|几|好几|出头)?(?:周|虚)?(?:岁|歲)(?!月)/;
const ENGLISH_AFTER = /^[ -]*(?:years?[ -]old|year-old|yrs? old|y\.?o\.?\b)/i;
/** 快八十了, 年近七十, 今年66, 八十三了: people of Inner Mongolia leave 岁 out. */
const BEFORE =
  /(?:年近|年过|快|都快|奔|都|今年|现年|年龄|岁数|老人家?|老汉|老太太|[爸妈爹娘爷奶]|aged|age)(?:是|有|已经|都)?\s*$/i;
/** 我八十一了; 给我五十 and 欠我八十 are money. */
const OWN_BEFORE = /(?<![给欠借还差跟比发付该扣罚收要叫让])(?:我|俺)(?:都|也|今年|现年|快|已经|虚岁)*$/;
/** 我六十九, and not a word more. */
const OWN_ALONE = /^(?:我|俺)(?:都|也|今年|现年|快|已经|虚岁)*$/;
const LOOSE_AFTER = /^(?:多|来|好几|几|出头)?(?:了|的人|的老|属|[，,。]|$)/;

/** Ages in full years; 六十多岁 is 60. */
export function findAges(text: string, numerals: readonly Numeral[] = findNumerals(text)): Entity[] {
  const found: Entity[] = [];
  for (const { start, end, value, form } of numerals) {
    if (value > OLDEST || !Number.isInteger(value)) continue;
    const after = text.slice(end, end + 14);
    const marked = AFTER.exec(after) ?? ENGLISH_AFTER.exec(after);
    const loose = !marked && value >= 30 && value <= 105 && form !== 'digits' && LOOSE_AFTER.test(after);
    const before = text.slice(Math.max(0, start - 8), start);
    const own =
      loose &&
      ((OWN_BEFORE.test(before) && /^(?:多|好几|几|出头)?了/.test(after)) ||
        (OWN_ALONE.test(text.slice(0, start)) && /^[。\s]*$/.test(after)));
    if (!marked && !own && !(loose && BEFORE.test(before))) continue;
    found.push({ kind: 'age', start, end: end + (marked?.[0].length ?? 0), value });
  }
  return found;
}

/**
 * The age in a short answer, the first one where it names several: "六十六" → 66, "五十六，我妈八十" → 56.
 * A year of birth ("58年的", "一九五八年生") needs `year`, the year now.
 */
export function parseAge(answer: string, year?: number): number | undefined {
  const meant = correctedPart(answer);
  const born = /(?:(19|20)?(\d{2})|([一二][九零〇])?([零〇一二三四五六七八九]{2}))年(?:的|生|出生|人)?/.exec(
    meant,
  );
  if (born && year !== undefined && !/岁/.test(meant)) return year - birthYear(born, year);
  if (/(?:半岁|个月大|不到一岁|months? old)/i.test(meant)) return 0;
  const first = findNumerals(meant)[0];
  if (first?.start === 0 && first.value <= OLDEST && Number.isInteger(first.value)) return first.value;
  const marked = findAges(meant)[0];
  if (marked) return Number(marked.value);
  const bare = findNumerals(meant).find(({ value }) => value <= OLDEST && Number.isInteger(value));
  return bare?.value;
}

function birthYear(match: RegExpExecArray, now: number): number {
  const spoken = (text: string) =>
    [...text].map((digit) => '零一二三四五六七八九'.indexOf(digit === '〇' ? '零' : digit)).join('');
  const tail = Number(match[2] ?? spoken(match[4] ?? ''));
  const century = match[1] ?? (match[3] === undefined ? '' : spoken(match[3]));
  if (century !== '') return Number(century) * 100 + tail;
  return tail > now % 100 ? 1900 + tail : 2000 + tail;
}
