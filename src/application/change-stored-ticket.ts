import { TusaError } from '../domain/errors';
import type { HistoryEntry, Ticket } from '../domain/tickets/ticket';
import type { AuditEntry } from './access-ports';
import type { LiveUpdates, OutboxRow, TicketStore } from './ports';

export interface TicketEdit {
  readonly ticket: Ticket;
  readonly history: readonly HistoryEntry[];
  readonly outbox: readonly OutboxRow[];
  readonly audit?: readonly AuditEntry[];
}

const MAX_TRIES = 8;

/**
 * Reads a ticket, lets `edit` decide on what it finds, and writes that; begins again when somebody else was faster.
 * `edit` gives undefined where nothing is left to do. Returns the ticket as it is then; undefined when there is none.
 */
export async function changeStoredTicket(
  deps: { readonly tickets: TicketStore; readonly live: LiveUpdates },
  number: string,
  edit: (
    ticket: Ticket,
    history: readonly HistoryEntry[],
  ) => Promise<TicketEdit | undefined> | TicketEdit | undefined,
): Promise<Ticket | undefined> {
  for (let attempt = 0; attempt < MAX_TRIES; attempt += 1) {
    const found = await deps.tickets.byNumber(number);
    if (!found) return undefined;
    const edited = await edit(found.ticket, found.history);
    if (!edited) return found.ticket;
    const { ticket, history, outbox, audit } = edited;
    const result = await deps.tickets.change(
      { ticket, expectedVersion: found.ticket.version, history },
      outbox,
      audit,
    );
    if (result === 'stale') continue;
    const { officeCode, state, urgency } = ticket;
    deps.live.publish({ type: 'ticket', number, officeCode, state, urgency });
    return ticket;
  }
  throw new TusaError('conflict', 'the ticket is changing too fast');
}
