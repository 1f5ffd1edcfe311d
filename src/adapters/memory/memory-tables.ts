import type { AuditEntry } from '../../application/access-ports';
import type { Conversation, OutboxRow, StoredMessage, TicketChange } from '../../application/ports';
import { TusaError } from '../../domain/errors';
import type { HistoryEntry, Ticket } from '../../domain/tickets/ticket';

export interface StoredTicket {
  ticket: Ticket;
  history: HistoryEntry[];
}

export interface StoredRow {
  readonly row: OutboxRow;
  handedAt: Date | null;
  doneAt: Date | null;
}

/** What the three stores share, as the tables of a database would be. */
export class MemoryTables {
  readonly conversations = new Map<string, Conversation>();
  /** By conversation; `turn` groups what one commit wrote. */
  readonly messages = new Map<string, { readonly turn: number; readonly message: StoredMessage }[]>();
  readonly tickets = new Map<string, StoredTicket>();
  readonly outbox = new Map<string, StoredRow>();
  /** `number officeA officeB`: see return_pairs. */
  readonly returnPairs = new Set<string>();
  readonly audit: AuditEntry[] = [];

  isStale(change: TicketChange): boolean {
    return this.tickets.get(change.ticket.number)?.ticket.version !== change.expectedVersion;
  }

  /** Throws TusaError `conflict` for a second return between the same two offices. */
  checkReturns(number: string, history: readonly HistoryEntry[]): void {
    for (const pair of pairsOf(number, history)) {
      if (this.returnPairs.has(pair))
        throw new TusaError('conflict', 'these two offices have had this ticket before');
    }
  }

  applyChange({ ticket, history }: TicketChange): void {
    const stored = this.tickets.get(ticket.number);
    if (!stored) throw new TusaError('not_found', 'there is no such ticket');
    stored.ticket = structuredClone(ticket);
    this.addHistory(stored, history);
  }

  addHistory(stored: StoredTicket, history: readonly HistoryEntry[]): void {
    stored.history.push(...structuredClone(history));
    for (const pair of pairsOf(stored.ticket.number, history)) this.returnPairs.add(pair);
  }

  addOutbox(rows: readonly OutboxRow[]): void {
    for (const row of rows) {
      if (!this.outbox.has(row.id))
        this.outbox.set(row.id, { row: structuredClone(row), handedAt: null, doneAt: null });
    }
  }
}

function pairsOf(number: string, history: readonly HistoryEntry[]): string[] {
  return history
    .filter(({ action }) => action === 'return')
    .map(({ data }) => [number, ...[String(data.fromOffice), String(data.office)].sort()].join(' '));
}
