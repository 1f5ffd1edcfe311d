import type { JobQueue } from './job-queue';
import type { Clock, Outbox } from './ports';

/** Rows handed over in one go. */
const BATCH = 200;

/** Hands due rows to the queue; returns how many. Call again at once while it returns a full batch. */
export function createRelayOutbox(deps: {
  readonly outbox: Outbox;
  readonly queue: JobQueue;
  readonly clock: Clock;
}): () => Promise<{ readonly handed: number; readonly more: boolean }> {
  return async () => {
    if (!deps.queue.isUp()) return { handed: 0, more: false };
    const rows = await deps.outbox.pending(BATCH);
    if (rows.length === 0) return { handed: 0, more: false };
    // In this order: a crash in between hands them over twice, which the queue and the handlers bear; never not at all.
    await deps.queue.hand(rows);
    await deps.outbox.markHanded(
      rows.map(({ id }) => id),
      deps.clock.now(),
    );
    return { handed: rows.length, more: rows.length === BATCH };
  };
}
