import type { PlaceMention, PlaceRole } from '../../routing/place';

/** Village, group, building behind the place that the gazetteer knows. */
const TAIL =
  /^[^，。,.;；、\s的在来是和那这]{0,8}?(?:村|嘎查|社区|小区|组|队|屯|号楼?|浩特|分场|营子|街|巷|单元)(?:[\d一二三四五六七八九十]{1,4}(?:组|队|号楼?|单元|户))?/;
/** "Xiaokang community, " in front of an English address. */
const HEAD =
  /(?:[A-Z][A-Za-z'-]+ ){1,3}(?:community|village|gacha|neighbou?rhood|road|street|camp),? (?:in |of )?$/;
const LEAD =
  /^(?:(?:我|俺|咱|他|她)(?:们)?(?:家)?)?(?:户口|户籍|地址)?(?:就|也|还|都|应该)*(?:住在|住|在|是|落在)(?=\S{2})/;
const END = /(?:的|那边|那儿|那里|这边|这儿|这里|人|呢|吧|啊|呀|哈|了)+$/;
/** Detail behind a place, such as 三队东头第二家; longer or with a verb it is a story. */
const LONGEST_DETAIL = 14;
const STORY = /[我俺你您]|户口|住了|打工|上班|干活|电话|家里|口人|今年|想|没/;
const NOT_A_PLACE =
  /[我俺你您吗呢么？?]|家里|口人|老两口|岁|今年|不|没|机器|找|电话|为|怎|咋|谁|\b(?:i|you|me|not|don't|what|why|how|please)\b/i;
const LONGEST_PLACE = 24;

/** Of an answer to "where", the address alone: "我叫…，电话…，开鲁镇和平村的，家里五口人" → 开鲁镇和平村. */
export function addressWords(
  text: string,
  mentions: readonly PlaceMention[],
  code: string,
  role: PlaceRole,
): string {
  const near = mentions.filter(
    (one) =>
      one.candidates.length > 0 ||
      one.outside !== undefined ||
      (one.code !== '' && (code === '' || one.code.startsWith(code) || code.startsWith(one.code))),
  );
  const own = near.filter((one) => one.role === role);
  const fit = own.length > 0 ? own : near.filter((one) => one.role === null || one.role === 'present');
  const [first] = fit;
  const last = fit.at(-1);
  if (first === undefined || last === undefined)
    return text
      .replace(LEAD, '')
      .replace(/(?<=\S{2})的[。\s]*$/, '')
      .trim();
  const start =
    first.start - (HEAD.exec(text.slice(Math.max(0, first.start - 40), first.start))?.[0].length ?? 0);
  // Two places far apart are two statements: the first one is meant.
  const end = last.start - first.end <= 6 ? last.end : first.end;
  const rest = /^[^，。,.;；\n]*/.exec(text.slice(end))?.[0] ?? '';
  const detail =
    rest.length <= LONGEST_DETAIL && !STORY.test(rest) && !/[a-z]/i.test(rest)
      ? rest.replace(END, '')
      : (TAIL.exec(rest)?.[0] ?? '');
  return (text.slice(start, end) + detail).trim();
}

/** A place in a story, with the village behind it. */
export function mentionWords(text: string, mention: PlaceMention): string {
  const tail =
    mention.outside === undefined ? (TAIL.exec(text.slice(mention.end, mention.end + 16))?.[0] ?? '') : '';
  const head = HEAD.exec(text.slice(Math.max(0, mention.start - 40), mention.start))?.[0] ?? '';
  return head + text.slice(mention.start, mention.end) + tail;
}

/** Could these words, which the gazetteer does not know, be a place at all? */
export function looksLikePlace(answer: string): boolean {
  const bare = answer.trim();
  return (
    bare.length >= 2 && bare.length <= (/[a-z]/i.test(bare) ? 60 : LONGEST_PLACE) && !NOT_A_PLACE.test(bare)
  );
}
