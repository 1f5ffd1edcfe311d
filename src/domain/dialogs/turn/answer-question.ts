import { shanghaiDay } from '../../clocks/shanghai';
import { isShown } from '../../measures/is-shown';
import type { Limit, PolicyItem } from '../../measures/measure';
import type { MeasureCode } from '../../understanding/labels';
import type { Digression } from '../phrases/find-digression';
import { questionKinds } from '../phrases/question-kinds';
import { inLanguage } from '../word';
import { tellMissing, tellPapers, tellPrescreen } from './tell-prescreen';
import type { Turn } from './turn';

/** Pairs of characters that a fact must share with a question to answer it. */
const LIKE_ENOUGH = 2;

/** Answers a question put in between; the open question comes back afterwards in the same turn. */
export function answerQuestion(t: Turn, kind: Digression): void {
  const measure = t.need?.measure ?? t.input.understanding.measures[0]?.id ?? null;
  if (kind === 'why') return why(t);
  if (kind === 'time') {
    t.say('answer', 'answer.time', { time: timeInWords(t, measure) });
    return;
  }
  if (kind === 'eligible' && tellPrescreen(t)) return;
  if (kind === 'papers' && tellPapers(t)) return;
  if (kind === 'missing') {
    if (!tellMissing(t)) t.say('answer', t.dialog === null ? 'answer.unsure_yet' : 'prescreen.go_on');
    return;
  }
  if (kind === 'policy') {
    const item = policyFor(t, measure, 1, LIKE_ENOUGH)[0];
    if (item) t.tell('answer', textOf(t, item));
    else unsure(t);
    return;
  }
  t.say('answer', `answer.${kind}`, {
    papers: measure === null ? t.word('papers.general') : papersOf(t, measure),
    office: t.word('office.unnamed'),
  });
}

/** What cannot be answered goes into the case for the officer, where one is running; else 12345 is named. */
function unsure(t: Turn): void {
  if (t.dialog === null || t.open?.slot === 'measure') {
    t.say('answer', 'answer.unsure_yet');
    return;
  }
  const before = t.fields.more?.value;
  if (typeof before !== 'string' || !before.includes(t.text))
    t.fill('more', [before, t.text].filter((part) => typeof part === 'string').join('；'));
  t.say('answer', 'answer.unsure');
}

/**
 * Facts of a measure that may be shown today: those that answer what the question is after; where it does not say,
 * those nearest to its words.
 */
export function policyFor(t: Turn, measure: MeasureCode | null, most: number, least = 0): PolicyItem[] {
  const today = shanghaiDay(t.input.now);
  const items = (measure === null ? [] : (t.catalogue.measures.get(measure)?.policy ?? [])).filter((item) =>
    isShown(item, today),
  );
  const answers = t.catalogue.prescreens.byMeasure.get(measure ?? '')?.answers ?? {};
  const wanted = questionKinds(t.text).map((kind) => answers[kind] ?? []);
  // The best answer to each kind comes before the second best to any. "想问问五保的事": whom it is for, and where to go.
  const ids =
    wanted.length > 0
      ? [...new Set([...wanted.map(([first]) => first), ...wanted.flat()])]
      : least === 0
        ? [answers.conditions?.[0], answers.where?.[0]]
        : [];
  const meant = ids.flatMap((id) => items.find((item) => item.id === id) ?? []);
  const near = items
    .filter((item) => !meant.includes(item))
    .map((item, at) => ({
      item,
      at,
      score: likeness(t.text, t.lang === 'en' ? item.en : item.zh, t.lang === 'en'),
    }))
    .filter(({ score }) => score >= least)
    .sort((a, b) => b.score - a.score || a.at - b.at)
    .map(({ item }) => item);
  return [...meant, ...near].slice(0, most);
}

export function textOf(t: Turn, item: PolicyItem): string {
  return t.lang === 'en' ? item.en : item.zh;
}

export function papersOf(t: Turn, measure: MeasureCode): string {
  const key = `papers.${measure}`;
  return t.word(t.catalogue.wording.has(key) ? key : 'papers.general');
}

/** When somebody will be in touch, by the limits of the measure; never when money comes. */
export function timeInWords(t: Turn, measure: MeasureCode | null): string {
  const limits = measure === null ? [] : (t.catalogue.measures.get(measure)?.limits ?? []);
  const contact = limits.find(({ mark }) => mark === 'contact' || mark === 'visit');
  const done = limits.find(({ mark }) => mark === 'done' || mark === 'act');
  const urgent = t.need !== undefined && t.need.urgency !== 'normal';
  if (urgent) return t.word('time.urgent');
  return [
    t.word('time.contact', {
      span: contact === undefined ? t.word('time.span.working_day', { n: 2 }) : span(t, contact),
    }),
    done === undefined ? '' : t.word('time.done', { span: span(t, done) }),
  ]
    .filter((part) => part !== '')
    .join(t.lang === 'en' ? ' ' : '');
}

function span(t: Turn, { value, unit }: Limit): string {
  return t.word(`time.span.${unit}`, { n: value });
}

function why(t: Turn): void {
  const spec = t.open === null ? undefined : t.catalogue.slots.get(t.open.slot);
  if (spec) t.tell('answer', inLanguage(spec.why, t.lang));
  else t.say('answer', 'answer.why');
}

/** Share of the question's pairs of characters (words in English) that the item has as well. */
function likeness(question: string, item: string, words: boolean): number {
  const pieces = words ? (question.toLowerCase().match(/[a-z]{4,}/g) ?? []) : pairs(question);
  const lower = item.toLowerCase();
  return pieces.filter((piece) => lower.includes(piece)).length;
}

function pairs(text: string): string[] {
  const han = text.slice(0, 200).match(/\p{Script=Han}+/gu) ?? [];
  return han.flatMap((run) => Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2)));
}
