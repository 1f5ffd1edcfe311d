import { parsePersonName } from '../../understanding/entities/person-name';

const EACH = /第(?:[一二三四五六七八九十]{1,2}|\d{1,2})(?:户|家)(?:人家)?[是叫：:，,、\s]*/g;
/** "一起给报了吧": of all of them, and no part of the last. */
const OF_ALL =
  /[，,。；;、\s]*(?:一起|一块儿?|都|麻烦|请)?(?:您|你)?(?:给|帮)?(?:我|他们)?(?:都)?(?:报|登记|录)(?:了|上|上去|一下)?吧?[。！!\s]*$/;
const MOST = 10;
const LONGEST = 200;
const NAME =
  /^(?:老(?:太太?|大?爷|大?娘|人|汉|奶奶)|大[爷娘妈]|村民|居民|牧民|户主|低保户|五保户)?([\u4e00-\u9fff]{2,4}?)(?=[，,、；;（(：:\s]|家|[\d一二三四五六七八九十]{1,3}岁)/;

/** The households that one message tells of one by one: 第一户…；第二户…. Undefined where it does not tell two. */
export function toldHouseholds(text: string): readonly string[] | undefined {
  const marks = [...text.matchAll(EACH)];
  if (marks.length < 2 || marks.length > MOST) return undefined;
  const told = marks.map((mark, at) =>
    text
      .slice(mark.index + mark[0].length, marks[at + 1]?.index)
      .replace(OF_ALL, '')
      .replace(/[；;，,。、\s]+$/, '')
      .slice(0, LONGEST),
  );
  return told.every((words) => words.length >= 6) ? told : undefined;
}

/** Whom the words of one household begin with. */
export function nameOfHousehold(told: string): string | undefined {
  const name = NAME.exec(told)?.[1];
  return name !== undefined && parsePersonName(name) === name ? name : undefined;
}
