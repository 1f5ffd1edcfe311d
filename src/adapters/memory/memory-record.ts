import type { AuditEntry } from '../../application/access-ports';
import type { Clock, ConversationStore, Outbox, TicketStore } from '../../application/ports';
import { memoryConversations } from './memory-conversations';
import { memoryOutbox } from './memory-outbox';
import { MemoryTables } from './memory-tables';
import { memoryTickets } from './memory-tickets';

export interface MemoryRecord {
  readonly conversations: ConversationStore;
  readonly tickets: TicketStore;
  readonly outbox: Outbox;
  /** What was written of the acts of staff, oldest first. */
  readonly audited: readonly AuditEntry[];
}

/**
 * The record without a database: for `npm run talk` and for tests. It passes the same contract as the real one; what it
 * holds is gone with the process.
 */
export function createMemoryRecord(clock: Clock): MemoryRecord {
  const tables = new MemoryTables();
  return {
    conversations: memoryConversations(tables),
    tickets: memoryTickets(tables),
    outbox: memoryOutbox(tables, clock),
    audited: tables.audit,
  };
}
