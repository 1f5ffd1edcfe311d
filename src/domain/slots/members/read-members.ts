import { findAges, parseAge } from '../../understanding/entities/age';
import { findNumerals } from '../../understanding/entities/numerals';
import { relationIn, type FoundRelation } from './find-relations';
import { findTraits } from './find-traits';

/** What one message says of one member of the household. Absent: nothing was said of it. */
export interface ToldMember {
  /** 老伴, 儿子; of several alike 大儿子, 小儿子. */
  readonly who: string;
  readonly age?: number;
  /** In the person's own words, short. */
  readonly doing?: string;
  /** Traits with a blank between. */
  readonly is?: string;
  /** Moved out, married away, died, or denied: not of the household. */
  readonly gone?: true;
}

const GONE =
  /去世|过世|没了(?!工作|活|钱)|不在了|走了|死|跑了|嫁(?:人|出|到|了)|分(?:家|户)|分开过|单过|另过|离婚|离了|不(?:跟|和|在)(?:我们?|俺们?|一起|一块)|died|passed away|moved out|left us|divorced/;
const DENIED = /(?:没有?|不是)$/;
const CLAUSE = /[，,。.；;、！!？?\n]/;
const LONGEST_DOING = 16;
const OLDEST = 110;
const NOT_AN_AGE = /^(?:多)?(?:个|口|块|元|万|千|百|亩|只|头|年级|月|点|天|里|公里|次|年|班|斤|号|户|层|楼)/;
const TAKEN_BACK = /(?:不是|没有?)[^，,。是]{1,8}[，,\s]*(?:而)?是/g;

/**
 * The people that a message names and what it says of each, in order: "我老伴七十二，有个儿子在外头打工，孙女上小学".
 * What stands behind a person, up to the next one, is theirs.
 */
export function readMembers(message: string): ToldMember[] {
  const text = message.replace(TAKEN_BACK, '');
  const found = relationIn(text);
  const told = found.flatMap((one, at) => {
    const from = startOf(text, one, found[at - 1]);
    const next = found[at + 1];
    const to = endOf(text, one, next === undefined ? text.length : startOf(text, next, one));
    return tell(one, text.slice(from, one.start), text.slice(one.end, to));
  });
  return [...new Set(told.map(({ who }) => who))].map(
    (who) => Object.assign({ who }, ...told.filter((one) => one.who === who)) as ToldMember,
  );
}

/** What an answer says of one member whom the question named: 四十五, 在外头打工. */
export function readDetails(answer: string): Omit<ToldMember, 'who'> {
  const text = answer.replace(TAKEN_BACK, '');
  const age =
    ageIn(text) ??
    (/\d|[一二三四五六七八九十]/.test(text) && text.length <= 8 && !/年级|[初高][一二三]/.test(text)
      ? parseAge(text)
      : undefined);
  return details(age, text);
}

function tell({ who, count, start }: FoundRelation, before: string, behind: string): ToldMember[] {
  if (GONE.test(behind.split(CLAUSE)[0] ?? '') || GONE.test(behind)) return [{ who, gone: true }];
  if (DENIED.test(before)) return start >= 0 ? [{ who, gone: true }] : [];
  if (count === 1) return [{ who, ...details(ageIn(behind) ?? ageIn(before), behind || before, before) }];
  const ages = agesIn(behind);
  const told = details(undefined, behind, before);
  return Array.from({ length: count }, (_, at) => ({
    ...told,
    who: among(who, count, at),
    ...(ages[at] === undefined ? {} : { age: ages[at] }),
  }));
}

/** 大儿子, 小儿子; of more than two 大儿子, 二儿子, 三儿子. */
function among(who: string, count: number, at: number): string {
  if (/[a-z]/i.test(who)) return `${who} ${at + 1}`;
  const rank = count === 2 ? ['大', '小'] : ['大', '二', '三', '四', '五'];
  return `${rank[at] ?? ''}${who}`;
}

function details(age: number | undefined, behind: string, before = ''): Omit<ToldMember, 'who'> {
  const clauses =
    `${before.endsWith('的') ? before.slice(0, -1) : ''}${CLAUSE.test(behind[0] ?? '') ? '' : '，'}${behind}`.split(
      CLAUSE,
    );
  const telling = clauses
    .map((clause) => ({ clause, traits: findTraits(clause) }))
    .filter(({ traits }) => traits.length > 0);
  const traits = [...new Set(telling.flatMap((one) => one.traits))];
  const doing = telling
    .map(({ clause }) => bare(clause))
    .filter((clause) => clause !== '')
    .join('，');
  return {
    ...(age === undefined ? {} : { age }),
    ...(doing === '' ? {} : { doing: doing.slice(0, LONGEST_DOING) }),
    ...(traits.length === 0 ? {} : { is: traits.filter((one) => one !== 'well').join(' ') }),
  };
}

/** A clause without age, pronoun and link words. */
function bare(clause: string): string {
  return clause
    .replace(/(?:今年|现年|已经|都|快|有)*[\d一二三四五六七八九十]+(?:多)?(?:周|虚)?岁(?:了|半)?/g, '')
    .replace(/^\s*(?:is|are|aged)? ?\d{1,3}(?: and |$)/i, '')
    .replace(/(?<=\D)[\d一二三四五六七八九十]{2,3}了?$/, '')
    .replace(/^(?:今年|都|快)?[\d一二三四五六七八九十]{2,3}了?(?=\D|$)/, '')
    .replace(/^(?:他|她|人家|现在|也|都|还|是|呢|在家里?也|一直|的|又|还有|和|跟|,|，|\s)+/, '')
    .replace(/(?:还有|和|跟|我|俺|有个?|一个)+$/, '')
    .trim();
}

/** A person's words begin with their clause where this is not yet another's: 七十二的老伴. */
function startOf(text: string, { start }: FoundRelation, before: FoundRelation | undefined): number {
  const least = before?.end ?? 0;
  for (let at = start - 1; at >= least; at -= 1)
    if (CLAUSE.test(text[at] ?? '') || /[和跟]/.test(text[at] ?? '')) return at + 1;
  return /的$/.test(text.slice(least, start)) || before === undefined ? least : start;
}

/** What the writer says of themselves ends a person's words: 儿子打工，我七十了. */
function endOf(text: string, { end }: FoundRelation, to: number): number {
  const self = /[，,。；;、\s](?:我|俺|咱|本人)(?:自己|自个儿?)?(?!们?(?:家|的|和|跟))/.exec(
    text.slice(end, to),
  );
  return self === null ? to : end + self.index;
}

function ageIn(text: string): number | undefined {
  return agesIn(text)[0];
}

function agesIn(text: string): number[] {
  const marked = findAges(text);
  if (marked.length === 0 && /(?:[一二三四五六七八九十\d]+个月大?|半岁|不到一岁)/.test(text)) return [0];
  const lone = findNumerals(text)
    .filter((one) => !marked.some(({ start, end }) => one.start < end && start < one.end))
    .filter(
      ({ start, end, value }) =>
        Number.isInteger(value) &&
        value > 0 &&
        value <= OLDEST &&
        !NOT_AN_AGE.test(text.slice(end)) &&
        isLoneAge(text, start, end, value),
    );
  return [...marked.map(({ start, value }) => ({ start, value: Number(value) })), ...lone]
    .sort((a, b) => a.start - b.start)
    .map(({ value }) => value);
}

/** A number of two digits, or one that ends its clause; 第二, 一个 are none. */
function isLoneAge(text: string, start: number, end: number, value: number): boolean {
  if (/第|初|高|小|大|老|[年月日点]$/.test(text.slice(Math.max(0, start - 1), start)))
    return value >= 10 && !/[第初高]/.test(text.slice(Math.max(0, start - 1), start));
  if (value >= 10) return true;
  return (
    /^(?:[，,。.；;、！!？?\n]|\s*(?:and|和)|$)/.test(text.slice(end)) &&
    /^[，,、\s]*(?:今年|都|快|有|是|才|刚)?\s*$/.test(text.slice(Math.max(0, start - 2), start))
  );
}
