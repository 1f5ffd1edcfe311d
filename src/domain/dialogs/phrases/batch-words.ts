const NUMERALS: Readonly<Record<string, number>> = {
  一: 1, 二: 2, 两: 2, 俩: 2, 三: 3, 仨: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10,
}; // prettier-ignore
const NUMERAL = '\\d{1,2}|十[一二三四五六七八九]?|[一二两俩三仨四五六七八九]';
const IN_OFFICE =
  /网格员|书记|主任|村长|嘎查达|社工|驻村|工作队|专干|楼长|组长|民政助理|grid worker|village head|social worker|community worker/i;
const BATCH = new RegExp(
  `(?:报|登记|上报|录|反映|申报)(?:上|一下|个|给你们?|给您)?\\s*(${NUMERAL}|几|好几|多)\\s*(?:户|家)|(${NUMERAL}|几|好几)\\s*(?:户|家)(?:人家)?(?:困难|有困难|特困|低保)?(?:的|群众|户)?[^，。,.]{0,8}(?:要|想|得)?(?:报|登记|上报|录)|\\b(?:report|register)\\s+(\\d{1,2}|two|three|four|five|several|some)\\s+(?:households|families)`,
  'i',
);
const ENGLISH: Readonly<Record<string, number>> = { two: 2, three: 3, four: 4, five: 5 };
/** A longer message tells of the first household already, or of something else. */
const LONGEST = 70;
const LONGEST_ENGLISH = 140;
const MOST = 30;

/** How many households somebody in office is about to report; 0 where it is not said. Undefined: they are not. */
export function batchSize(text: string): number | undefined {
  const found = BATCH.exec(text);
  const longest = /\p{Script=Han}/u.test(text) ? LONGEST : LONGEST_ENGLISH;
  if (found === null || text.length > longest || !IN_OFFICE.test(text)) return undefined;
  const said = (found[1] ?? found[2] ?? found[3] ?? '').toLowerCase();
  const size = numeral(said) ?? ENGLISH[said] ?? 0;
  return size === 1 ? undefined : Math.min(MOST, size);
}

/** Does the writer speak as a grid worker, a cadre, a social worker? */
export function isInOffice(text: string): boolean {
  return IN_OFFICE.test(text);
}

const END =
  /^(?:没(?:有)?(?:别的)?(?:户)?了|没有?别的|就这(?:些|几户|[两三四五六七八九\d]+户)|(?:就|先)?(?:报)?到(?:这|此)(?:儿|里|为止)?|先(?:报)?这些|(?:都)?(?:报)?完了|不报了|就报这些|(?:剩下|其余|别的|后面|其他)的?.{0,8}(?:再|以后|回头|改天|明天).{0,4}|that(?:'s| is) all|no more|nothing else)(?:户)?(?:了|吧|啊|就行|再说|谢谢)*[。.！!\s]*$/i;

/** "就这些", "剩下的明天再报": no further household comes. */
export function endsBatch(text: string): boolean {
  return text.length <= 20 && END.test(text.trim());
}

/** "第二户电话错了": which household of this batch is meant, counted from one. */
export function householdMeant(text: string): number | undefined {
  const found = new RegExp(`第(${NUMERAL})(?:户|家)|(?:household|family) (\\d{1,2})`, 'i').exec(text);
  return found === null ? undefined : numeral(found[1] ?? found[2] ?? '');
}

function numeral(said: string): number | undefined {
  if (/^\d+$/.test(said)) return Number(said);
  const tens = /^十(.)?$/.exec(said);
  if (tens) return 10 + (NUMERALS[tens[1] ?? ''] ?? 0);
  return NUMERALS[said];
}
