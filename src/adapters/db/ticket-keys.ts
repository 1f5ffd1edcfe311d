import type { TicketChange } from '../../application/ports';
import { TusaError } from '../../domain/errors';
import type { Database, Statement } from './database';

const KEYS: Statement = {
  name: 'ticket_keys',
  text: 'select number, key from tickets where number = any($1)',
};

/** The wrapped keys of the tickets to be changed; no statement when there are none. */
export async function readTicketKeys(
  database: Database,
  changes: readonly TicketChange[],
): Promise<(number: string) => Buffer> {
  const numbers = changes.map(({ ticket }) => ticket.number);
  const rows = numbers.length ? await database.run<{ number: string; key: Buffer }>(KEYS, [numbers]) : [];
  const keys = new Map(rows.map(({ number, key }) => [number, key]));
  return (number) => {
    const key = keys.get(number);
    if (!key) throw new TusaError('not_found', 'there is no such ticket');
    return key;
  };
}
