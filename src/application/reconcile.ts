import { clockRows } from './clock-rows';
import type { JobQueue } from './job-queue';
import type { Clock, Logger, Outbox, TicketStore } from './ports';

export interface ReconcileDeps {
  readonly outbox: Outbox;
  readonly tickets: Pick<TicketStore, 'dueBetween'>;
  readonly queue: JobQueue;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** A row handed over so long ago and not done is looked for. */
const LOST_AFTER_MS = 60_000;
const BATCH = 500;
/** Clocks of so much time before and after now are checked for their jobs. */
const CLOCK_SPAN_MS = 3_600_000;

/** Finds work that the queue has lost or given up, and clocks that have no job. Safe to repeat, on any number of nodes. */
export function createReconcile(deps: ReconcileDeps): (lostAfterMs?: number) => Promise<{
  readonly lost: number;
  readonly failed: number;
}> {
  return async (lostAfterMs = LOST_AFTER_MS) => {
    const now = deps.clock.now();
    const due = await deps.tickets.dueBetween(
      new Date(now.getTime() - CLOCK_SPAN_MS),
      new Date(now.getTime() + CLOCK_SPAN_MS),
      BATCH,
    );
    await deps.outbox.add(due.flatMap(clockRows));
    const counts = { waiting: 0, lost: 0, failed: 0 };
    if (!deps.queue.isUp()) return counts;
    const rows = await deps.outbox.lost(new Date(now.getTime() - lostAfterMs), BATCH);
    for (const row of rows) counts[await deps.queue.revive(row)] += 1;
    // Those still waiting count as handed over now, so that the next look sees other rows first.
    if (rows.length) await deps.outbox.markHanded(rows.map(({ id }) => id), deps.clock.now()); // prettier-ignore
    if (counts.lost + counts.failed > 0) deps.logger.warn('queue.reconciled', counts);
    return counts;
  };
}
