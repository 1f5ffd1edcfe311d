import { handOverMeanwhile } from './hand-over';
import { LONGEST_ROUND } from './leave-open';
import { READBACK } from './read-back';
import type { Turn } from './turn';

/** Counts the turns on one open question. A read-back that is never answered brings a person, and stays open. */
export function countRound(t: Turn, before: string | undefined): void {
  const same = before !== undefined && t.open?.slot === before;
  t.flags.round = same ? Number(t.flags.round ?? 0) + 1 : 0;
  if (t.open?.slot !== READBACK || t.flags.round < LONGEST_ROUND) return;
  t.flags.round = 0;
  handOverMeanwhile(t, 'unsure');
}
