import type { NewTicket, TicketChange } from '../../application/ports';
import type { BlindIndex, Vault } from '../../application/vault';
import type { Fields, HistoryEntry, Ticket } from '../../domain/tickets/ticket';
import { byteaText } from './bytea-text';
import type { HistoryRow, TicketRow } from './tables';

/** The slot whose value is looked up by blind index. */
const PHONE_SLOT = 'caller_phone';

export interface TicketSeals {
  readonly vault: Vault;
  readonly blindIndex: BlindIndex;
}

/** Parameters of commit_turn and change_ticket, as JSON texts; null where there is nothing. */
export interface TicketParameters {
  readonly tickets: string | null;
  readonly changes: string | null;
  readonly history: string | null;
}

/** `keyOf`: the wrapped key of a ticket that is there already. */
export function ticketParameters(
  newTickets: readonly NewTicket[],
  changes: readonly TicketChange[],
  keyOf: (number: string) => Buffer,
  seals: TicketSeals,
): TicketParameters {
  const created = newTickets.map(({ ticket, history }) => ({ ticket, history, key: seals.vault.newKey() }));
  const history = [
    ...created.flatMap(({ ticket, history, key }) =>
      history.map((entry) => historyColumns(ticket.number, entry, key, seals.vault)),
    ),
    ...changes.flatMap(({ ticket, history }) =>
      history.map((entry) => historyColumns(ticket.number, entry, keyOf(ticket.number), seals.vault)),
    ),
  ];
  // Always in the same order, so that two transactions that change the same tickets cannot lock each other out.
  const ordered = [...changes].sort((a, b) => (a.ticket.number < b.ticket.number ? -1 : 1));
  return {
    tickets: created.length
      ? JSON.stringify(created.map(({ ticket, key }) => ticketColumns(ticket, key, seals)))
      : null,
    changes: ordered.length
      ? JSON.stringify(
          ordered.map(({ ticket, expectedVersion }) => ({
            ...ticketColumns(ticket, keyOf(ticket.number), seals),
            expected_version: expectedVersion,
          })),
        )
      : null,
    history: history.length ? JSON.stringify(history) : null,
  };
}

function ticketColumns(ticket: Ticket, key: Buffer, { vault, blindIndex }: TicketSeals): object {
  const phone = ticket.fields[PHONE_SLOT]?.value;
  return {
    number: ticket.number,
    case_id: ticket.caseId,
    conversation_id: ticket.conversationId,
    key: byteaText(key),
    scope: ticket.scope,
    measure: ticket.measure,
    department: ticket.department,
    act: ticket.act,
    urgency: ticket.urgency,
    danger: ticket.danger,
    subject: ticket.subject,
    office_code: ticket.officeCode,
    assist_offices: ticket.assistOffices,
    needs_person: ticket.needsPerson,
    routing_reason: ticket.routingReason,
    state: ticket.state,
    version: ticket.version,
    holder: ticket.holder,
    claim_expires_at: ticket.claimExpiresAt,
    created_at: ticket.createdAt,
    dispatched_at: ticket.dispatchedAt,
    updated_at: ticket.updatedAt,
    due: ticket.due,
    next_due_at: ticket.nextDueAt,
    extended: ticket.extended,
    reopened: ticket.reopened,
    outcome: ticket.outcome,
    fields: byteaText(vault.seal(key, 'fields', JSON.stringify(ticket.fields))),
    phone_index: phone ? byteaText(blindIndex(String(phone))) : null,
    against: ticket.against ?? null,
    said_from: ticket.said?.from ?? null,
    said_to: ticket.said?.to ?? null,
  };
}

function historyColumns(number: string, entry: HistoryEntry, key: Buffer, vault: Vault): object {
  return {
    ticket_number: number,
    at: entry.at,
    action: entry.action,
    actor: entry.actor,
    from_state: entry.from,
    to_state: entry.to,
    data: entry.data,
    note: entry.note === null ? null : byteaText(vault.seal(key, 'note', JSON.stringify(entry.note))),
    to_citizen: entry.toCitizen,
  };
}

export function ticketOf(row: TicketRow, vault: Vault): Ticket {
  const due = Object.entries(row.due).map(([mark, entry]) => [mark, { ...entry, at: new Date(entry.at) }]);
  return {
    number: row.number,
    caseId: row.case_id,
    conversationId: row.conversation_id,
    scope: row.scope,
    measure: row.measure,
    department: row.department,
    act: row.act,
    urgency: row.urgency,
    danger: row.danger,
    subject: row.subject,
    officeCode: row.office_code,
    assistOffices: row.assist_offices,
    needsPerson: row.needs_person,
    routingReason: row.routing_reason,
    state: row.state,
    version: row.version,
    holder: row.holder,
    claimExpiresAt: row.claim_expires_at,
    createdAt: row.created_at,
    dispatchedAt: row.dispatched_at,
    updatedAt: row.updated_at,
    due: Object.fromEntries(due) as Ticket['due'],
    nextDueAt: row.next_due_at,
    extended: row.extended,
    reopened: row.reopened,
    outcome: row.outcome,
    fields: JSON.parse(vault.open(row.key, 'fields', row.fields).toString()) as Fields,
    ...(row.against !== null && { against: row.against }),
    ...(row.said_from !== null && row.said_to !== null && { said: { from: row.said_from, to: row.said_to } }),
  };
}

export function historyOf(row: HistoryRow, key: Buffer, vault: Vault): HistoryEntry {
  return {
    at: row.at,
    action: row.action,
    actor: row.actor,
    from: row.from_state,
    to: row.to_state,
    data: row.data,
    note: row.note === null ? null : (JSON.parse(vault.open(key, 'note', row.note).toString()) as string),
    toCitizen: row.to_citizen,
  };
}
