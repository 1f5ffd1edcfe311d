import type { TicketStore } from '../../application/ports';
import type { Ticket, TicketState } from '../../domain/tickets/ticket';
import type { Urgency } from '../../domain/understanding/labels';
import type { MemoryTables } from './memory-tables';
import { pageOf } from './page-of';

const RANK: Readonly<Record<Urgency, number>> = { critical: 0, urgent: 1, normal: 2 };
const IN_LANES: readonly TicketState[] = [
  'open',
  'claimed',
  'signed',
  'contacted',
  'waiting_citizen',
  'resolved',
];
const NEVER = Number.MAX_SAFE_INTEGER;

export function memoryTickets(tables: MemoryTables): TicketStore {
  const where = (test: (ticket: Ticket) => boolean): Ticket[] =>
    structuredClone([...tables.tickets.values()].map(({ ticket }) => ticket).filter(test));
  const inOrder = (tickets: Ticket[]) =>
    tickets.sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime() || compare(a.number, b.number));

  return {
    byNumber: (number) => Promise.resolve(structuredClone(tables.tickets.get(number))),
    byConversation: (id) => Promise.resolve(inOrder(where(({ conversationId }) => conversationId === id))),
    byCase: (id) => Promise.resolve(inOrder(where(({ caseId }) => caseId === id))),
    openByPhone: (phone, measure) =>
      Promise.resolve(
        inOrder(
          where(
            (ticket) =>
              phoneOf(ticket) === plain(phone) &&
              ticket.measure === measure &&
              !['resolved', 'closed', 'merged'].includes(ticket.state),
          ),
        ),
      ),
    phoneMatches: (number, phone) => {
      const stored = tables.tickets.get(number);
      return Promise.resolve(stored !== undefined && phoneOf(stored.ticket) === plain(phone));
    },
    dueBetween: (from, to, limit) =>
      Promise.resolve(
        where(({ nextDueAt }) => nextDueAt !== null && nextDueAt >= from && nextDueAt < to)
          .sort((a, b) => (a.nextDueAt?.getTime() ?? 0) - (b.nextDueAt?.getTime() ?? 0))
          .slice(0, limit),
      ),
    pull: ({ officeCode, holder, max, now, claimUntil }) => {
      const free = where(
        (ticket) =>
          ticket.officeCode === officeCode &&
          ticket.dispatchedAt !== null &&
          (ticket.state === 'open' ||
            (ticket.state === 'claimed' && ticket.claimExpiresAt !== null && ticket.claimExpiresAt <= now)),
      ).sort(
        (a, b) =>
          RANK[a.urgency] - RANK[b.urgency] ||
          (a.dispatchedAt?.getTime() ?? 0) - (b.dispatchedAt?.getTime() ?? 0) ||
          compare(a.number, b.number),
      );
      const claimed = free.slice(0, max).map((ticket) => {
        const next: Ticket = {
          ...ticket,
          state: 'claimed',
          holder,
          claimExpiresAt: claimUntil,
          updatedAt: now,
          version: ticket.version + 1,
        };
        tables.applyChange({
          ticket: next,
          expectedVersion: ticket.version,
          history: [
            { at: now, action: 'pull', actor: holder, from: ticket.state, to: 'claimed', data: {}, note: null, toCitizen: false },
          ],
        }); // prettier-ignore
        return next;
      });
      return Promise.resolve(claimed);
    },
    list: ({ officeCodes, states, holder, limit, cursor }) => {
      const found = where(
        (ticket) =>
          officeCodes.includes(ticket.officeCode) &&
          (!states || states.includes(ticket.state)) &&
          (holder === undefined || ticket.holder === holder),
      );
      const lanes = states?.length ? states.every((state) => IN_LANES.includes(state)) : false;
      return Promise.resolve(pageOf(found.sort(lanes ? inLanes : latest), limit, cursor));
    },
    change: async (change, outbox, audit = []) => {
      await Promise.resolve();
      if (tables.isStale(change)) return 'stale';
      tables.checkReturns(change.ticket.number, change.history);
      tables.applyChange(change);
      tables.addOutbox(outbox);
      tables.audit.push(...audit);
      return 'changed';
    },
    counts: (officeCodes) => {
      const groups = new Map<
        string,
        { officeCode: string; n: number } & Pick<Ticket, 'state' | 'urgency' | 'measure' | 'outcome'>
      >();
      for (const { officeCode, state, urgency, measure, outcome } of where((one) =>
        officeCodes.includes(one.officeCode),
      )) {
        const key = JSON.stringify([officeCode, state, urgency, measure, outcome]);
        const group = groups.get(key) ?? { officeCode, state, urgency, measure, outcome, n: 0 };
        groups.set(key, { ...group, n: group.n + 1 });
      }
      return Promise.resolve([...groups.values()]);
    },
  };
}

function plain(phone: string): string {
  return phone.replace(/\D/g, '').replace(/^(?:0086|86)(?=1\d{10}$)/, '');
}

function phoneOf(ticket: Ticket): string | undefined {
  const value = ticket.fields.caller_phone?.value;
  return value ? plain(String(value)) : undefined;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function inLanes(a: Ticket, b: Ticket): number {
  return (
    RANK[a.urgency] - RANK[b.urgency] ||
    (a.nextDueAt?.getTime() ?? NEVER) - (b.nextDueAt?.getTime() ?? NEVER) ||
    compare(a.number, b.number)
  );
}

function latest(a: Ticket, b: Ticket): number {
  return b.updatedAt.getTime() - a.updatedAt.getTime() || compare(b.number, a.number);
}
