import type { OutboxRow } from './ports';

/** Where work waits for a worker. It may forget; the outbox does not. */
export interface JobQueue {
  /** Can it be reached at this moment? Nothing is handed over while it cannot. */
  isUp(): boolean;
  /** Takes the rows over; a row that it has already changes nothing. Rejects when it did not take them. */
  hand(rows: readonly OutboxRow[]): Promise<void>;
  /** Brings back a row that was handed over and is not done: lost, failed for good, or merely still waiting. */
  revive(row: OutboxRow): Promise<'waiting' | 'lost' | 'failed'>;
}
