import { findAges } from '../../understanding/entities/age';
import { findHouseholdSizes } from '../../understanding/entities/household-size';
import { parsePersonName, findPersonNames } from '../../understanding/entities/person-name';
import { parsePhone } from '../../understanding/entities/phone';
import type { Need } from '../state';
import { batchSize, endsBatch, householdMeant, isInOffice } from '../phrases/batch-words';
import { nameInOffice } from '../phrases/name-in-office';
import { tellsStory } from '../phrases/tells-story';
import { nameOfHousehold, toldHouseholds } from '../phrases/told-households';
import { askNext } from './ask-next';
import { fileCase } from './file-case';
import { needOf } from './need-of';
import { prefill } from './prefill';
import { READBACK } from './read-back';
import { reopenQuestion } from './reopen-question';
import { takePlacesOf } from './take-place';
import type { Blanks } from '../word';
import type { Turn } from './turn';

/** Flags: households announced (0: not said how many), filed so far, tickets before the first, where they all are. */
export const BATCH = 'batch';
const DONE = 'batchDone';
const FROM = 'batchFrom';
const PLACE = 'batchPlace';
/** Households of the first message that are still to be read back, and where they all are in its words. */
const TOLD = 'batchTold';
const ADDRESS = 'batchAddress';
const BETWEEN = '\n';
export const BATCH_DIALOG = 'batch-report';
const ESSENTIAL = ['what_happened', 'current_address'];
const CALLER = ['caller_name', 'caller_phone'];
const SHORT_NAME = 6;
/** A household pointed out by somebody in office, until it is said what it lacks. */
const HOUSEHOLD: Need = {
  scope: 'measure', measure: 'M12', department: null, act: 'help', urgency: 'normal', danger: 'none', subject: 'other',
}; // prettier-ignore
const OWN_PHONE = /(?:我|俺)(?:的|这)?(?:电话|手机|号)|my (?:phone|number)/i;
const WRONG = /错|不对|改|应该|wrong|change/i;

/** A grid worker or cadre reports several households: one after the other, each a case of its own. */
export function beginBatch(t: Turn): boolean {
  const told = isInOffice(t.text) ? toldHouseholds(t.text) : undefined;
  const size = told?.length ?? batchSize(t.text);
  if (size === undefined || t.dialog !== null) return false;
  t.needs = [HOUSEHOLD];
  prefill(t);
  const { present } = t.places;
  const address = t.fields.current_address?.value;
  t.fields = Object.fromEntries(Object.entries(t.fields).filter(([slot]) => CALLER.includes(slot)));
  t.placeCandidates = [];
  const name = nameInOffice(t.text);
  if (name !== undefined && !t.given('caller_name')) t.fill('caller_name', name);
  Object.assign(
    t.flags,
    { [BATCH]: size, [DONE]: 0, [FROM]: t.tickets.length },
    present === undefined ? {} : { [PLACE]: present },
  );
  if (told !== undefined) {
    t.flags[TOLD] = told.map((words) => words.replace(/\n/g, ' ')).join(BETWEEN);
    if (typeof address === 'string') t.flags[ADDRESS] = address;
    t.say('say', 'batch.told', { n: size });
    takeTold(t);
    return true;
  }
  askHousehold(t, size === 0 ? 'batch.begin' : 'batch.begin_n', { n: size });
  return true;
}

/**
 * What a message of a batch means beyond the household that is open: the end, or one that was filed already. Takes name,
 * telephone and need of the open one, and lets the talk go on.
 */
export function takeBatch(t: Turn): boolean {
  if (t.flags[BATCH] === undefined || t.dialog?.id !== BATCH_DIALOG) return false;
  if (endsBatch(t.text)) {
    endBatch(t);
    return true;
  }
  const meant = householdMeant(t.text);
  const done = Number(t.flags[DONE] ?? 0);
  if (meant !== undefined && meant >= 1 && meant <= done && (meant < done || WRONG.test(t.text)))
    return addToFiled(t, meant);
  takeHousehold(t);
  return false;
}

/** The open household is filed: on to the next, or to the sum of all. */
export function nextHousehold(t: Turn): void {
  if (t.flags[BATCH] === undefined) return;
  const done = Number(t.flags[DONE] ?? 0) + 1;
  const of = Number(t.flags[BATCH]);
  t.flags[DONE] = done;
  if (of > 0 && done >= of) return sumUp(t);
  if (takeTold(t)) return;
  askHousehold(t, of > 0 ? 'batch.next_of' : 'batch.next', { n: done + 1, left: of - done });
}

/** No more of them: the open one is filed if what matters is known, and what was filed is summed up. */
export function endBatch(t: Turn): void {
  const complete =
    t.open?.slot === READBACK || (t.needs.length > 0 && ESSENTIAL.every((slot) => t.given(slot)));
  if (complete) fileCase(t, t.open?.slot === READBACK);
  else if (Object.keys(t.fields).some((slot) => !CALLER.includes(slot))) t.say('say', 'batch.left_out');
  sumUp(t);
}

/** The person is back after the last household went by another way: an alarm, a silence. */
export function takeUpBatch(t: Turn): boolean {
  if (t.flags[BATCH] === undefined || t.dialog !== null || t.open !== null) return false;
  if (endsBatch(t.text)) {
    sumUp(t);
    return true;
  }
  if (!tellsStory(t.text) || t.input.understanding.scope === 'chat') return false;
  t.flags[DONE] = Math.max(Number(t.flags[DONE] ?? 0), t.tickets.length - Number(t.flags[FROM] ?? 0));
  openHousehold(t);
  takeHousehold(t);
  prefill(t);
  askNext(t);
  return true;
}

function openHousehold(t: Turn): void {
  t.needs = [HOUSEHOLD];
  const place = t.flags[PLACE];
  if (typeof place === 'string') t.places = { present: place };
  t.dialog = {
    id: BATCH_DIALOG,
    version: t.catalogue.dialogs.get(BATCH_DIALOG)?.version ?? 1,
    step: 'start',
  };
  t.flags.asked = 0;
}

/** The sentence that asks for a household asks for all of it; what is not said then is asked singly. */
function askHousehold(t: Turn, key: string, blanks: Blanks): void {
  openHousehold(t);
  t.openSlot('what_happened', 'ask', 0);
  t.say('ask', key, blanks, { slot: 'what_happened' });
}

/** The next household that was told already: only what its words lack is asked. False where none is left. */
function takeTold(t: Turn): boolean {
  const [words, ...rest] = String(t.flags[TOLD] ?? '').split(BETWEEN);
  if (words === undefined || words === '') return false;
  if (rest.length > 0) t.flags[TOLD] = rest.join(BETWEEN);
  else delete t.flags[TOLD];
  openHousehold(t);
  const fill = (slot: string, value: string | number | undefined) =>
    value !== undefined && t.fill(slot, value);
  fill('what_happened', words);
  fill('subject_name', nameOfHousehold(words));
  fill('subject_phone', parsePhone(words));
  fill('subject_age', Number(findAges(words)[0]?.value ?? NaN) || undefined);
  fill('household_size', Number(findHouseholdSizes(words)[0]?.value ?? NaN) || undefined);
  const place = t.input.locate(words, t.places.present?.slice(0, 6));
  if (place.code.length === 9) takePlacesOf(t, words, place);
  else if (t.places.present?.length === 9)
    fill('current_address', String(t.flags[ADDRESS] ?? '') || undefined);
  askNext(t);
  return true;
}

function sumUp(t: Turn): void {
  const from = Number(t.flags[FROM] ?? 0);
  for (const flag of [BATCH, DONE, FROM, PLACE, TOLD, ADDRESS]) delete t.flags[flag];
  t.closeCase();
  t.emit({ kind: 'sum_up', from });
}

/** The first name, the telephone and the trouble in the words are the household's, not the reporter's. */
function takeHousehold(t: Turn): void {
  const slot = t.open?.slot;
  if (slot !== undefined && CALLER.includes(slot)) return;
  const phone = parsePhone(t.text);
  if (phone !== undefined && !OWN_PHONE.test(t.text) && slot !== READBACK && !t.given('subject_phone'))
    t.fill('subject_phone', phone);
  const name = slot === undefined || slot === 'what_happened' ? nameIn(t) : undefined;
  if (name !== undefined && !t.given('subject_name')) t.fill('subject_name', name);
  takeTrouble(t);
}

/** "巴图，东风嘎查，房子漏雨", "巴图家": whom it is about. */
function nameIn(t: Turn): string | undefined {
  const first = t.text.replace(/^第\S{1,3}户(?:是|叫)?[，,：:\s]*/, '').split(/[，,、。；;：:\s]/)[0] ?? '';
  const bare = first.replace(/(?:家|家里|一家)$/, '');
  const short =
    bare.length >= 2 && bare.length <= SHORT_NAME && t.input.locate(bare).mentions.length === 0
      ? parsePersonName(bare)
      : undefined;
  return (
    short ??
    findPersonNames(t.text)
      .map(({ value }) => String(value))
      .find((value) => value !== t.fields.caller_name?.value)
  );
}

/** What the household lacks decides where it goes; what cannot wait is said to somebody at once. */
function takeTrouble(t: Turn): void {
  if (t.need?.measure !== HOUSEHOLD.measure || t.given('what_happened') || !tellsStory(t.text)) return;
  const need = needOf(t);
  if (need.scope === 'chat') return;
  t.needs = [{ ...need, act: 'help', subject: 'other' }];
}

/** Words about a household that is filed go to its ticket; a telephone in them is put right there. */
function addToFiled(t: Turn, meant: number): boolean {
  const number = t.tickets[Number(t.flags[FROM] ?? 0) + meant - 1];
  if (number === undefined) return false;
  t.emit({ kind: 'add_note', number, words: t.text });
  const phone = parsePhone(t.text);
  if (phone !== undefined)
    t.emit({
      kind: 'supplement',
      number,
      fields: { subject_phone: { value: phone, status: 'given', source: t.input.seq } },
      places: {},
    });
  t.say('say', 'noted', { number });
  reopenQuestion(t);
  return true;
}
