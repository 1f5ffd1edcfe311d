import type { Entity } from '../understanding';
import { correctedPart } from './corrected-part';
import { findNumerals, type Numeral } from './numerals';

const LARGEST = 30;
const MOUTHS_AFTER = /^(?:多)?(?:口子|口之家|口人|口)(?![罩红腔粮井锅水气饭咬回答酒汤价])/;
const PERSONS_AFTER = /^(?:个人|人|个)/;
/** 我们八个人给小区贴瓷砖: those who work together, and no household. */
const WORKMATES =
  /^(?:都)?(?:给|替|帮|在[^，,。]{0,8}(?:工地|干活|打工)|一起(?:干|打工)|一块儿?(?:干|打工)|干活|打工|工友|民工)/;
/** 我和孙女两个人过: the writer and who is named. */
const WITH_ME =
  /(?:我|俺|咱)(?:和|跟|与|带着?|领着?)[^，,。；;\d]{1,8}?([两俩二三仨四五])(?:个人|口人|口|人|个)?(?=过|一起|一块|住|生活|相依)/g;
/** 就我和老黄狗: animals are no mouths. */
const ANIMALS =
  /^(?:一)?(?:条|只|头|匹|群|口|个)?(?:老|小|大)?(?:黄|黑|白|花)?(?:狗|猫|羊|牛|马|驴|猪|鸡|骆驼)/;
const HOME_BEFORE =
  /(?:家里?|全家|一家|家中|家里头|屋里|户口本上|我们|俺们|一共|总共|共|连我|加我|加上我)(?:一共|总共|现在|其实|实际上?|拢共|统共|应该|共|就|有|是|还有|才|只有|里|上|的|剩|剩下|一家)*\s*$/;
const PAIR =
  /(老两口|小两口|两口子|公母俩|(?:娘|爷|父|母|祖孙|爷孙|奶孙|姐妹|姐弟|兄弟|哥|哥们|弟兄|夫妻|母子|母女|父子|父女|兄妹|姊妹|我们|我|俺|咱|她|他)(?:们)?(俩|仨|两个|三个|四个))(?!个?(?:孩|娃|儿|闺女|女儿|姑娘|小子|丫头|老人|门))(?:人)?/g;
const ALONE =
  /(?:就|只|光|剩|只剩|剩下|仅)(?:有|剩|下)?(?:我|俺|咱)(?:老汉|老婆子)?(?:一个人?|自己|自个儿?|一口|个人|光棍|孤身)|(?:我|俺)?(?:光棍|孤身|独身|单身|独居|自己)(?:一人|一个人?|过|住|生活)|一个人(?:过|住|生活)|\b(?:just|only) me\b|\bi live alone\b|\bby myself\b/gi;
/** 就我自己和妹妹 is not alone. */
const WITH_OTHERS = /^(?:和|跟|带|领|还有|与)/;
/** 五口人，老伴去年走了，现在四口: the number of now stands. */
const NOW_BEFORE = /(?:现在|如今|眼下|这会儿|剩下?|now)[^，,。]{0,4}$/i;
const ENGLISH =
  /\bfamily of (\w+)|\b(\w+) of us\b|\bwe are (\w+)(?= in all|[.,!]|$)|\b(\w+)[ -](?:people|persons|members|mouths)\b(?: in (?:my|our|the) (?:family|household|home))?/gi;
/** 老两口带个儿子: those who are brought along count too. */
const ALONG = /^[，,]?(?:还)?(?:带|领|养|拉扯)(?:着)?(?:个|([一两俩二三仨四五])个?)/;
const COUNT: Readonly<Record<string, number>> = {
  俩: 2,
  两个: 2,
  仨: 3,
  三个: 3,
  四个: 4,
  一: 1,
  两: 2,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
};

/** How many persons the household has: 五口人, 我们一家四口, 娘俩, 老两口带个孙子, just me. */
export function findHouseholdSizes(
  text: string,
  numerals: readonly Numeral[] = findNumerals(text),
): Entity[] {
  const found: Entity[] = [];
  const add = (start: number, end: number, value: number) => {
    const overlaps = found.some((other) => start < other.end && other.start < end);
    if (value >= 1 && value <= LARGEST && !overlaps)
      found.push({ kind: 'household_size', start, end, value });
  };
  for (const match of text.matchAll(PAIR)) {
    const along = ALONG.exec(text.slice(match.index + match[0].length, match.index + match[0].length + 8));
    const brought = along ? (COUNT[along[1] ?? '一'] ?? 1) : 0;
    add(
      match.index,
      match.index + match[0].length + (along?.[0].length ?? 0),
      (COUNT[match[2] ?? '俩'] ?? 2) + brought,
    );
  }
  for (const { start, end, value } of numerals) {
    const after = text.slice(end, end + 4);
    const mouths = MOUTHS_AFTER.exec(after);
    if (mouths && !(/(?:第|[年月前后])$/.test(text.slice(0, start)) && mouths[0] === '口'))
      add(start, end + mouths[0].length, value);
    else if (HOME_BEFORE.test(text.slice(Math.max(0, start - 10), start))) {
      const persons = PERSONS_AFTER.exec(after);
      if (
        persons &&
        persons[0] !== '个' &&
        !WORKMATES.test(text.slice(end + persons[0].length, end + persons[0].length + 14))
      )
        add(start, end + persons[0].length, value);
    }
  }
  for (const match of text.matchAll(WITH_ME))
    add(match.index, match.index + match[0].length, COUNT[match[1]!] ?? 2);
  for (const match of text.matchAll(ALONE)) {
    const end = match.index + match[0].length;
    if (!WITH_OTHERS.test(text.slice(end, end + 2))) add(match.index, end, 1);
  }
  for (const match of text.matchAll(ENGLISH)) {
    const value = findNumerals(match[1] ?? match[2] ?? match[3] ?? match[4] ?? '')[0]?.value ?? 0;
    add(match.index, match.index + match[0].length, value);
  }
  return found.sort((a, b) => a.start - b.start);
}

/** 二十袋面, 三十亩地: what is counted are no people. */
const OF_THINGS = /^多?(?:来)?[袋斤块元亩只头匹箱件吨年月天里台辆张]/;

/** The household size in a short answer: "四口" → 4, "娘俩" → 2, "我和我妈" → 2, "两个大人三个娃" → 5, "就我自己" → 1. */
export function parseHouseholdSize(answer: string): number | undefined {
  const meant = correctedPart(answer);
  const sizes = findHouseholdSizes(meant);
  const found = sizes.findLast(({ start }) => NOW_BEFORE.test(meant.slice(0, start))) ?? sizes[0];
  if (found) return Number(found.value);
  const counted = [
    ...meant.matchAll(
      /([一两二俩三仨四五六七八九\d])个?(?:大人|老人|孩子|小孩|娃|儿子|闺女|女儿|姑娘|小子|adults?|kids?|child(?:ren)?)/gi,
    ),
  ];
  if (counted.length > 0) {
    const listed = counted.reduce((sum, [, count]) => sum + (findNumerals(count!)[0]?.value ?? 0), 0);
    return (
      listed +
      (/[我俺](?:和|跟|带|一个|还有|领|加|、|，)/.test(meant) ? 1 : 0) +
      (/(?:老公|丈夫|男人|媳妇|老婆|对象|老伴|爱人)/.test(meant) ? 1 : 0)
    );
  }
  const listed = /(?:我|俺|i|me)(?:自己|自个儿)?(?:和|跟|带着|领着|还有| and )(.+)/i.exec(meant)?.[1];
  const numeral = findNumerals(meant).find(
    ({ value, end }) =>
      value >= 1 && value <= LARGEST && Number.isInteger(value) && !OF_THINGS.test(meant.slice(end)),
  );
  if (listed !== undefined && !numeral)
    return (
      1 +
      listed
        .split(/和|跟|、|，|,|还有| and /i)
        .filter((part) => part.trim() !== '' && !ANIMALS.test(part.trim())).length
    );
  if (numeral) return numeral.value;
  return /自己|一个人|单身|光棍|独居|没别人|alone|myself|\b(?:just|only) (?:me|him|her|he|she|i)\b|(?:him|her)self/i.test(
    meant,
  )
    ? 1
    : undefined;
}
