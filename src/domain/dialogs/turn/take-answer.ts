import { findRefusal } from '../../slots/find-refusal';
import { parseAnswer } from '../../slots/parse-answer';
import { pickChoice } from '../../slots/pick-choice';
import type { Slot } from '../../slots/slot';
import { yesOrNo } from '../../slots/yes-or-no';
import { ask, TRIES_UNTIL_PERSON } from './ask';
import { askNext } from './ask-next';
import { handOver } from './hand-over';
import { prefill } from './prefill';
import { declinesToBeNamed } from '../phrases/declines-to-be-named';
import { looksLikePlace } from '../phrases/address-words';
import { findCommand } from '../phrases/find-command';
import { isNoise } from '../phrases/is-noise';
import { storyWithoutDetails } from '../phrases/story-without-details';
import { tellsStory } from '../phrases/tells-story';
import { toldPapers } from '../phrases/told-papers';
import { toldDetails } from '../phrases/told-details';
import { keepPlaceAsSaid, takePlace } from './take-place';
import { endList, isList, takeList } from './take-list';
import type { Turn } from './turn';

const LEAST_STORY = 6;
/** Slots whose "no" means that there is nothing to tell: the answer is known, and is no. */
const NONE_IS_UNKNOWN = new Set([
  'caller_phone',
  'caller_name',
  'subject_name',
  'event_date',
  'ticket_number',
  'subject_age',
  'what_happened',
]);

const NO_SUCH =
  /^(?:我|俺)?们?(?:没有?|无|没)(?:有)?(?:电话|手机|名字)|^(?:i )?(?:have no|don't have a?|no) phone/i;
/** "长胜镇，不对，四家子镇": the second place. */
const TAKEN_BACK = /(?:不对|错了|说错了|[哦噢啊哎]不)[，,。\s]*(?:应该)?(?:是|在)?(\S{2,}.*)$/;
/** Details that are never the answer to a question in free words. */
const OTHERS = ['phone', 'age'] as const;
const SHORT = 14;
/** "身份证户口本都有，残疾证也有": papers and nothing else. */
const LONGEST_LIST = 24;
/** Turns in which other details may come before the open question counts as not answered. */
const OUT_OF_TURN = 3;

const NO_NUMBER = /没|找不|丢|忘|不知|哪有|\b(?:no|none|lost|don't)\b/i;

/** Takes the message as the answer to the open question; asks again, differently, where it cannot be one. */
export function takeAnswer(t: Turn): void {
  const open = t.open;
  const spec = open === null ? undefined : t.catalogue.slots.get(open.slot);
  if (open === null || spec === undefined) {
    askNext(t);
    return;
  }
  const { slot } = open;
  if (spec.kind === 'list') {
    takeList(t, slot);
    return afterAnswer(t, slot);
  }
  const text = t.text;
  const answer = t.input.value ?? text;
  const picked = pickChoice(
    answer,
    spec.choices.map(({ value, zh, en, words }) => ({ value, words: [zh, en, ...words] })),
  );
  const refusal = findRefusal(text);
  // Whoever would rather not say, in whatever words, has not consented.
  if (slot === 'consent' && refusal !== undefined) t.fill(slot, false);
  else if (picked !== undefined && (spec.kind !== 'yes_no' || refusal === undefined))
    t.fill(slot, spec.kind === 'yes_no' ? picked === 'yes' : spoken(t, text, picked));
  else if (text === t.word('choice.person')) return handOver(t, 'asked');
  else if (refusal !== undefined && !(spec.kind === 'yes_no' && yesOrNo(text) === 'no'))
    t.fill(slot, null, refusal);
  else if (yesOrNo(text) === 'no' && NONE_IS_UNKNOWN.has(slot))
    t.fill(slot, null, /不/.test(text) ? 'refused' : 'unknown');
  else if (NO_SUCH.test(text)) t.fill(slot, null, 'unknown');
  else if (spec.kind === 'place') return takePlaceAnswer(t, slot, TAKEN_BACK.exec(answer)?.[1] ?? answer);
  else if (isOtherDetail(t, slot, spec)) return failed(t, slot);
  else {
    const value = parseAnswer(spec.kind, text, t.input.now);
    if (value === undefined && slot === 'ticket_number' && (NO_NUMBER.test(text) || open.tries >= 1))
      t.fill(slot, null, 'unknown');
    else if (value === undefined) return failed(t, slot);
    else t.fill(slot, value);
  }
  afterAnswer(t, slot);
}

function afterAnswer(t: Turn, slot: string): void {
  prefill(t, slot);
  t.flags.last = slot;
  t.flags.early = 0;
  t.open = null;
  askNext(t);
}

/** A chosen button gives its value; words that only contain it are kept as they were said. */
function spoken(t: Turn, text: string, picked: string): string {
  return t.input.value !== undefined || text.length <= 3 ? picked : text;
}

function takePlaceAnswer(t: Turn, slot: string, answer: string): void {
  const tries = t.open?.tries ?? 0;
  const taken = takePlace(t, slot, answer);
  if (taken === 'filled') return afterAnswer(t, slot);
  // Words that cannot be a place are never kept as one.
  if (taken === 'no' && !looksLikePlace(answer)) return failed(t, slot);
  // The household register is not worth a second question, except where it decides; then the township is asked once.
  if (slot !== 'current_address' && taken !== 'clarify') {
    keepPlaceAsSaid(t, slot, answer);
    return afterAnswer(t, slot);
  }
  if (taken === 'clarify' && tries < 2) return ask(t, slot, tries + 1);
  if (taken === 'more' && tries < 1) return ask(t, slot, tries + 1);
  const readable = /[\p{L}]{2,}/u.test(answer);
  if (tries >= 1 && readable) {
    keepPlaceAsSaid(t, slot, answer);
    return afterAnswer(t, slot);
  }
  return failed(t, slot);
}

/** Nothing but a place, a name, a number: no answer in free words, but one to another question. */
function isOtherDetail(t: Turn, slot: string, spec: Slot): boolean {
  if (spec.kind !== 'text' || t.input.value !== undefined) return false;
  if (t.text.length <= SHORT && declinesToBeNamed(t.text)) return true;
  if (t.text.length <= LONGEST_LIST && toldPapers(t.text, t.catalogue.prescreens.papers) !== undefined)
    return true;
  if (slot === 'what_happened')
    return (
      (t.input.place.mentions.length > 0 || t.input.understanding.entities.length > 0) &&
      !tellsStory(withoutPlaces(t, storyWithoutDetails(t.text)), 4) &&
      isMostlyNamed(t)
    );
  return (
    t.text.length <= SHORT &&
    OTHERS.some((kind) => t.input.understanding.entities.some((one) => one.kind === kind)) &&
    isMostlyNamed(t, OTHERS)
  );
}

function withoutPlaces(t: Turn, text: string): string {
  return t.input.place.mentions.reduce(
    (rest, { start, end }) => rest.replace(t.text.slice(start, end), ''),
    text,
  );
}

function isMostlyNamed(t: Turn, kinds?: readonly string[]): boolean {
  const { entities } = t.input.understanding;
  const named = [
    ...(kinds === undefined ? t.input.place.mentions : []),
    ...entities.filter(({ kind }) => kinds?.includes(kind) ?? kind !== 'disease'),
  ];
  const marked = new Set(
    named.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at)),
  );
  return marked.size >= t.text.length * 0.5;
}

function failed(t: Turn, slot: string): void {
  const before = t.open?.tries ?? 0;
  const early = Number(t.flags.early ?? 0);
  if (early < OUT_OF_TURN && tookOther(t, slot)) {
    t.flags.early = early + 1;
    if (t.known(slot)) {
      t.open = null;
      return askNext(t);
    }
    t.say('say', 'noted_in_case');
    return ask(t, slot, before);
  }
  const tries = before + 1;
  if (tries < TRIES_UNTIL_PERSON) {
    if (tries === 1) t.say('say', 'not_understood');
    ask(t, slot, tries);
    return;
  }
  giveUp(t, slot);
}

/** Did the message give something else that the case needs: another detail, or what happened? */
function tookOther(t: Turn, slot: string): boolean {
  const before = JSON.stringify([t.fields, t.places, t.placeCandidates]);
  prefill(t, slot);
  for (const [told, words] of toldDetails(t.text, t.need?.measure ?? null))
    if (told !== slot && !t.known(told)) t.fill(told, words);
  const story = t.fields.what_happened;
  if (
    slot !== 'what_happened' &&
    /\p{L}{4}/u.test(t.text) &&
    t.text.length >= LEAST_STORY &&
    tellsStory(t.text) &&
    !declinesToBeNamed(t.text) &&
    !/[?？]/.test(t.text) &&
    toldPapers(t.text, t.catalogue.prescreens.papers) === undefined
  ) {
    const told = story?.status === 'given' ? String(story.value) : '';
    if (!told.includes(t.text)) t.fill('what_happened', told === '' ? t.text : `${told}；${t.text}`);
  }
  return JSON.stringify([t.fields, t.places, t.placeCandidates]) !== before;
}

/** Three failures: the words are kept for the officer and the talk goes on; where the detail decides, a person is told. */
export function giveUp(t: Turn, slot: string): void {
  if (isList(t, slot)) endList(t, slot);
  else t.fill(slot, null, 'unknown');
  if (!isNoise(t.text) && findCommand(t.text) === undefined) {
    t.fill('more', [t.fields.more?.value, t.text].filter((part) => typeof part === 'string').join('；'));
  }
  t.open = null;
  t.flags.early = 0;
  if (t.running?.required.includes(slot) === true) handOver(t, 'stuck');
  else t.say('say', 'left_open');
  askNext(t);
}
