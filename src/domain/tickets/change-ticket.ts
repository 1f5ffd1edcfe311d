import { TusaError } from '../errors';
import { planClocks, dueAfter, type TimeLimits } from '../clocks/plan-clocks';
import type { WorkCalendar } from '../clocks/work-calendar';
import type { Limit } from '../measures/measure';
import { MOVES } from './transitions';
import type { ClockMark, HistoryEntry, OutcomeCode, Ticket } from './ticket';

/** What an actor wants done to a ticket. `reason` goes into the history as the note. */
export interface ChangeRequest {
  readonly action: keyof typeof MOVES;
  readonly actor: string;
  readonly reason?: string;
  /** resolve */
  readonly outcome?: OutcomeCode;
  /** return, transfer, escalate, assist: the other office; a return without one goes to the county. */
  readonly officeCode?: string;
  /** extend: working days, 1 to 15. */
  readonly workingDays?: number;
  /** merge: the ticket that goes on. */
  readonly into?: string;
  /** An administrator or supervisor acts over the holder's head. */
  readonly overHolder?: boolean;
}

export interface ChangeContext {
  readonly now: Date;
  readonly calendar: WorkCalendar;
  readonly limits: TimeLimits;
  readonly measureLimits: readonly Limit[];
}

export interface Changed {
  readonly ticket: Ticket;
  readonly history: HistoryEntry;
}

/** Working days after the resolution at which the citizen is asked whether it helped. */
const FOLLOW_UP_DAYS = 3;
const MAX_EXTENSION_DAYS = 15;

/** Applies one move; throws TusaError `illegal_transition`, `forbidden` (not the holder) or `invalid_input`. */
export function changeTicket(ticket: Ticket, request: ChangeRequest, context: ChangeContext): Changed {
  const move = MOVES[request.action];
  if (!move.from.includes(ticket.state)) {
    throw new TusaError(
      'illegal_transition',
      `a ticket that is ${ticket.state} cannot be changed by ${request.action}`,
    );
  }
  if (move.holder && ticket.holder !== request.actor && !request.overHolder) {
    throw new TusaError('forbidden', 'only the officer who holds the ticket may do this');
  }
  if (move.reason && !request.reason?.trim()) throw missing('reason', 'say why in a few words');
  const state = move.to === 'same' ? ticket.state : move.to;
  const effect = effectOf(ticket, request, context);
  const due = effect.due ?? ticket.due;
  return {
    ticket: {
      ...ticket,
      ...effect,
      state,
      due,
      nextDueAt: state === 'closed' || state === 'merged' ? null : earliest(due),
      version: ticket.version + 1,
      updatedAt: context.now,
    },
    history: {
      at: context.now,
      action: request.action,
      actor: request.actor,
      from: ticket.state,
      to: state,
      data: historyData(ticket, request),
      note: request.reason ?? null,
      toCitizen: request.action === 'resolve' || request.action === 'extend',
    },
  };
}

function effectOf(ticket: Ticket, request: ChangeRequest, context: ChangeContext): Partial<Ticket> {
  const { now, calendar } = context;
  const without = (...marks: ClockMark[]): Ticket['due'] =>
    Object.fromEntries(Object.entries(ticket.due).filter(([mark]) => !marks.includes(mark as ClockMark)));
  switch (request.action) {
    case 'sign':
      if (ticket.state === 'claimed' && ticket.holder !== request.actor && !request.overHolder) {
        throw new TusaError('forbidden', 'another officer has pulled this ticket');
      }
      return { holder: request.actor, claimExpiresAt: null, due: without('sign') };
    case 'contact':
      return { due: without('contact') };
    case 'extend': {
      if (ticket.extended) throw new TusaError('illegal_transition', 'a ticket is extended once only');
      const days = request.workingDays ?? 0;
      if (!Number.isInteger(days) || days < 1 || days > MAX_EXTENSION_DAYS) {
        throw missing('workingDays', `give 1 to ${MAX_EXTENSION_DAYS} working days`);
      }
      const done = ticket.due.done;
      if (done && done.at < now)
        throw new TusaError('illegal_transition', 'extend before the limit, not after it');
      return {
        extended: true,
        due: {
          ...ticket.due,
          done: dueAfter(calendar, done?.at ?? now, { value: days, unit: 'working_day' }),
        },
      };
    }
    case 'resolve':
      if (!request.outcome) throw missing('outcome', 'choose how it ended');
      return {
        outcome: request.outcome,
        due: { follow_up: dueAfter(calendar, now, { value: FOLLOW_UP_DAYS, unit: 'working_day' }) },
      };
    case 'return':
    case 'transfer':
    case 'escalate':
      if (!request.officeCode) throw missing('officeCode', 'name the office that should have it');
      if (request.officeCode === ticket.officeCode)
        throw missing('officeCode', 'name another office than the present one');
      return { ...restarted(ticket, context), officeCode: request.officeCode };
    case 'assist':
      if (!request.officeCode) throw missing('officeCode', 'name the office that should help');
      return { assistOffices: [...new Set([...ticket.assistOffices, request.officeCode])] };
    case 'reopen':
      return { ...restarted(ticket, context), outcome: null, reopened: ticket.reopened + 1 };
    case 'release':
      return { holder: null, claimExpiresAt: null };
    case 'close':
    case 'merge':
      return { due: {}, claimExpiresAt: null };
    case 'pull':
    case 'wait':
    case 'note':
      return {};
  }
}

/** Back in a lane: no holder, clocks anew. */
function restarted(ticket: Ticket, context: ChangeContext): Partial<Ticket> {
  return {
    holder: null,
    claimExpiresAt: null,
    dispatchedAt: context.now,
    due: planClocks(context.calendar, context.limits, context.measureLimits, ticket.urgency, context.now),
  };
}

/** The earliest open mark. */
export function earliest(due: Ticket['due']): Date | null {
  const times = Object.values(due).map((entry) => entry.at.getTime());
  return times.length ? new Date(Math.min(...times)) : null;
}

function historyData(ticket: Ticket, request: ChangeRequest): HistoryEntry['data'] {
  return {
    ...(request.outcome && { outcome: request.outcome }),
    ...(request.officeCode && { fromOffice: ticket.officeCode, office: request.officeCode }),
    ...(request.workingDays && { workingDays: request.workingDays }),
    ...(request.into && { into: request.into }),
  };
}

function missing(field: string, cure: string): TusaError {
  return new TusaError('invalid_input', `${field} is missing or wrong`, [
    { field, problem: 'missing or wrong', cure },
  ]);
}
