import type { TicketStore } from '../../application/ports';
import type { Vault } from '../../application/vault';
import type { Database, Statement } from './database';
import type { TicketRow } from './tables';
import { TICKET_COLUMNS } from './ticket-columns';
import { ticketOf } from './ticket-row';

/**
 * One statement claims, writes the history and gives the tickets back. `skip locked` lets several officers pull at the
 * same moment without waiting for one another. $1 office, $2 holder, $3 how many, $4 now, $5 claim until.
 */
const PULL: Statement = {
  name: 'pull_tickets',
  text: `
    with candidates as (
      select number, state from tickets
      where office_code = $1 and state in ('open', 'claimed') and dispatched_at is not null
        and (state = 'open' or claim_expires_at <= $4)
      order by urgency, dispatched_at, number
      limit $3
      for update skip locked
    ), claimed as (
      update tickets t
      set state = 'claimed', holder = $2, claim_expires_at = $5, updated_at = $4, version = t.version + 1
      from candidates c where t.number = c.number
      returning ${TICKET_COLUMNS}, c.state as state_before
    ), lines as (
      insert into ticket_history (ticket_number, at, action, actor, from_state, to_state, data, to_citizen)
      select number, $4, 'pull', $2, state_before, 'claimed', '{}'::jsonb, false from claimed
    )
    select * from claimed order by urgency, dispatched_at, number`,
};

export function createPull(database: Database, vault: Vault): TicketStore['pull'] {
  return async ({ officeCode, holder, max, now, claimUntil }) => {
    const values = [officeCode, holder, max, now, claimUntil];
    let rows = await database.run<TicketRow>(PULL, values);
    // Every candidate may have gone to somebody else between being seen and being locked: look once more.
    if (rows.length === 0) rows = await database.run<TicketRow>(PULL, values);
    return rows.map((row) => ticketOf(row, vault));
  };
}
