/** A person named by what they are to the writer. `count`: how many alike. */
export interface FoundRelation {
  readonly who: string;
  readonly count: number;
  readonly start: number;
  readonly end: number;
}

/** Written → as it stands in the case. Longer ones first: 儿媳妇 is no 媳妇. */
const NAMES: readonly (readonly [string, string])[] = [
  ['儿媳妇?|儿媳', '儿媳'], ['外孙女', '外孙女'], ['孙女', '孙女'], ['外孙子?', '外孙'], ['孙子|小孙子?', '孙子'], ['女婿', '女婿'],
  ['老伴儿?|那口子', '老伴'], ['老婆|媳妇儿?|妻子|爱人|对象|孩他妈|孩子他?妈|娃他?妈', '妻子'], ['老公|丈夫|男人|老汉|当家的|孩他爸|孩子他?爸|娃他?爸', '丈夫'],
  ['大儿子|老大', '大儿子'], ['二儿子|老二', '二儿子'], ['小儿子|老小', '小儿子'], ['儿子|小子', '儿子'],
  ['大(?:闺女|女儿|姑娘)', '大女儿'], ['二(?:闺女|女儿|姑娘)', '二女儿'], ['小(?:闺女|女儿|姑娘)', '小女儿'], ['闺女|女儿|姑娘|丫头', '女儿'],
  ['婆婆', '婆婆'], ['公公', '公公'], ['岳父|老丈人|丈人', '岳父'], ['岳母|丈母娘', '岳母'],
  ['爷爷', '爷爷'], ['奶奶', '奶奶'], ['姥爷|外公', '姥爷'], ['姥姥|外婆', '姥姥'],
  ['老?爸爸?|老?爹|父亲|阿爸', '父亲'], ['老?妈妈?|老?娘(?!俩|仨|家)|母亲|额吉', '母亲'],
  ['哥哥|大哥|二哥|哥(?!们)', '哥哥'], ['弟弟|兄弟', '弟弟'], ['姐姐|大姐|姐', '姐姐'], ['妹妹|妹', '妹妹'],
  ['侄子', '侄子'], ['侄女', '侄女'], ['大孩子|大娃|大的', '大孩子'], ['小孩子|小娃|小的', '小孩子'], ['孩子|娃娃?|小孩', '孩子'],
  ["wife", 'wife'], ['husband', 'husband'], ['grandsons?', 'grandson'], ['granddaughters?', 'granddaughter'], ['grandmother|grandma', 'grandmother'],
  ['grandfather|grandpa', 'grandfather'], ['mother-in-law', 'mother-in-law'], ['father-in-law', 'father-in-law'], ['daughter-in-law', 'daughter-in-law'],
  ['sons?', 'son'], ['daughters?', 'daughter'], ['mother|mum|mom', 'mother'], ['father|dad', 'father'], ['brothers?', 'brother'], ['sisters?', 'sister'],
  ['child(?:ren)?|kids?', 'child'],
]; // prettier-ignore
const COUNTS: Readonly<Record<string, number>> = {
  两: 2, 俩: 2, 二: 2, 三: 3, 仨: 3, 四: 4, 五: 5, 2: 2, 3: 3, 4: 4, 5: 5, two: 2, three: 3, four: 4, five: 5,
}; // prettier-ignore
/** 六十五妈妈 is no five mothers: a plain numeral counts with its 个 alone. */
const COUNTED = '(?:((?:两|俩|仨)(?=个?)|[二三四五2-5](?=个))个?|\\b(two|three|four|five) )?';
const ANY = NAMES.map(([names]) => (/[a-z]/.test(names) ? `\\b(?:${names})\\b` : names)).join('|');
const PATTERN = new RegExp(`${COUNTED}(${ANY})`, 'gi');
const WHOLE = NAMES.map(([names, who]) => [new RegExp(`^(?:${names})$`, 'i'), who] as const);
/** Some letter that every name of a person has: a message without one is not searched. */
const LIKELY =
  /[老伴媳妇妻爱象公夫汉家儿子大二小闺女姑丫婆岳丈爷奶姥外爸爹父妈娘母额哥弟兄姐妹侄孩娃]|wife|husband|son|daughter|mother|father|mum|mom|dad|brother|sister|child|kid|grand/i;
/** 小的 and 大的 are people only where children were spoken of; 孩子 behind 两个儿子 names no other. */
const LOOSE = new Set(['大孩子', '小孩子']);
const TWO = /^[大小](?=的$)/;
const PAIR = /老两口|我们?俩口子|两口子|小两口/;

/** The people whom a text names, in order; a person named twice counts once. */
export function relationIn(text: string): readonly FoundRelation[] {
  if (!LIKELY.test(text)) return [];
  const found: FoundRelation[] = [];
  for (const match of text.matchAll(PATTERN)) {
    const one = TWO.exec(match[0])?.[0];
    const alike = one === undefined ? undefined : found.findLast(({ count }) => count > 1);
    if (one !== undefined && alike !== undefined) {
      found.push({
        who: `${one}${alike.who}`,
        count: 1,
        start: match.index,
        end: match.index + match[0].length,
      });
      continue;
    }
    const who = WHOLE.find(([whole]) => whole.test(match[3] ?? ''))?.[1];
    if (who === undefined || isLoose(who, match[0], found)) continue;
    // 我儿子的媳妇, 孩子他爸: whose they are is not who they are.
    const count = COUNTS[(match[1] ?? match[2] ?? '').toLowerCase()] ?? 1;
    if (!found.some((one) => one.who === who))
      found.push({ who, count, start: match.index, end: match.index + match[0].length });
  }
  if (!found.some(({ who }) => who === '老伴' || who === '妻子' || who === '丈夫')) {
    const pair = PAIR.exec(text);
    if (pair) found.unshift({ who: '老伴', count: 1, start: pair.index, end: pair.index + pair[0].length });
  }
  return found.sort((a, b) => a.start - b.start);
}

function isLoose(who: string, said: string, found: readonly FoundRelation[]): boolean {
  return LOOSE.has(who) && /的$/.test(said) && !found.some((one) => /孩子|儿子|女儿/.test(one.who));
}
