import { findRefusal } from '../../slots/find-refusal';
import { yesOrNo } from '../../slots/yes-or-no';
import { findDigression } from '../phrases/find-digression';
import { hasHadEnough } from '../phrases/has-had-enough';
import { isAbuse } from '../phrases/is-abuse';
import { answerQuestion, policyFor } from './answer-question';
import { askNext } from './ask-next';
import { nextHousehold, takeBatch } from './batch';
import { takeNeed } from './clarify-need';
import { correct } from './correct';
import { fileCase } from './file-case';
import { correctsOpenAnswer, findCorrection } from './find-correction';
import { prefill } from './prefill';
import { raiseLack } from './raise-lack';
import { READBACK, readBack } from './read-back';
import { reopenQuestion } from './reopen-question';
import { bearAbuse } from './small-talk';
import { startDialog } from './start-dialog';
import { switchNeed } from './switch-need';
import { takeAgainst } from './take-against';
import { giveUp, takeAnswer } from './take-answer';
import type { Turn } from './turn';

/** "对着呢，报吧", "别问了，赶紧报": as plain as a yes. */
const SEND = /^(?!.*(?:不|错|(?<!要)先))[^，,。]{0,6}[，,。\s]*(?:就这么|就这样|赶紧|快|直接)?(?:给我)?(?:报|办|交|转|送)(?:上去|了)?(?:吧|呗|啊)?[。.！!\s]*$|^(?:yes|ok|please|just|go ahead)?[, ]*(?:and )?(?:please |just )?(?:send|file|submit) it(?: please)?[.!\s]*$/i;
/** Turns on one open question, whatever fills them, before it is left open: there is always a way on. */
const LONGEST_ROUND = 6;

/** A message while a dialog runs: a correction, a question in between, another need, or the answer. */
export function takeMessage(t: Turn): void {
  const before = t.open?.slot;
  const round = Number(t.flags.round ?? 0);
  if (before !== undefined && before !== READBACK && before !== 'measure' && round >= LONGEST_ROUND) {
    t.flags.round = 0;
    return giveUp(t, before);
  }
  takeInDialog(t);
  t.flags.round = before !== undefined && t.open?.slot === before ? round + 1 : 0;
}

function takeInDialog(t: Turn): void {
  const open = t.open;
  if (isAbuse(t.text)) return bearAbuse(t);
  if (takeBatch(t)) return;
  raiseLack(t);
  if (isChosen(t)) return takeChosen(t);
  const awaitsText = open !== null && t.catalogue.slots.get(open.slot)?.kind === 'text';
  if (hasHadEnough(t.text) && open?.slot !== READBACK && open?.slot !== 'measure') return stopAsking(t);
  if (findRefusal(t.text) === undefined && !correctsOpenAnswer(t)) {
    const corrections = findCorrection(t).filter(({ slot }) => slot !== open?.slot);
    if (corrections.length > 0) {
      if (!correct(t, corrections)) reopenQuestion(t);
      return;
    }
    const digression = findDigression(t.text, awaitsText);
    // "还有一件，能不能派人去看看我妈" is a matter of its own before it is a question.
    if (digression === 'policy' && switchNeed(t)) return;
    if (digression !== undefined && !(digression === 'policy' && (fitsOpen(t) || isNoQuestion(t) || (open?.slot === 'measure' && open.tries >= 1)))) {
      answerQuestion(t, digression);
      return reopenQuestion(t);
    }
    if (switchNeed(t)) return;
  }
  if (open?.slot === READBACK) return takeReadback(t);
  takeChosen(t);
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
  return Number(t.flags.round ?? 0) >= 1 && kind !== undefined && kind !== 'text' && policyFor(t, t.need?.measure ?? null, 1, 2).length === 0;
}

/** No more questions than must be: what is known is read back. */
function stopAsking(t: Turn): void {
  const slot = t.open?.slot;
  t.flags.enough = true;
  if (slot !== undefined && t.running?.required.includes(slot) !== true) t.fill(slot, null, 'unknown');
  t.open = null;
  prefill(t, slot ?? 'more');
  t.say('say', 'enough');
  askNext(t);
}

/** A closed question takes what its parser takes, even with a question mark behind it. */
function fitsOpen(t: Turn): boolean {
  const kind = t.open === null ? undefined : t.catalogue.slots.get(t.open.slot)?.kind;
  if (kind === 'place') return t.input.place.code !== '' || t.input.place.candidates.length > 0 || !/[吗呢么?？]\s*$/.test(t.text);
  if (kind === 'phone') return /\d{3}|[零〇一二三四五六七八九幺]{4}/.test(t.text);
  return (kind !== undefined && kind !== 'text' && /\d|[一二三四五六七八九十两俩]/.test(t.text));
}

/** Only a plain yes files. A bare no asks what is wrong; new details change the case and are read back again. */
function takeReadback(t: Turn): void {
  const tries = t.open?.tries ?? 0;
  const said = t.text === t.word('readback.yes') || SEND.test(t.text) ? 'yes' : t.text === t.word('readback.no') ? 'no' : yesOrNo(t.text);
  if (said === 'yes') {
    t.open = null;
    fileCase(t, true);
    return nextHousehold(t);
  }
  if (said === 'no') {
    t.openSlot(READBACK, 'confirm', tries + 1);
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
