import { yesOrNo } from '../../slots/yes-or-no';
import { findDigression } from '../phrases/find-digression';
import { namedDepartments } from '../phrases/named-departments';
import { namedMeasure } from '../phrases/named-measure';
import { questionKinds } from '../phrases/question-kinds';
import { answerQuestion, timeInWords, papersOf, policyFor, textOf } from './answer-question';
import { needOf } from './need-of';
import { prefill } from './prefill';
import { startDialog } from './start-dialog';
import { tellPrescreen } from './tell-prescreen';
import type { Turn } from './turn';

/** A question on policy gets its answer, what to bring and where, and the offer to file; not a form. */
export function consult(t: Turn): void {
  const need = needOf(t);
  const measure = need.measure;
  if (measure === null) return;
  prefill(t);
  const about = /多久|多长时间|几天|how long|when/i.test(t.text) ? timeInWords(t, measure) : '';
  const facts = policyFor(t, measure, about === '' ? 2 : 1).map((item) => textOf(t, item));
  if (/多少钱|给多少|多少|how much/i.test(t.text)) facts.splice(1, 1, t.word('answer.amount'));
  if (about !== '') facts.push(about);
  t.tell('answer', facts.join('\n'));
  t.needs = [{ ...need, act: 'help' }];
  if (findDigression(t.text, false) === 'eligible') tellPrescreen(t);
  answerTheRest(t, measure);
  if (ASKS_HOW.test(t.text)) offer(t, 'file', 'consult.offer', { papers: papersOf(t, measure) });
  else offer(t, 'file', 'consult.offer_plain');
}

/** Asks how it is done, so that what to bring belongs to the answer. */
const ASKS_HOW =
  /(?:怎么|咋|如何|哪儿?|去哪|找谁).{0,6}(?:申请|办|报|弄|交)|材料|手续|证件|证明|带(?:什么|啥|哪些)|准备|条件|how (?:do|to|can)|papers|documents|what do i need/i;

/** A second thing asked in the same message: its department is named, its need is noted. */
function answerTheRest(t: Turn, measure: string): void {
  for (const department of namedDepartments(t.text).slice(0, 2)) t.say('answer', `referral.${department}`);
  const other = namedMeasure(t.text);
  if (other === undefined || other === measure || t.need === undefined) return;
  const [fact] = policyFor(t, other, 1);
  t.say('say', 'second_need', { need: t.word(`need.${other}`) });
  if (fact !== undefined) t.tell('answer', textOf(t, fact));
  t.needs.push({ ...t.need, measure: other });
}

/** Offers to take the case on; the answer is looked for in the next message. */
export function offer(
  t: Turn,
  what: string,
  key: string,
  blanks: Readonly<Record<string, string>> = {},
): void {
  t.flags.offer = what;
  const choices = ['yes', 'no'].map((kind) => ({
    value: t.word(`offer.${what}.${kind}`),
    title: t.word(`offer.${what}.${kind}`),
  }));
  t.say('answer', key, blanks, { choices });
}

/** Takes the answer to an offer. False where the message is something else. */
export function takeOffer(t: Turn): boolean {
  const what = String(t.flags.offer);
  delete t.flags.offer;
  const text = t.input.value ?? t.text;
  const chosen =
    text === t.word(`offer.${what}.yes`) ? 'yes' : text === t.word(`offer.${what}.no`) ? 'no' : yesOrNo(text);
  // Who answers with where they live wants it passed on.
  const where =
    t.input.place.code.length >= 6 && t.text.length <= 20 && !/[?？吗呢]/.test(t.text) ? 'yes' : undefined;
  const wants =
    chosen ??
    where ??
    (/登记|报上去|转过去|帮我(?:报|办|转|登)|我要(?:申请|办)|file it|register|pass it on|please file/i.test(
      text,
    ) && text.length < 30
      ? 'yes'
      : undefined);
  if (wants === 'yes') {
    t.setNeed({ act: 'help' });
    if (where !== undefined) prefill(t);
    startDialog(t);
    return true;
  }
  if (wants === 'no') {
    t.closeCase();
    t.say('end', 'offer.declined');
    return true;
  }
  return answerAndOfferAgain(t, what);
}

const LONGEST_QUESTION = 24;

/** One more question on the same matter is answered, and the offer stands. */
function answerAndOfferAgain(t: Turn, what: string): boolean {
  const kind =
    t.need === undefined || t.text.length > LONGEST_QUESTION ? undefined : findDigression(t.text, false);
  if (
    kind === undefined ||
    (kind === 'policy' &&
      (questionKinds(t.text).length === 0 || policyFor(t, t.need?.measure ?? null, 1).length === 0))
  )
    return false;
  answerQuestion(t, kind);
  offer(t, what, what === 'file' ? 'consult.offer_plain' : 'referral.offer');
  return true;
}
