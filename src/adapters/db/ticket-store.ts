import type { TicketStore } from '../../application/ports';
import { TusaError } from '../../domain/errors';
import type { Ticket } from '../../domain/tickets/ticket';
import { auditJson } from './audit-json';
import { STALE_TICKET, databaseFault, sqlState, violated } from './database-fault';
import type { Database, Statement } from './database';
import { listTickets } from './list-tickets';
import { outboxJson } from './outbox-json';
import { createPull } from './pull-tickets';
import type { HistoryRow, TicketRow } from './tables';
import { TICKET_COLUMNS } from './ticket-columns';
import { readTicketKeys } from './ticket-keys';
import { historyOf, ticketOf, ticketParameters, type TicketSeals } from './ticket-row';

const BY_NUMBER: Statement = {
  name: 'ticket_by_number',
  text: `select ${TICKET_COLUMNS} from tickets t where t.number = $1`,
};
/** $2 spares the partitions before the ticket was made; a day of grace for clocks that differ between machines. */
const HISTORY: Statement = {
  name: 'ticket_history',
  text: `select id, ticket_number, at, action, actor, from_state, to_state, data, note, to_citizen
    from ticket_history where ticket_number = $1 and at >= $2::timestamptz - interval '1 day' order by id`,
};
const BY_CONVERSATION: Statement = {
  name: 'tickets_by_conversation',
  text: `select ${TICKET_COLUMNS} from tickets t where t.conversation_id = $1 order by t.created_at, t.number`,
};
const BY_CASE: Statement = {
  name: 'tickets_by_case',
  text: `select ${TICKET_COLUMNS} from tickets t where t.case_id = $1 order by t.created_at, t.number`,
};
const OPEN_BY_PHONE: Statement = {
  name: 'tickets_open_by_phone',
  text: `select ${TICKET_COLUMNS} from tickets t
    where t.phone_index = $1 and t.measure is not distinct from $2
      and t.state in ('open', 'claimed', 'signed', 'contacted', 'waiting_citizen')
    order by t.created_at, t.number`,
};
const PHONE_MATCHES: Statement = {
  name: 'ticket_phone_matches',
  text: 'select 1 as one from tickets where number = $1 and phone_index = $2',
};
const DUE_BETWEEN: Statement = {
  name: 'tickets_due_between',
  text: `select ${TICKET_COLUMNS} from tickets t where t.next_due_at >= $1 and t.next_due_at < $2
    order by t.next_due_at limit $3`,
};
const CHANGE: Statement = { name: 'change_ticket', text: 'select change_ticket($1, $2, $3, $4)' };

export function createTicketStore(database: Database, seals: TicketSeals): TicketStore {
  const { vault, blindIndex } = seals;
  const tickets = async (statement: Statement, values: readonly unknown[]): Promise<readonly Ticket[]> =>
    (await database.run<TicketRow>(statement, values)).map((row) => ticketOf(row, vault));

  return {
    async byNumber(number) {
      const [row] = await database.run<TicketRow>(BY_NUMBER, [number]);
      if (!row) return undefined;
      const history = await database.run<HistoryRow>(HISTORY, [number, row.created_at]);
      return {
        ticket: ticketOf(row, vault),
        history: history.map((line) => historyOf(line, row.key, vault)),
      };
    },
    byConversation: (conversationId) => tickets(BY_CONVERSATION, [conversationId]),
    byCase: (caseId) => tickets(BY_CASE, [caseId]),
    openByPhone: (phone, measure) => tickets(OPEN_BY_PHONE, [blindIndex(phone), measure]),
    phoneMatches: async (number, phone) =>
      (await database.run(PHONE_MATCHES, [number, blindIndex(phone)])).length > 0,
    dueBetween: (from, to, limit) => tickets(DUE_BETWEEN, [from, to, limit]),
    pull: createPull(database, vault),
    list: (filter) => listTickets(database, vault, filter),
    async change(change, outbox, audit) {
      const parameters = ticketParameters([], [change], await readTicketKeys(database, [change]), seals);
      try {
        await database.attempt(CHANGE, [
          parameters.changes,
          parameters.history ?? '[]',
          outbox.length ? outboxJson(outbox) : null,
          auditJson(audit, vault),
        ]);
        return 'changed';
      } catch (fault) {
        if (sqlState(fault) === STALE_TICKET) return 'stale';
        if (violated(fault) === 'return_pairs_pkey')
          throw new TusaError(
            'conflict',
            'these two offices have had this ticket back and forth once: somebody above must decide',
          );
        throw databaseFault(fault);
      }
    },
    counts: (officeCodes) =>
      database.build((db) =>
        db
          .selectFrom('tickets')
          .where('office_code', 'in', [...officeCodes])
          .groupBy(['office_code', 'state', 'urgency', 'measure', 'outcome'])
          .select(({ fn }) => [
            'office_code as officeCode',
            'state',
            'urgency',
            'measure',
            'outcome',
            fn.countAll<number>().as('n'),
          ]) // prettier-ignore
          .execute(),
      ),
  };
}
