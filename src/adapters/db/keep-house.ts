import { sql } from 'kysely';
import type { Database } from './database';
import { ensureHistoryPartitions } from './migrate';

const DAY_MS = 86_400_000;
/** Jobs that are done are kept for so long, to answer "was it done?" to a queue that repeats itself. */
const OUTBOX_DAYS = 7;
const IDEMPOTENCY_DAYS = 1;

/** What the record needs once in a while: coming partitions made, rows past their use taken away. Repeat hourly. */
export async function keepHouse(database: Database, now: Date): Promise<void> {
  await database.build(async (db) => {
    await ensureHistoryPartitions(db, now);
    await sql`delete from outbox where done_at < ${new Date(now.getTime() - OUTBOX_DAYS * DAY_MS)}`.execute(
      db,
    );
    await sql`delete from idempotency_keys
      where started_at < ${new Date(now.getTime() - IDEMPOTENCY_DAYS * DAY_MS)}`.execute(db);
  });
}
