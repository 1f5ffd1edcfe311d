import type { Turn } from './turn';

/** Fetches a person, with honest words on the wait. The case so far stays and can be gone on with meanwhile. */
export function handOver(t: Turn, reason: string): void {
  t.emit({ kind: 'handoff', reason });
  t.flags.handoff = reason;
  t.open = null;
  const own = `handoff.${reason}`;
  const key = t.catalogue.wording.has(own) ? own : 'handoff.asked';
  const wait = t.word(t.input.officeHours ? 'handoff.wait_open' : 'handoff.wait_closed');
  t.say('handoff', key, { wait }, { handoff: reason });
}

/** Fetches a person while the question stays open: it can be answered before they come. */
export function handOverMeanwhile(t: Turn, reason: string): void {
  const { open } = t;
  handOver(t, reason);
  t.open = open;
}
