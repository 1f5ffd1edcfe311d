import { findRefusal } from '../../slots/find-refusal';
import { yesOrNo } from '../../slots/yes-or-no';
import { findDigression } from '../phrases/find-digression';
import { hasHadEnough } from '../phrases/has-had-enough';
import { isAbuse } from '../phrases/is-abuse';
import { takenBack } from '../phrases/taken-back';
import { answerQuestion, policyFor } from './answer-question';
import { TRIES_UNTIL_PERSON } from './ask';
import { askNext } from './ask-next';
import { nextHousehold, takeBatch } from './batch';
import { takeNeed } from './clarify-need';
import { correct } from './correct';
import { fileCase } from './file-case';
import { correctsOpenAnswer, findCorrection } from './find-correction';
import { handOverMeanwhile } from './hand-over';
import { leaveOpen } from './leave-open';
import { prefill, takePatient } from './prefill';
import { raiseLack } from './raise-lack';
import { READBACK, readBack } from './read-back';
import { reopenQuestion } from './reopen-question';
import { bearAbuse } from './small-talk';
import { startDialog } from './start-dialog';
import { switchNeed } from './switch-need';
import { takeAgainst } from './take-against';
import { correctList, endList, isList, namesEntries } from './take-list';
import { takeAnswer } from './take-answer';
import type { Turn } from './turn';

/** "对着呢，报吧", "别问了，赶紧报": as plain as a yes. */
const SEND =
  /^(?!.*(?:不|错|(?<!要)先))[^，,。]{0,6}[，,。\s]*(?:就这么|就这样|赶紧|快|直接)?(?:给我)?(?:报|办|交|转|送)(?:上去|了)?(?:吧|呗|啊)?[。.！!\s]*$|^(?:yes|ok|please|just|go ahead)?[, ]*(?:and )?(?:please |just )?(?:send|file|submit) it(?: please)?[.!\s]*$/i;
/** Kinds of details that no entry of a list has. */
const BESIDE = new Set(['phone', 'place', 'count']);

/** A message while a dialog runs: a correction, a question in between, another need, or the answer. */
export function takeMessage(t: Turn): void {
  if (!leaveOpen(t)) takeInDialog(t);
}

function takeInDialog(t: Turn): void {
  const open = t.open;
  if (isAbuse(t.text)) return bearAbuse(t);
  if (takeBatch(t)) return;
  raiseLack(t);
  if (isChosen(t)) return takeChosen(t);
  const kind = open === null ? undefined : t.catalogue.slots.get(open.slot)?.kind;
  const awaitsText = kind === 'text' || kind === 'list';
  const entries = namesEntries(t) && !correctsBeside(t);
  if (hasHadEnough(t.text) && open?.slot !== READBACK && open?.slot !== 'measure') return stopAsking(t);
  if (findRefusal(t.text) === undefined && !entries && !correctsOpenAnswer(t)) {
    const entry = correctList(t);
    if (entry !== undefined) {
      t.say('say', 'corrected', { what: entry });
      return reopenQuestion(t);
    }
    const corrections = findCorrection(t).filter(
      ({ slot, value }) => slot !== open?.slot || value !== undefined,
    );
    if (corrections.length > 0) {
      meansAnother(t);
      if (!correct(t, corrections)) reopenQuestion(t);
      return;
    }
    if (meansAnother(t)) return reopenQuestion(t);
    const digression = findDigression(t.text, awaitsText);
    // "还有一件，能不能派人去看看我妈" is a matter of its own before it is a question.
    if (digression === 'policy' && switchNeed(t)) return;
    if (
      digression !== undefined &&
      !(
        digression === 'policy' &&
        (fitsOpen(t) || isNoQuestion(t) || (open?.slot === 'measure' && open.tries >= 1))
      )
    ) {
      answerQuestion(t, digression);
      return reopenQuestion(t);
    }
    if (switchNeed(t)) return;
  }
  if (open?.slot === READBACK) return takeReadback(t);
  takeChosen(t);
}

const KIN =
  '(?:我|俺|他|她)?(?:爸|爹|父亲|妈|娘|母亲|爷爷?|奶奶?|姥爷|姥姥|儿子|闺女|女儿|老伴|男人|媳妇|哥|姐|弟弟?|妹妹?|叔|婶|舅|姑|姨)';
const ANOTHER_OF_THE_FAMILY = new RegExp(`不是${KIN}[，,\\s]*(?:而)?是${KIN}|是${KIN}[，,\\s]*不是${KIN}`);

/** "不是我爸，是我妈": whose matter it is stands in the story, for the officer must not ask for the wrong one. */
function meansAnother(t: Turn): boolean {
  if (t.text.length > 40 || !ANOTHER_OF_THE_FAMILY.test(t.text)) return false;
  const told = t.fields.what_happened?.value;
  t.fill('what_happened', typeof told === 'string' ? `${told}；${t.text}` : t.text);
  delete t.flags.patient;
  takePatient(t, takenBack(t.text).stands);
  t.say('say', 'noted_in_case');
  return true;
}

function takeChosen(t: Turn): void {
  if (t.open?.slot === READBACK) return takeReadback(t);
  if (t.open?.slot === 'measure') {
    const chosen = isChosen(t);
    takeNeed(t);
    // What else the answer tells is not asked again.
    if (!chosen) prefill(t);
    return startDialog(t);
  }
  if (t.open === null) {
    prefill(t);
    return askNext(t);
  }
  takeAnswer(t);
  takeAgainst(t);
}

/** Exactly one of the buttons: nothing else can be meant. */
function isChosen(t: Turn): boolean {
  return t.input.value !== undefined || (t.open?.choices ?? []).includes(t.text);
}

/** The second question running that no fact answers, at a closed question: an answer that could not be read, rather. */
function isNoQuestion(t: Turn): boolean {
  const kind = t.open === null ? undefined : t.catalogue.slots.get(t.open.slot)?.kind;
  return (
    Number(t.flags.round ?? 0) >= 1 &&
    kind !== undefined &&
    kind !== 'text' &&
    policyFor(t, t.need?.measure ?? null, 1, 2).length === 0
  );
}

/** "我记错了，家里就我和我妈两口人" while the people are asked: the number, telephone or place goes first. */
function correctsBeside(t: Turn): boolean {
  return findCorrection(t).some(
    ({ slot }) => slot === 'caller_name' || BESIDE.has(t.catalogue.slots.get(slot)?.kind ?? ''),
  );
}

/** No more questions than must be: what is known is read back. */
function stopAsking(t: Turn): void {
  const slot = t.open?.slot;
  t.flags.enough = true;
  if (slot !== undefined && isList(t, slot)) endList(t, slot);
  else if (slot !== undefined && t.running?.required.includes(slot) !== true) t.fill(slot, null, 'unknown');
  t.open = null;
  prefill(t, slot ?? 'more');
  t.say('say', 'enough');
  askNext(t);
}

/** A closed question takes what its parser takes, even with a question mark behind it. */
function fitsOpen(t: Turn): boolean {
  const kind = t.open === null ? undefined : t.catalogue.slots.get(t.open.slot)?.kind;
  if (kind === 'place')
    return (
      t.input.place.code !== '' || t.input.place.candidates.length > 0 || !/[吗呢么?？]\s*$/.test(t.text)
    );
  if (kind === 'phone') return /\d{3}|[零〇一二三四五六七八九幺]{4}/.test(t.text);
  return kind !== undefined && kind !== 'text' && /\d|[一二三四五六七八九十两俩]/.test(t.text);
}

/** Only a plain yes files. A bare no asks what is wrong; new details change the case and are read back again. */
function takeReadback(t: Turn): void {
  const tries = t.open?.tries ?? 0;
  const said =
    t.text === t.word('readback.yes') || SEND.test(t.text)
      ? 'yes'
      : t.text === t.word('readback.no')
        ? 'no'
        : yesOrNo(t.text);
  if (said === 'yes') {
    t.open = null;
    fileCase(t, true);
    return nextHousehold(t);
  }
  if (said === 'no') {
    t.openSlot(READBACK, 'confirm', tries + 1);
    if (tries + 1 >= TRIES_UNTIL_PERSON) return handOverMeanwhile(t, 'unsure');
    t.say('confirm', 'readback.which', {}, { slot: READBACK });
    return;
  }
  const before = JSON.stringify(t.fields);
  prefill(t, READBACK);
  if (JSON.stringify(t.fields) === before && t.text.length > 1) {
    const more = [t.fields.more?.value, t.text].filter((part) => typeof part === 'string').join('；');
    t.fill('more', more);
  }
  t.say('say', 'noted_in_case');
  readBack(t, tries + 1);
}
