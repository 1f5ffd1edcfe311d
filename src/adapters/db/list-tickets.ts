import { sql } from 'kysely';
import { z } from 'zod';
import type { Page, TicketStore } from '../../application/ports';
import type { Vault } from '../../application/vault';
import type { Ticket, TicketState } from '../../domain/tickets/ticket';
import { urgency } from '../../domain/understanding/labels';
import { decodeCursor, encodeCursor } from './cursor';
import type { Database } from './database';
import type { TicketRow } from './tables';
import { TICKET_COLUMNS } from './ticket-columns';
import { ticketOf } from './ticket-row';

type Filter = Parameters<TicketStore['list']>[0];

const IN_LANES: readonly TicketState[] = [
  'open',
  'claimed',
  'signed',
  'contacted',
  'waiting_citizen',
  'resolved',
];
/** Lanes: urgency, next due (ISO; empty when none), number. Otherwise: updated at, number. */
const laneCursor = z.tuple([urgency, z.union([z.iso.datetime(), z.literal('')]), z.string()]);
const latestCursor = z.tuple([z.iso.datetime(), z.string()]);

/**
 * Tickets of the lanes (any unfinished or resolved state): most urgent, then soonest due. Everything else, and a list
 * without states: changed last first.
 */
export async function listTickets(database: Database, vault: Vault, filter: Filter): Promise<Page<Ticket>> {
  const lanes = filter.states?.length ? filter.states.every((state) => IN_LANES.includes(state)) : false;
  const where = [sql`t.office_code = any(${[...filter.officeCodes]})`];
  // Literals, not parameters: only so can the planner see that the partial index covers them.
  if (filter.states) where.push(sql`t.state in (${sql.join(filter.states.map((state) => sql.lit(state)))})`);
  if (filter.states?.length === 0) return { items: [] };
  if (filter.holder !== undefined) where.push(sql`t.holder = ${filter.holder}`);
  if (filter.cursor !== undefined)
    where.push(lanes ? afterInLanes(filter.cursor) : afterLatest(filter.cursor));
  const order = lanes
    ? sql`t.urgency, t.next_due_at asc nulls last, t.number`
    : sql`t.updated_at desc, t.number desc`;
  const { rows } = await database.build((db) =>
    sql<TicketRow>`select ${sql.raw(TICKET_COLUMNS)} from tickets t where ${sql.join(where, sql` and `)}
      order by ${order} limit ${filter.limit + 1}`.execute(db),
  );
  const shown = rows.slice(0, filter.limit);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => ticketOf(row, vault)),
    ...(rows.length > filter.limit && last && { next: cursorAfter(last, lanes) }),
  };
}

function afterInLanes(cursor: string): ReturnType<typeof sql> {
  const [rank, due, number] = decodeCursor(laneCursor, cursor);
  return sql`(t.urgency, coalesce(t.next_due_at, 'infinity'), t.number)
    > (${rank}::urgency, ${due === '' ? 'infinity' : due}::timestamptz, ${number})`;
}

function afterLatest(cursor: string): ReturnType<typeof sql> {
  const [updated, number] = decodeCursor(latestCursor, cursor);
  return sql`(t.updated_at, t.number) < (${updated}::timestamptz, ${number})`;
}

function cursorAfter(row: TicketRow, lanes: boolean): string {
  return lanes
    ? encodeCursor([row.urgency, row.next_due_at?.toISOString() ?? '', row.number])
    : encodeCursor([row.updated_at.toISOString(), row.number]);
}
