import { findAges } from '../../understanding/entities/age';
import { findDates } from '../../understanding/entities/date';
import { findHouseholdSizes, parseHouseholdSize } from '../../understanding/entities/household-size';
import { parsePersonName } from '../../understanding/entities/person-name';
import { findPhones } from '../../understanding/entities/phone';
import { parseAnswer } from '../../slots/parse-answer';
import { takenBack } from '../phrases/taken-back';
import type { Correction } from './correction';
import { isAboutChild } from './patient';
import type { Turn } from './turn';

const NAME_SAID =
  /(?:大名|名字|姓名|[我俺他她娃爸妈]|孩子|老人|自己|本人)?(?:叫|名字是|名字改成|姓名是|名叫)([\p{Script=Han}·]{2,8})|姓(?:是|：|:)?(\p{Script=Han})(?=[，,。]|$)|\bname (?:is|should be)(?: spelled| spelt)? ([A-Z][a-z]+(?: [A-Z][a-z]+){0,2})/gu;
const ABOUT_NAME = /名|姓|叫|name/i;
const ABOUT_AGE =
  /岁|年龄|年纪|今年|周岁|虚岁|老爷子|老太太|老人|[爸妈爹娘爷奶娃他她]|孩子|\bage\b|years old/i;
/** The last number of the message that may be an age, without its 岁. */
const BARE_AGE =
  /([二三四五六七八九]?十[一二三四五六七八九]?|[1-9]\d|[一二三四五六七八九])(?:多)?(?:了|岁)?(?=[，,。]|$)/g;
const COUNT_SAID = /([一二两三四五六七八九十\d]{1,2})(?:个)?(?:口|人|个)?(?:吧|了|啊)?(?=[，,。]|$)/;
const ABOUT_COUNT = /口人?|人口|人数|几个人|家里人/;
/** The end of a telephone: 最后一位是2, 尾号905, 908结尾. */
const TAIL_SAID = /最后|末尾|末位|尾号|结尾|后(?:面)?[一二两三四]位|last (?:digit|number|two|three|four)/i;
const PHONE_NAMED = /电话|手机|号码|那个号|phone|number/i;
const COUNTED_DIGITS = /(?:最后|后面?|末)?(?:的)?[一二两三四]位(?:数|号)?|那个/g;
const DIGITS = /[\d零〇一二三四五六七八九幺]{1,4}(?![\d零〇一二三四五六七八九幺])/g;
const DIGIT: Readonly<Record<string, string>> = {
  零: '0',
  〇: '0',
  一: '1',
  幺: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};
const REGISTERED = /户口|户籍|registered|hukou/i;
const OTHERS_NAME = /[爸妈爹娘爷奶他她娃]|老人|孩子|老爷子|老太太|小名|\b(?:his|her|father|mother|child)\b/i;
const YEAR_SAID = /年|今|\d{4}/;

/**
 * Every detail that a correcting message says anew, read from what stands when the denied is taken out; with a value
 * other than the known one. `named` alone would miss "岁数记差了，今年该八十了" and "电话和人数都错了，…，四口人".
 */
export function restatedDetails(t: Turn): Correction[] {
  const { denied, stands } = takenBack(t.text);
  const found: Correction[] = [];
  const add = (slot: string | undefined, value: string | number | undefined) => {
    if (
      slot !== undefined &&
      value !== undefined &&
      (t.known(slot) || NAMES.has(slot)) &&
      t.fields[slot]?.value !== value
    )
      found.push({ slot, words: String(value), value });
  };
  const was = deniedKinds(t, denied);
  const phone = findPhones(stands).at(-1)?.value;
  if (phone === undefined || phone !== t.fields.subject_phone?.value)
    add('caller_phone', typeof phone === 'string' ? phone : patchedPhone(t, stands));
  const size = findHouseholdSizes(stands).findLast(({ start, end }) =>
    /口|人/.test(stands.slice(start, end)),
  );
  if (size !== undefined) add('household_size', Number(size.value));
  else if (was.has('count') || (ABOUT_COUNT.test(t.text) && COUNT_SAID.test(stands)))
    add('household_size', parseHouseholdSize(COUNT_SAID.exec(stands)?.[0] ?? ''));
  if (ABOUT_AGE.test(t.text) || was.has('age')) add('subject_age', ageIn(stands));
  addName(t, stands, was.has('name'), add);
  const date =
    was.has('date') ||
    t.catalogue.slots.get('event_date')?.names.some((name) => t.text.includes(name)) === true
      ? findDates(stands, t.input.now).at(-1)?.value
      : undefined;
  if (typeof date === 'string') add('event_date', inTheKnownYear(t, stands, date));
  return [...found, ...placeIn(t, stands, was.has('place'))];
}

/** Does the message deny an answer that is known? Then it corrects, whatever is being asked. */
export function deniesKnown(t: Turn): boolean {
  return deniedKinds(t, takenBack(t.text).denied).size > 0;
}

const NAMES = new Set(['caller_name', 'subject_name']);

/** Of which kinds are the answers that the message denies? */
function deniedKinds(t: Turn, denied: readonly string[]): ReadonlySet<string> {
  const kinds = new Set<string>();
  for (const [slot, { value, status }] of Object.entries(t.fields)) {
    const kind = t.catalogue.slots.get(slot)?.kind;
    if (status !== 'given' || kind === undefined || kind === 'text' || kind === 'yes_no') continue;
    for (const part of denied) {
      const bare = part.replace(/[啊呀吧了的]+$/, '');
      const same =
        kind === 'place' || kind === 'name'
          ? bare.length > 1 && String(value).toLowerCase().includes(bare.toLowerCase())
          : kind === 'date'
            ? sameDate(t, bare, String(value))
            : parseAnswer(kind, bare, t.input.now) === value;
      if (same) kinds.add(kind);
    }
  }
  return kinds;
}

/** 三月 is denied of 2025-03 as well, and 上周 of the day in it. */
function sameDate(t: Turn, part: string, known: string): boolean {
  const value = findDates(part, t.input.now)[0]?.value;
  return (
    typeof value === 'string' &&
    (known.startsWith(value) ||
      value.startsWith(known) ||
      (!YEAR_SAID.test(part) && known.slice(5, 7) === value.slice(5, 7)))
  );
}

/** Only a month was said: it is of the year that is known. */
function inTheKnownYear(t: Turn, stands: string, date: string): string {
  const known = t.fields.event_date?.value;
  const bareMonth = /^\d{4}-\d\d/.test(date) && !/[年今去前上这本]|last|this|ago|\d{4}/i.test(stands);
  return bareMonth && typeof known === 'string' ? known.slice(0, 4) + date.slice(4) : date;
}

/** 电话最后一位是2: the known number with its end put right. */
function patchedPhone(t: Turn, stands: string): string | undefined {
  const known = t.fields.caller_phone?.value;
  if (typeof known !== 'string' || !PHONE_NAMED.test(t.text)) {
    if (typeof known !== 'string' || !TAIL_SAID.test(t.text)) return undefined;
  }
  const runs = [...stands.replace(COUNTED_DIGITS, '').matchAll(DIGITS)].map(([run]) =>
    [...run].map((one) => DIGIT[one] ?? one).join(''),
  );
  const end = runs.at(-1);
  if (end === undefined || (end.length < 3 && !TAIL_SAID.test(t.text))) return undefined;
  return known.slice(0, known.length - end.length) + end;
}

function ageIn(stands: string): number | undefined {
  const age = findAges(stands).at(-1)?.value ?? [...stands.matchAll(BARE_AGE)].at(-1)?.[1];
  const value = age === undefined ? undefined : parseAnswer('age', `${age}岁`, new Date(0));
  return typeof value === 'number' ? value : undefined;
}

function addName(
  t: Turn,
  stands: string,
  denied: boolean,
  add: (slot: string | undefined, value: string | undefined) => void,
): void {
  if (!ABOUT_NAME.test(t.text) && !denied) return;
  const said = [...stands.matchAll(NAME_SAID)];
  for (const match of said) {
    const [whole, chinese, surname, english] = match;
    const name =
      english ??
      (chinese === undefined ? undefined : parsePersonName(chinese)) ??
      (surname !== undefined && said.length === 1 ? `姓${surname}` : undefined);
    const before = stands.slice(Math.max(0, match.index - 4), match.index) + whole;
    add(whoseName(t, before), name);
  }
  // "名字打错了，许凤岚": a name and nothing else between two commas.
  const bare = stands
    .split(/[，,。；;]/)
    .map((part) => part.trim().replace(/^(?:是|叫)/, ''))
    .filter((part) => part.length >= 2 && part.length <= 8 && parsePersonName(part) === part);
  const plain = /名字|姓名|姓错|大名/.test(t.text) || denied;
  if ((said.length === 0 || said.every(([, , surname]) => surname !== undefined)) && plain && bare.length > 0)
    add(whoseName(t, t.text), bare.at(-1));
}

const ONES_OWN = /我自己|我叫|俺叫|我的?名字|\b[Mm]y name/;

/** Whose name these words tell: the writer's, or of the person concerned; nobody's whom the case knows, else. */
function whoseName(t: Turn, words: string): 'caller_name' | 'subject_name' | undefined {
  if (ONES_OWN.test(words)) return 'caller_name';
  const concernsAnother = (t.need !== undefined && t.need.subject !== 'self') || isAboutChild(t);
  if (OTHERS_NAME.test(words) || (concernsAnother && OTHERS_NAME.test(t.text)))
    return concernsAnother ? 'subject_name' : undefined;
  return 'caller_name';
}

/** Another place, where one is denied or living there is said of it; of the register where that is named. */
function placeIn(t: Turn, stands: string, denied: boolean): Correction[] {
  const register = REGISTERED.test(t.text) && !/那是户口|是户口[，,]/.test(t.text);
  const slot = register ? 'registered_address' : 'current_address';
  if (!t.known(slot)) return [];
  const named =
    t.catalogue.slots.get(slot)?.names.some((name) => t.text.toLowerCase().includes(name.toLowerCase())) ===
    true;
  if (!denied && !named && !/住|搬|迁|镇名|村名/.test(t.text) && !/\b(?:we|i) live\b/i.test(t.text))
    return [];
  const { code, candidates, mentions } = t.input.locate(stands, t.places.present?.slice(0, 6));
  if ((code.length < 9 && candidates.length < 2) || mentions.length === 0) return [];
  return code === t.places[register ? 'registered' : 'present'] ? [] : [{ slot, words: stands }];
}
