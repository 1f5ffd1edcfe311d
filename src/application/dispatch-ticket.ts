import type { TimeLimits } from '../domain/clocks/plan-clocks';
import { planClocks } from '../domain/clocks/plan-clocks';
import type { WorkCalendar } from '../domain/clocks/work-calendar';
import type { Limit } from '../domain/measures/measure';
import { earliest } from '../domain/tickets/change-ticket';
import { isAboutOffice, type HistoryEntry, type Ticket } from '../domain/tickets/ticket';
import type { MeasureCode } from '../domain/understanding/labels';
import { changeStoredTicket } from './change-stored-ticket';
import { clockRows } from './clock-rows';
import { jobRow } from './jobs';
import type { Clock, Ids, LiveUpdates, TicketStore } from './ports';

export interface DispatchTicketDeps {
  readonly tickets: TicketStore;
  readonly live: LiveUpdates;
  readonly ids: Ids;
  readonly clock: Clock;
  readonly calendar: WorkCalendar;
  readonly limits: TimeLimits;
  readonly measureLimits: (measure: MeasureCode | null) => readonly Limit[];
  readonly outboxChanged: () => void;
}

/**
 * Puts a filed ticket into its office's lane: repeats of the same telephone and measure linked, clocks started, office
 * told. A ticket that is in its lane already is left alone, so the job may run any number of times.
 */
export function createDispatchTicket(deps: DispatchTicketDeps): (number: string) => Promise<void> {
  return async (number) => {
    await changeStoredTicket(deps, number, async (ticket) => {
      if (ticket.dispatchedAt !== null || ticket.state === 'closed' || ticket.state === 'merged')
        return undefined;
      const earlier = await earlierTickets(deps.tickets, ticket);
      for (const other of earlier) await noteRepeat(deps, other.number, number);
      const now = deps.clock.now();
      // Signed for before it was dispatched: its clocks are running already, or have ended.
      const waits = ticket.state === 'open' || ticket.state === 'claimed';
      const due = waits
        ? planClocks(deps.calendar, deps.limits, deps.measureLimits(ticket.measure), ticket.urgency, now)
        : ticket.due;
      const next: Ticket = {
        ...ticket,
        dispatchedAt: now,
        due,
        nextDueAt: waits ? earliest(due) : ticket.nextDueAt,
        updatedAt: now,
        version: ticket.version + 1,
      };
      return {
        ticket: next,
        history: [
          line(ticket, now, 'dispatch', { office: ticket.officeCode }),
          ...earlier.map((other) => line(ticket, now, 'note', { repeatOf: other.number })),
        ],
        outbox: [
          ...(waits
            ? [
                jobRow(
                  deps.ids,
                  'notify-office',
                  { number, officeCode: ticket.officeCode, cause: 'dispatch' },
                  now,
                ),
              ]
            : []),
          ...clockRows(next),
        ],
      };
    });
    deps.outboxChanged();
  };
}

/**
 * Tickets of the same telephone and measure that were filed before with the same office and are still open. Another
 * office must not learn of them by their numbers, and nobody of a complaint.
 */
async function earlierTickets(tickets: TicketStore, ticket: Ticket): Promise<readonly Ticket[]> {
  const phone = ticket.fields.caller_phone?.value;
  if (!phone || isAboutOffice(ticket)) return [];
  const same = await tickets.openByPhone(String(phone), ticket.measure);
  return same.filter(
    ({ number, createdAt, officeCode, ...other }) =>
      number !== ticket.number &&
      officeCode === ticket.officeCode &&
      !isAboutOffice(other) &&
      (createdAt < ticket.createdAt ||
        (createdAt.getTime() === ticket.createdAt.getTime() && number < ticket.number)),
  );
}

/** Tells whoever works on the earlier ticket that the household has called again; once. */
async function noteRepeat(deps: DispatchTicketDeps, earlier: string, repeat: string): Promise<void> {
  await changeStoredTicket(deps, earlier, (ticket, history) => {
    if (history.some(({ data }) => data.repeatedBy === repeat)) return undefined;
    const now = deps.clock.now();
    return {
      ticket: { ...ticket, version: ticket.version + 1, updatedAt: now },
      history: [line(ticket, now, 'note', { repeatedBy: repeat })],
      outbox: [],
    };
  });
}

function line(
  ticket: Ticket,
  at: Date,
  action: HistoryEntry['action'],
  data: HistoryEntry['data'],
): HistoryEntry {
  return {
    at,
    action,
    actor: 'service',
    from: ticket.state,
    to: ticket.state,
    data,
    note: null,
    toCitizen: false,
  };
}
