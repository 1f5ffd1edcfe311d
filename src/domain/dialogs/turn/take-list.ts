import { findRefusal } from '../../slots/find-refusal';
import { listReaders } from '../../slots/list/list-readers';
import type { ListReader } from '../../slots/list/list-reader';
import type { Slot } from '../../slots/slot';
import type { FieldRow } from '../../tickets/ticket';
import { parseAge } from '../../understanding/entities/age';
import { parseHouseholdSize } from '../../understanding/entities/household-size';
import { inLanguage } from '../word';
import { ask } from './ask';
import type { Turn } from './turn';

/** What the loop is at: the entries themselves, whether there are more, or a column of them. */
const ENTRIES = '*';
const MORE = '+';
/** Questions after the same thing before it is left. */
const MOST_ASKED = 2;
const NO_MORE =
  /^(?:就|只有|也就)?(?:这些|这几个|这几口|这么多|他们|我们)(?:个|人|口)*(?:了|吧)?[。.\s]*$|^(?:再)?(?:没了|没有了|没别人了?|没有别人了?|没有别的了?|没其他人了?|没谁了)(?:，.{0,6})?[。.\s]*$|^(?:that'?s (?:all|it|everybody|everyone)|nobody else|no one else|no more)[.\s]*$/i;
const ALONE =
  /^(?:就|只有|光|家里)*(?:我|俺|他|她|自己)(?:自己|一个人?|一口|自个儿?)*(?:一个人?|过|住)*[。.\s]*$|^(?:just|only) me[.\s]*$|^(?:i live )?alone[.\s]*$/i;
const OF_ALL = /都|全|all|both/i;
const PARTS = /[，,、。；;和跟\s]+|\band\b/;

interface List {
  readonly slot: string;
  readonly spec: Slot;
  readonly entry: NonNullable<Slot['entry']>;
  readonly reader: ListReader;
}

function listOf(t: Turn, slot: string): List | undefined {
  const spec = t.catalogue.slots.get(slot);
  if (spec?.entry === undefined) return undefined;
  return { slot, spec, entry: spec.entry, reader: listReaders[spec.entry.reader] };
}

const rowsOf = (t: Turn, slot: string): readonly FieldRow[] => t.fields[slot]?.rows ?? [];

export const isList = (t: Turn, slot: string): boolean => listOf(t, slot) !== undefined;

/** Is nothing more to be asked of a slot? A list is done when the loop ended; any other slot, when it is known. */
export function isAnswered(t: Turn, slot: string): boolean {
  if (listOf(t, slot) === undefined) return t.known(slot);
  return (
    String(t.flags.listDone ?? '')
      .split(' ')
      .includes(slot) ||
    (t.known(slot) && t.fields[slot]?.rows === undefined)
  );
}

/**
 * Asks what the list still lacks. False where nothing is lacking: the list is done then, and the talk goes on.
 * `repeat`: the same question after something in between, which counts for none.
 */
export function askList(t: Turn, slot: string, repeat = false): boolean {
  const list = listOf(t, slot);
  if (list === undefined || isAnswered(t, slot)) return false;
  if (rowsOf(t, slot).length === 0 && t.flags.listPart === undefined) takeFromStory(t, list);
  const same = repeat && typeof t.flags.listPart === 'string';
  const part = same ? String(t.flags.listPart) : nextPart(t, list);
  const budget = t.need?.urgency === 'normal' ? t.running?.budget.normal : t.running?.budget.urgent;
  if (part === undefined || (!same && part !== ENTRIES && Number(t.flags.asked ?? 0) >= (budget ?? 0))) {
    endList(t, slot);
    return false;
  }
  if (!same) {
    t.flags.asked = Number(t.flags.asked ?? 0) + 1;
    t.flags.listAsked = `${String(t.flags.listAsked ?? '')} ${part}`.trim();
  }
  t.flags.listPart = part;
  askPart(t, list, part);
  return true;
}

/** Takes the message as an answer to the loop's question. True where the loop goes on or ended by it. */
export function takeList(t: Turn, slot: string): boolean {
  const list = listOf(t, slot);
  if (list === undefined) return false;
  const part = String(t.flags.listPart ?? ENTRIES);
  takeOwnAge(t);
  const refusal = findRefusal(t.text);
  if (refusal === 'refused') return endList(t, slot, 'refused');
  if (refusal === 'unknown')
    return part === ENTRIES || part === MORE ? endList(t, slot, 'unknown') : leaveColumn(t, list, part);
  if (NO_MORE.test(t.text.trim()))
    return part === ENTRIES ? endList(t, slot, 'unknown') : part === MORE ? true : leaveColumn(t, list, part);
  if (
    part === ENTRIES &&
    (ALONE.test(t.text.trim()) ||
      (parseHouseholdSize(t.text) === 1 && list.reader.read(t.text, []) === undefined))
  )
    return takeAlone(t, list);
  const rows = rowsOf(t, slot);
  const read = list.reader.read(t.text, rows);
  if (read !== undefined) {
    keep(t, list, part === ENTRIES || part === MORE ? read : orFilled(t, list, part, read));
    return true;
  }
  if (part !== ENTRIES && part !== MORE) {
    const filled = fillColumn(t, list, part, rows);
    if (filled !== rows) {
      keep(t, list, filled);
      return true;
    }
  }
  return failed(t, list, part);
}

/**
 * An entry put right or added at another time: "儿子不是四十是四十五", "还漏了个孙子". Gives the changed entries in
 * words; undefined where the message is none of that.
 */
export function correctList(t: Turn): string | undefined {
  if (t.text.length > 60 || !PUT_RIGHT.test(t.text)) return undefined;
  for (const [slot, { rows }] of Object.entries(t.fields)) {
    const list =
      rows === undefined || rows.length === 0 || t.open?.slot === slot ? undefined : listOf(t, slot);
    if (list === undefined || rows === undefined) continue;
    const read = list.reader.read(t.text, rows);
    if (read === undefined) continue;
    const changed = read.filter((row) => !rows.includes(row));
    keep(t, list, read);
    return (changed.length > 0 ? changed : read)
      .map((row) => list.reader.inWords(row, t.lang))
      .join(t.lang === 'en' ? '; ' : '；');
  }
  return undefined;
}

const PUT_RIGHT =
  /不是|不对|错了|其实|应该是|改成|漏|忘(?:了|记)说|还有个|没说|不跟|搬走|actually|wrong|forgot|not \d/i;

/** Does the message put an entry of a known list right, or add one? */
export function changesEntries(t: Turn): boolean {
  if (t.text.length > 60 || !PUT_RIGHT.test(t.text)) return false;
  return Object.entries(t.fields).some(
    ([slot, { rows }]) =>
      rows !== undefined && rows.length > 0 && listOf(t, slot)?.reader.read(t.text, rows) !== undefined,
  );
}

/** Does the message name entries of the open list, so that it is no question and no other matter? */
export function namesEntries(t: Turn): boolean {
  const list = t.open === null ? undefined : listOf(t, t.open.slot);
  return list !== undefined && list.reader.names(t.text);
}

/** Nothing more is asked of a list; what was told stays. True, so that takers can end with it. */
export function endList(t: Turn, slot: string, otherwise: 'unknown' | 'refused' = 'unknown'): true {
  const list = listOf(t, slot);
  if (rowsOf(t, slot).length === 0 && !t.given(slot)) t.fill(slot, null, otherwise);
  t.flags.listDone = `${String(t.flags.listDone ?? '')} ${slot}`.trim();
  const { listPart: _part, listAsked: _asked, ...kept } = t.flags;
  t.flags = kept;
  const counts = list?.entry.counts;
  if (counts === undefined || t.given(counts.slot)) return true;
  // Who will not say who is there is not asked how many.
  if (t.given(slot)) t.fill(counts.slot, rowsOf(t, slot).length + counts.plus);
  else if (otherwise === 'refused') t.fill(counts.slot, null, 'refused');
  return true;
}

function timesAsked(t: Turn, part: string): number {
  return String(t.flags.listAsked ?? '')
    .split(' ')
    .filter((one) => one === part).length;
}

function nextPart(t: Turn, { slot, entry, reader }: List): string | undefined {
  const rows = rowsOf(t, slot);
  if (rows.length === 0) return timesAsked(t, ENTRIES) < MOST_ASKED ? ENTRIES : undefined;
  const open = entry.columns.find(
    ({ column }) => timesAsked(t, column) < MOST_ASKED && rows.some((row) => reader.lacks(row, column)),
  );
  if (open !== undefined) return open.column;
  const size = entry.counts === undefined ? undefined : t.fields[entry.counts.slot]?.value;
  // Entries that nobody asked for were told in passing: there may be more.
  const more =
    typeof size === 'number' ? rows.length + (entry.counts?.plus ?? 0) < size : timesAsked(t, ENTRIES) === 0;
  return more && rows.length < entry.most && timesAsked(t, MORE) === 0 ? MORE : undefined;
}

function askPart(t: Turn, { slot, entry, reader }: List, part: string): void {
  if (part === ENTRIES) return ask(t, slot);
  const rows = rowsOf(t, slot);
  const lacking = part === MORE ? rows : rows.filter((row) => reader.lacks(row, part));
  const names = lacking.map((row) => reader.name(row)).join(t.lang === 'en' ? ', ' : '、');
  const ways =
    part === MORE ? [entry.more] : (entry.columns.find(({ column }) => column === part)?.ask ?? []);
  const sentence = ways[t.leastSaid(`ask.${slot}.${part}`, ways.length)];
  if (sentence === undefined) return;
  t.openSlot(slot, 'ask', 0);
  t.tell('ask', inLanguage(sentence, t.lang, { names }), { slot });
}

/** What was told before anything was asked, where it names the household plainly. */
function takeFromStory(t: Turn, list: List): void {
  const story = t.fields.what_happened;
  if (story?.status !== 'given') return;
  const rows = list.reader.read(String(story.value), []) ?? [];
  const size = list.entry.counts === undefined ? undefined : t.fields[list.entry.counts.slot]?.value;
  const whole = typeof size === 'number' && rows.length + (list.entry.counts?.plus ?? 0) === size;
  const telling = rows.filter((row) => Object.keys(row).length > 1).length;
  if (rows.length > 0 && (whole || telling > 1)) keep(t, list, rows);
}

function keep(t: Turn, { slot, entry, reader }: List, rows: readonly FieldRow[]): void {
  const kept = rows.slice(0, entry.most);
  t.fill(slot, kept.map((row) => reader.inWords(row, t.lang)).join(t.lang === 'en' ? '; ' : '；'));
  t.fields[slot] = { ...t.fields[slot]!, rows: kept };
}

/** "四十五，八岁" to a question of two: in order; one answer to one, or to all of whom 都 is said. */
function fillColumn(
  t: Turn,
  { reader }: List,
  column: string,
  rows: readonly FieldRow[],
): readonly FieldRow[] {
  const lacking = rows.filter((row) => reader.lacks(row, column));
  const parts = t.text.split(PARTS).filter((part) => part.trim() !== '');
  const single =
    lacking.length === 1 || OF_ALL.test(t.text)
      ? reader.readColumn(t.text, column, lacking.length)
      : undefined;
  const each = lacking.map(
    (_, at) =>
      single ?? (parts.length === lacking.length ? reader.readColumn(parts[at]!, column, 1) : undefined),
  );
  if (each.every((one) => one === undefined)) return rows;
  return rows.map((row) => {
    const at = lacking.indexOf(row);
    return at < 0 || each[at] === undefined ? row : { ...row, ...each[at] };
  });
}

/** Entries were named, and one of them may still have its column from the rest of the answer. */
function orFilled(t: Turn, list: List, column: string, rows: readonly FieldRow[]): readonly FieldRow[] {
  return rows.some((row) => list.reader.lacks(row, column)) && OF_ALL.test(t.text)
    ? fillColumn(t, list, column, rows)
    : rows;
}

function leaveColumn(t: Turn, list: List, column: string): true {
  const nothing = column === 'doing' ? { doing: null, is: '' } : { [column]: null };
  keep(
    t,
    list,
    rowsOf(t, list.slot).map((row) => (list.reader.lacks(row, column) ? { ...row, ...nothing } : row)),
  );
  return true;
}

function takeAlone(t: Turn, { slot, entry }: List): true {
  t.fill(slot, t.lang === 'en' ? 'nobody else' : '就自己');
  t.fields[slot] = { ...t.fields[slot]!, rows: [] };
  if (entry.counts !== undefined && !t.given(entry.counts.slot)) t.fill(entry.counts.slot, entry.counts.plus);
  return endList(t, slot);
}

/** Nothing could be read: asked once more in other words, then left, with the words kept for the officer. */
function failed(t: Turn, list: List, part: string): true {
  const size = list.entry.counts === undefined ? undefined : parseHouseholdSize(t.text);
  if (size !== undefined && list.entry.counts !== undefined && part === ENTRIES)
    t.fill(list.entry.counts.slot, size);
  if (timesAsked(t, part) < MOST_ASKED) {
    t.say('say', size === undefined ? 'not_understood' : 'noted_in_case');
    return true;
  }
  t.fill(
    'more',
    [t.fields.more?.value, t.text].filter((one) => typeof one === 'string' && one !== '').join('；'),
  );
  return part === ENTRIES || part === MORE ? endList(t, list.slot) : leaveColumn(t, list, part);
}

/** "我七十，老伴六十八": what the writer says of themselves beside the others. */
function takeOwnAge(t: Turn): void {
  if (t.known('subject_age') || (t.need?.subject ?? 'self') !== 'self') return;
  const own =
    /(?:^|[，,。；;、\s])(?:我|俺|咱|本人)(?:自己|今年|都|快|是)*([\d]{2,3}|[二三四五六七八九]?十[一二三四五六七八九]?)(?=岁|了|[，,。；;、\s]|$)/.exec(
      t.text,
    )?.[1];
  const age = own === undefined ? undefined : parseAge(own);
  if (age !== undefined) t.fill('subject_age', age);
}
