import type { OutboxRow } from '../../application/ports';

/** What write_outbox takes. */
export function outboxJson(rows: readonly OutboxRow[]): string {
  return JSON.stringify(rows.map(({ id, job, payload, runAt }) => ({ id, job, payload, run_at: runAt })));
}
