import { findAges } from '../../understanding/entities/age';
import { findDates } from '../../understanding/entities/date';
import { findHouseholdSizes } from '../../understanding/entities/household-size';
import { findPersonNames, parsePersonName } from '../../understanding/entities/person-name';
import { findPhones } from '../../understanding/entities/phone';
import { parseAnswer } from '../../slots/parse-answer';
import type { Correction } from './correction';
import { deniesKnown, restatedDetails } from './restated-details';
import type { Turn } from './turn';

/** Plain signs that something said before was wrong, whatever is being asked. */
const STRONG =
  /^(?:哦|噢|哎|诶|啊|等等|等下|等一下|那个|对了)?[，,\s]*(?:不对|不是的?[，,]|错了|弄错|搞错|说错|记错|写错|打错|报错|我错|更正|纠正|改一下|改下|改成|口误|改[一两]样)|改[一]?下|没(?:说|讲)清|(?:说|写|记|报)成|(?:我|刚才|前面)(?:给)?(?:你|您)?(?:说|写|打|记|弄|搞|报|念|发|填)(?:错|岔|差|反)|(?:说|写|打|记|弄|搞|报|念|填|留|听)(?:错|岔|差|反)(?:字|话|电话|号)?了|多(?:数|算|说|写)了|少(?:数|算|说|写)了|(?:说|算|报|写|记)(?:少|多|小|大|早|晚)了|\b(?:that(?:'s| is| was) wrong|my mistake|mistyped|correction|i meant|should be|let me correct|sorry,? (?:it'?s|we|i|there)|change (?:it|my|the))\b/i;
/** Signs that count where a closed question is open, or beside the name of a detail. */
const WEAK =
  /不对|错了|有误|不是|不叫|不在|应该是|其实|改成|换(?:成|个|一个|一下)|准确说|少了|多了|不准|没那么|是老号|\bnot\b|\bwrong\b|actually/i;
const NAMED_WRONG = /错了|不对|有误|写错|说错|记错|打错|不是这个|\bwrong\b|mistake/i;
const IN_ONE_BREATH =
  /^(.+?)[，,。\s吧啊呃嗯]*(?:不对|不是|错了|说错了|[哦噢啊哎]不|sorry|no,? wait|i mean)[，,。\s]*(?:应该)?(?:是|叫|it'?s )?(.+)$/i;
const LONGEST = 160;
const LONGEST_PLAIN = 30;
/** Numbers that cannot be part of a story: another telephone, another number of mouths. */
const PLAIN_AS_DAY = new Set(['caller_phone', 'household_size']);
/** So short a message holds a correction and no story. */
const SHORT = 18;
const SHORT_ENGLISH = 12;
const THIRD_PERSON = /老人|孩子|[他她]|爸|妈|爹|娘|爷|奶|\b(?:his|her|father|mother|child)\b/i;

/**
 * What a message corrects, if it does: by name ("电话错了，是…"), by what it must be ("不对，是四口人"), or as the
 * answer given last.
 */
export function findCorrection(t: Turn): Correction[] {
  const found = findSaid(t);
  return t.flags.batch === undefined || /我的|\bmy\b/i.test(t.text)
    ? found
    : found.map((one) => ({ ...one, slot: theirs(t, one.slot) }));
}

/** Of several households by one reporter: name and telephone are the household's. */
function theirs(t: Turn, slot: string): string {
  const other = slot.replace('caller_', 'subject_');
  return slot === t.open?.slot || !t.known(other) ? slot : other;
}

function findSaid(t: Turn): Correction[] {
  const text = t.text;
  if (text.length > LONGEST) return [];
  const strong = STRONG.test(text);
  if (!strong && !WEAK.test(text)) return contradiction(t);
  const restated = restatedDetails(t);
  if (
    restated.length > 0 &&
    (strong ||
      !awaitsStory(t) ||
      isShort(text) ||
      deniesKnown(t) ||
      restated.some(({ slot }) => PLAIN_AS_DAY.has(slot)))
  )
    return restated;
  const meant = meantPart(text);
  const denied = deniedSlot(t, text);
  if (denied !== undefined) return [{ slot: denied, words: meant }];
  const named = namedSlot(t, text, meant);
  const namedKind = named === undefined ? undefined : t.catalogue.slots.get(named)?.kind;
  // "不是我们村管的" is a story, not a correction, while a story is awaited: then the words must fit what they name.
  const story = awaitsStory(t);
  if (named !== undefined && (strong || !story || namedKind !== 'text'))
    return [{ slot: named, words: meant }];
  if (!strong && story && text.length > SHORT) return [];
  const typed = typedSlots(t, meant).filter(({ slot }) => t.known(slot));
  if (typed.length > 0) return typed;
  const wrong = wrongSlot(t, text, meant);
  if (wrong !== undefined) return [{ slot: wrong, words: '', again: true }];
  if (!strong && meant === text) return [];
  const place = placeSlot(t, text, meant);
  if (place !== undefined) return [place];
  return story && !strong ? [] : lastAnswer(t, text, meant);
}

function isShort(text: string): boolean {
  return /\p{Script=Han}/u.test(text) ? text.length <= SHORT : text.split(/\s+/).length <= SHORT_ENGLISH;
}

function awaitsStory(t: Turn): boolean {
  const open = t.open === null ? undefined : t.catalogue.slots.get(t.open.slot);
  return open?.kind === 'text' && open.choices.length === 0;
}

/** "三个人，不对，四个": the answer to the open question, taken back and put right in one breath. */
export function correctsOpenAnswer(t: Turn): boolean {
  const spec = t.open === null ? undefined : t.catalogue.slots.get(t.open.slot);
  const [, said, meant] = IN_ONE_BREATH.exec(t.text) ?? [];
  if (spec === undefined || said === undefined || meant === undefined || t.text.length > LONGEST)
    return false;
  if (spec.kind === 'text' || spec.kind === 'list' || spec.kind === 'yes_no' || spec.kind === 'ticket_number')
    return false;
  if (
    (/口/.test(t.text) && spec.kind !== 'count' && spec.kind !== 'place') ||
    (/岁/.test(t.text) && spec.kind !== 'age')
  )
    return false;
  for (const [slot, { names }] of t.catalogue.slots) {
    if (
      slot !== t.open?.slot &&
      t.known(slot) &&
      names.some((name) => name.length > 1 && t.text.includes(name) && !spec.names.includes(name))
    )
      return false;
  }
  const reads = (words: string) => {
    if (spec.kind === 'date') return findDates(words, t.input.now).length > 0;
    if (spec.kind === 'name') return parsePersonName(words) !== undefined;
    if (spec.kind !== 'place') return parseAnswer(spec.kind, words, t.input.now) !== undefined;
    const { code, candidates } = t.input.locate(words);
    return code !== '' || candidates.length > 0;
  };
  return reads(said) && reads(meant);
}

/** A detail named as wrong without a readable value behind it. */
function wrongSlot(t: Turn, text: string, meant: string): string | undefined {
  if (text.length > 24 || !NAMED_WRONG.test(text)) return undefined;
  const lower = text.toLowerCase();
  for (const [slot, { names, kind }] of t.catalogue.slots) {
    if (kind === 'text' || kind === 'yes_no' || !t.given(slot)) continue;
    if (kind === 'place' && placeSlot(t, text, meant) !== undefined) continue;
    if (names.some((name) => lower.includes(name.toLowerCase()))) return slot;
  }
  return undefined;
}

/** Of living somewhere else by now: a place that contradicts, and not one that merely is told of. */
const MOVED = /搬|迁|现在住|这会儿(?:住|在)|改住|住的是|\bmoved\b|now (?:i|we) live/i;
/** A telephone, or the end of one. */
const NUMBER = /\d{3}|[零〇幺一二三四五六七八九]{3}|尾号|最后|末[尾位]|last (?:digit|number|two|three|four)/i;
const OWN_NAME = /我(?:自己)?(?:的名字)?(?:是)?叫|我的名字是|身份证上(?:的名字)?(?:是|叫)|\bmy name is\b/i;

/** A plain statement against what is known counts as well: another telephone, another number of mouths, a move. */
function contradiction(t: Turn): Correction[] {
  const { text } = t;
  if (t.open?.slot === 'what_happened') return [];
  const short = text.length <= LONGEST_PLAIN;
  const counts: Readonly<Record<string, boolean>> = {
    caller_phone: NUMBER.test(text) && t.given('caller_phone'),
    household_size: short && /口/.test(text) && t.given('household_size'),
    caller_name: short && OWN_NAME.test(text) && t.given('caller_name'),
    current_address: short && MOVED.test(text),
    registered_address: short && MOVED.test(text),
  };
  // Reading every detail of every plain answer anew would cost more than the rest of the turn.
  if (!Object.values(counts).includes(true)) return [];
  const [first] = restatedDetails(t).filter(({ slot }) => counts[slot] === true);
  return first === undefined ? [] : [first];
}

/** "不是七十八，是七十九": the detail whose value is denied. */
function deniedSlot(t: Turn, text: string): string | undefined {
  const denied = /(?:不是|不叫)([^，,。是叫]{1,14}?)(?:[，,]?\s*(?:而)?(?:是|叫)|[，,])/
    .exec(text)?.[1]
    ?.trim();
  if (denied === undefined) return undefined;
  for (const [slot, { value, status }] of Object.entries(t.fields)) {
    const kind = t.catalogue.slots.get(slot)?.kind;
    if (status !== 'given' || kind === undefined || kind === 'text' || kind === 'yes_no') continue;
    if (kind === 'phone' && /^\d{3,}$/.test(denied) && String(value).endsWith(denied)) return slot;
    if (
      kind === 'place'
        ? String(value).includes(denied) && denied.length > 1
        : parseAnswer(kind, denied, t.input.now) === value
    )
      return slot;
  }
  return undefined;
}

function placeSlot(t: Turn, text: string, meant: string): Correction | undefined {
  if (!t.known('current_address')) return undefined;
  const { code, candidates } = t.input.locate(meant, t.places.present?.slice(0, 6));
  if (code === '' && candidates.length < 2) return undefined;
  const registered = /户口|户籍|老家|registered/i.test(text) && t.known('registered_address');
  return { slot: registered ? 'registered_address' : 'current_address', words: meant };
}

/** A bare correction is of what was answered last. */
function lastAnswer(t: Turn, text: string, meant: string): Correction[] {
  const last = typeof t.flags.last === 'string' ? t.flags.last : undefined;
  const kind = last === undefined ? undefined : t.catalogue.slots.get(last)?.kind;
  if (last === undefined || kind === undefined || meant === text) return [];
  if (kind === 'text' || kind === 'place' || kind === 'date') return [];
  if (kind === 'name' && parsePersonName(meant) === undefined) return [];
  return parseAnswer(kind, meant, t.input.now) === undefined ? [] : [{ slot: last, words: meant }];
}

/** The words behind the last 是, 改成, 应该 of a correction: what is meant. */
function meantPart(text: string): string {
  const parts = [
    ...text.matchAll(
      /(?:应该是|应当是|改成|换成|其实是|准确说是|而是|不是[^，,。]{1,14}[，,]?\s*是|(?<![不还只就要可总老])是|叫|it'?s |it is |should be |(?:to|is) (?=\d|[A-Z]))/g,
    ),
  ];
  for (const part of parts.reverse()) {
    const rest = text.slice(part.index + part[0].length).replace(/^[，,：:\s]+/, '');
    const upTo = /^[^，,。;；]+(?:[，,](?=\S{0,6}(?:村|嘎查|镇|社区)))?[^，,。;；]*/.exec(rest)?.[0] ?? rest;
    if (upTo.trim() !== '' && !/^(?:我|俺)(?:多|少|说|写|记|打|弄|搞|数)/.test(upTo)) return upTo.trim();
  }
  const clauses = text
    .split(/[，,。;；]\s*/)
    .filter((clause) => clause !== '' && !/^(?:不对|错了|不是|哦|等等|sorry)$/i.test(clause));
  return (
    clauses
      .filter((clause) => !STRONG.test(clause))
      .at(-1)
      ?.trim() ??
    clauses.at(-1)?.trim() ??
    text
  );
}

function namedSlot(t: Turn, text: string, meant: string): string | undefined {
  const lower = text.toLowerCase();
  let best: { slot: string; length: number } | undefined;
  for (const [slot, { names, kind }] of t.catalogue.slots) {
    if (!t.known(slot) && slot !== t.open?.slot) continue;
    const name = names
      .filter((one) => lower.includes(one.toLowerCase()))
      .sort((a, b) => b.length - a.length)[0];
    if (name === undefined || (best !== undefined && best.length >= name.length)) continue;
    if (meant.includes(name) && meant.length <= name.length + 2) continue;
    if (
      kind === 'place'
        ? !isPlace(t, meant)
        : kind !== 'text' && parseAnswer(kind, meant, t.input.now) === undefined
    )
      continue;
    best = { slot, length: name.length };
  }
  const other = t.need !== undefined && t.need.subject !== 'self' && THIRD_PERSON.test(text);
  return best?.slot === 'caller_name' && other ? 'subject_name' : best?.slot;
}

/** In the gazetteer, or at least put like a place: 是河西. */
function isPlace(t: Turn, words: string): boolean {
  const { code, candidates, outside } = t.input.locate(words, t.places.present?.slice(0, 6));
  return code !== '' || candidates.length > 0 || outside || /^\S{2,12}$/.test(words);
}

function typedSlots(t: Turn, meant: string): Correction[] {
  const found: Correction[] = [];
  const add = (slot: string, entities: readonly unknown[]) => {
    if (entities.length > 0 && found.length === 0) found.push({ slot, words: meant });
  };
  add('caller_phone', findPhones(meant));
  add(
    'household_size',
    findHouseholdSizes(meant).filter(({ value }) => value !== t.fields.household_size?.value),
  );
  add('subject_age', findAges(meant));
  add(
    t.need?.subject === 'self' ? 'caller_name' : t.known('subject_name') ? 'subject_name' : 'caller_name',
    /叫|name/i.test(t.text) ? [...findPersonNames(t.text), ...(/叫/.test(t.text) ? [1] : [])] : [],
  );
  if (found.length === 0 && t.known('subject_age') && /今年|[爸妈爷奶他她]/.test(meant))
    add('subject_age', meant.match(/[二三四五六七八九]?十[一二三四五六七八九]?$|[1-9]\d$/) ?? []);
  add('event_date', findDates(meant, t.input.now));
  if (found.length === 0 && /^[一二两三四五六七八九十\d]{1,2}(?:口|个人?|人)$/.test(meant))
    found.push({ slot: 'household_size', words: meant });
  return found;
}
