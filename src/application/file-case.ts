import type { DialogEvent } from '../domain/dialogs/event';
import { placesOfNeed } from '../domain/dialogs/places-of-need';
import type { Need } from '../domain/dialogs/state';
import { planClocks, type TimeLimits } from '../domain/clocks/plan-clocks';
import { shanghaiDay } from '../domain/clocks/shanghai';
import type { WorkCalendar } from '../domain/clocks/work-calendar';
import type { Limit } from '../domain/measures/measure';
import type { FindOffice } from '../domain/routing/office';
import { earliest } from '../domain/tickets/change-ticket';
import type { Ticket } from '../domain/tickets/ticket';
import { ticketNumber } from '../domain/tickets/ticket-number';
import type { MeasureCode } from '../domain/understanding/labels';
import type { Ids, NewTicket, OutboxRow } from './ports';
import type { TicketNews } from '../domain/dialogs/create-turn-words';

export interface FilingDeps {
  readonly ids: Ids;
  readonly findOffice: FindOffice;
  readonly calendar: WorkCalendar;
  readonly limits: TimeLimits;
  readonly measureLimits: (measure: MeasureCode | null) => readonly Limit[];
}

export interface Filed {
  readonly caseId: string;
  readonly tickets: readonly NewTicket[];
  readonly outbox: readonly OutboxRow[];
  readonly news: readonly TicketNews[];
}

/** Beside the reason of the routing, where the office reads it first. */
const UNCONFIRMED = '；本人没有确认就没再回话，请先联系核对';
/** How many serials ticket-number.ts can number. */
const SERIALS = 9_000_000;

/** One household's case with one ticket per need, each with its office, its clocks and a `dispatch-ticket` job. */
export function fileCase(
  deps: FilingDeps,
  event: Extract<DialogEvent, { kind: 'file' }>,
  conversationId: string,
  now: Date,
): Filed {
  const caseId = deps.ids.next();
  const filed = event.needs.map((need) => fileNeed(deps, event, need, caseId, conversationId, now));
  return {
    caseId,
    tickets: filed.map(({ ticket }) => ({
      ticket,
      history: [
        {
          at: now,
          action: 'file',
          actor: event.unconfirmed ? 'service' : 'citizen',
          from: null,
          to: 'open',
          data: { office: ticket.officeCode, ...(event.unconfirmed && { unconfirmed: true }) },
          note: null,
          toCitizen: true,
        },
      ],
    })),
    outbox: filed.map(({ ticket }) => ({
      id: deps.ids.next(),
      job: 'dispatch-ticket',
      payload: { number: ticket.number },
      runAt: now,
    })),
    news: filed,
  };
}

function fileNeed(
  deps: FilingDeps,
  event: Extract<DialogEvent, { kind: 'file' }>,
  need: Need,
  caseId: string,
  conversationId: string,
  now: Date,
): TicketNews {
  const answer = deps.findOffice({
    measure: need.measure,
    act: need.act,
    department: need.department,
    places: placesOfNeed(need, event),
    on: shanghaiDay(now),
    ...(event.against !== undefined && { against: event.against }),
  });
  const due = planClocks(deps.calendar, deps.limits, deps.measureLimits(need.measure), need.urgency, now);
  const ticket: Ticket = {
    ...need,
    number: ticketNumber(deps.ids.random(SERIALS)),
    caseId,
    conversationId,
    officeCode: answer.office.code,
    assistOffices: [],
    needsPerson: answer.needsPerson || event.unconfirmed === true,
    routingReason: event.unconfirmed ? `${answer.reason.zh}${UNCONFIRMED}` : answer.reason.zh,
    state: 'open',
    version: 1,
    holder: null,
    claimExpiresAt: null,
    createdAt: now,
    dispatchedAt: null,
    updatedAt: now,
    due,
    nextDueAt: earliest(due),
    extended: false,
    reopened: 0,
    outcome: null,
    fields: event.fields,
    ...(event.against !== undefined && { against: event.against }),
  };
  return { ticket, office: answer.office.name };
}
