import { clockRows } from './clock-rows';
import type { JobQueue } from './job-queue';
import { silenceRow } from './silence-row';
import type { Clock, ConversationStore, Logger, Outbox, TicketStore } from './ports';

export interface ReconcileDeps {
  readonly outbox: Outbox;
  readonly tickets: Pick<TicketStore, 'dueBetween'>;
  readonly conversations: Pick<ConversationStore, 'wakingBefore'>;
  readonly queue: JobQueue;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** A row handed over so long ago and not done is looked for. */
const LOST_AFTER_MS = 60_000;
const BATCH = 500;
/** Clocks of so much time before and after now are checked for their jobs. */
const CLOCK_SPAN_MS = 3_600_000;
/** Silent conversations of so much time ahead get their jobs; most of them have spoken again by then. */
const SILENCE_SPAN_MS = 60_000;

/** Finds work that the queue has lost or given up, and clocks and silences that have no job. Safe to repeat, on any number of nodes. */
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
    const waking = await deps.conversations.wakingBefore(new Date(now.getTime() + SILENCE_SPAN_MS), BATCH);
    await deps.outbox.add([
      ...due.flatMap(clockRows),
      ...waking.flatMap(({ id, wakeAt }) => (wakeAt ? [silenceRow(id, wakeAt)] : [])),
    ]);
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
