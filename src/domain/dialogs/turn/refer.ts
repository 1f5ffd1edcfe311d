import { namedDepartments } from '../phrases/named-departments';
import { namedMeasure } from '../phrases/named-measure';
import { offer } from './consult';
import { prefill } from './prefill';
import type { Turn } from './turn';

/** Most departments named in one answer. */
const MOST = 3;

/** Tells which department decides, of every matter that the message names, and offers to pass it on. */
export function refer(t: Turn): void {
  const { department, act } = t.input.understanding;
  const named = namedDepartments(t.text).slice(0, MOST);
  const all =
    named.length === 0 || (department !== null && !named.includes(department) && named.length < 2)
      ? [department ?? 'other', ...named]
      : named;
  prefill(t);
  for (const one of new Set(all)) t.say('answer', `referral.${one}`);
  const measure = namedMeasure(t.text);
  if (measure !== undefined) {
    t.say('say', 'second_need', { need: t.word(`need.${measure}`) });
    const first = t.need;
    if (first !== undefined)
      t.needs.push({ ...first, act: 'help', scope: 'measure', measure, department: null });
  }
  // Who only asks has the answer; who wants something done is taken on unless they say no.
  offer(t, act === 'consult' ? 'refer_maybe' : 'refer', 'referral.offer');
}
