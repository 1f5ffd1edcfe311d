import type { ReadTicket } from '../../../application/read-ticket';
import type { StaffNames } from '../../../application/staff-names';
import type { ChangedTicket, Clock as ClockView, TicketCard, TicketSheet } from '../../../contract/ticket';
import type { Words } from '../../../contract/labels';
import type { Actor } from '../../../domain/access/actor';
import { createTextMask, maskFields } from '../../../domain/access/mask-case';
import { nextStepsFor } from '../../../domain/access/next-steps';
import type { IsWithin } from '../../../domain/access/office-scope';
import type { WorkCalendar } from '../../../domain/clocks/work-calendar';
import { workingMinutesBetween } from '../../../domain/clocks/working-time';
import { lanesOf } from '../../../domain/tickets/lanes';
import type { ClockMark, HistoryEntry, Ticket } from '../../../domain/tickets/ticket';
import type { MeasureCode } from '../../../domain/understanding/labels';
import { messageView } from './message-view';
import type { OfficeView } from './office-view';

export interface TicketViewDeps {
  readonly office: OfficeView;
  readonly titleOf: (measure: MeasureCode | null) => Words | null;
  readonly calendar: WorkCalendar;
  readonly isWithin: IsWithin;
  readonly prescreen: (ticket: Ticket, now: Date) => TicketSheet['prescreen'];
}

export interface TicketView {
  card(actor: Actor, ticket: Ticket, names: StaffNames, now: Date): TicketCard;
  changed(actor: Actor, ticket: Ticket, names: StaffNames, now: Date): ChangedTicket;
  sheet(actor: Actor, read: ReadTicket, now: Date): TicketSheet;
}

/** Tickets as the API shows them: masked unless `unmasked`, clocks in working minutes. */
export function createTicketView(deps: TicketViewDeps): TicketView {
  const card = (actor: Actor, ticket: Ticket, names: StaffNames, now: Date): TicketCard => ({
    number: ticket.number,
    scope: ticket.scope,
    measure: ticket.measure,
    measureTitle: deps.titleOf(ticket.measure),
    act: ticket.act,
    urgency: ticket.urgency,
    danger: ticket.danger,
    subject: ticket.subject,
    department: ticket.department,
    office: deps.office(ticket.officeCode),
    state: ticket.state,
    version: ticket.version,
    needsPerson: ticket.needsPerson,
    holder:
      ticket.holder === null ? null : { id: ticket.holder, name: names.get(ticket.holder) ?? ticket.holder },
    mine: ticket.holder === actor.id,
    claimExpiresAt: ticket.claimExpiresAt?.toISOString() ?? null,
    createdAt: ticket.createdAt.toISOString(),
    dispatchedAt: ticket.dispatchedAt?.toISOString() ?? null,
    updatedAt: ticket.updatedAt.toISOString(),
    reopened: ticket.reopened,
    extended: ticket.extended,
    outcome: ticket.outcome,
    lanes: [...lanesOf(ticket, now)],
    clock: clocksOf(ticket, deps.calendar, now)[0] ?? null,
    fields: { ...maskFields(ticket.fields) },
  });
  return {
    card,
    changed: (actor, ticket, names, now) => ({
      ...card(actor, ticket, names, now),
      next: [...nextStepsFor(actor, ticket, deps.isWithin)],
    }),
    sheet(actor, read, now) {
      const { ticket, names, unmasked } = read;
      const numbers = [ticket, ...read.household].map(({ number }) => number);
      const mask = unmasked ? undefined : createTextMask([ticket.fields], numbers);
      return {
        ...card(actor, ticket, names, now),
        fields: unmasked ? { ...ticket.fields } : { ...maskFields(ticket.fields) },
        caseId: ticket.caseId,
        conversationId: ticket.conversationId,
        assistOffices: ticket.assistOffices.map(deps.office),
        routingReason: ticket.routingReason,
        masked: !unmasked,
        clocks: clocksOf(ticket, deps.calendar, now),
        history: read.history.map((line) => historyLine(line, names, mask)),
        next: [...nextStepsFor(actor, ticket, deps.isWithin)],
        prescreen: deps.prescreen(ticket, now),
        messages: read.messages.map((message) => messageView(message, { names, ...(mask && { mask }) })),
        household: read.household.map(({ number, measure, state, officeCode }) => ({
          number,
          measure,
          state,
          office: deps.office(officeCode),
        })),
      };
    },
  };
}

function historyLine(
  line: HistoryEntry,
  names: StaffNames,
  mask: ((text: string) => string) | undefined,
): TicketSheet['history'][number] {
  return {
    at: line.at.toISOString(),
    action: line.action,
    actor: names.get(line.actor) ?? line.actor,
    from: line.from,
    to: line.to,
    data: { ...line.data },
    note: line.note !== null && mask ? mask(line.note) : line.note,
    toCitizen: line.toCitizen,
  };
}

/** The open marks, soonest first. */
function clocksOf(ticket: Ticket, calendar: WorkCalendar, now: Date): ClockView[] {
  const from = ticket.dispatchedAt ?? ticket.createdAt;
  return Object.entries(ticket.due)
    .map(([mark, { at, provisional }]) => {
      const overdue = at < now;
      const left = overdue
        ? -workingMinutesBetween(calendar, at, now)
        : workingMinutesBetween(calendar, now, at);
      return {
        mark: mark as ClockMark,
        due: at.toISOString(),
        provisional,
        overdue,
        workingMinutesLeft: Math.round(left),
        workingMinutesTotal: Math.round(workingMinutesBetween(calendar, from, at)),
      };
    })
    .sort((a, b) => (a.due < b.due ? -1 : 1));
}
