import { yesOrNo } from '../../slots/yes-or-no';
import { timeInWords, papersOf, policyFor, textOf } from './answer-question';
import { needOf } from './need-of';
import { prefill } from './prefill';
import { startDialog } from './start-dialog';
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
  offer(t, 'file', 'consult.offer', { papers: papersOf(t, measure) });
}

/** Offers to take the case on; the answer is looked for in the next message. */
export function offer(t: Turn, what: string, key: string, blanks: Readonly<Record<string, string>> = {}): void {
  t.flags.offer = what;
  const choices = ['yes', 'no'].map((kind) => ({ value: t.word(`offer.${what}.${kind}`), title: t.word(`offer.${what}.${kind}`) }));
  t.say('answer', key, blanks, { choices });
}

/** Takes the answer to an offer. False where the message is something else. */
export function takeOffer(t: Turn): boolean {
  const what = String(t.flags.offer);
  delete t.flags.offer;
  const text = t.input.value ?? t.text;
  const chosen = text === t.word(`offer.${what}.yes`) ? 'yes' : text === t.word(`offer.${what}.no`) ? 'no' : yesOrNo(text);
  const wants = chosen ?? (/登记|报上去|转过去|帮我(?:报|办|转|登)|我要(?:申请|办)|file it|register|pass it on|please file/i.test(text) && text.length < 30 ? 'yes' : undefined);
  if (wants === 'yes') {
    t.setNeed({ act: 'help' });
    startDialog(t);
    return true;
  }
  if (wants === 'no') {
    t.closeCase();
    t.say('end', 'offer.declined');
    return true;
  }
  return false;
}
