import type { Actor } from '../domain/access/actor';
import { isAccused, mayChangeTicket, maySeeTicket, type IsWithin } from '../domain/access/office-scope';
import { may } from '../domain/access/permissions';
import type { TimeLimits } from '../domain/clocks/plan-clocks';
import type { WorkCalendar } from '../domain/clocks/work-calendar';
import { TusaError } from '../domain/errors';
import type { Limit } from '../domain/measures/measure';
import type { Office } from '../domain/routing/office';
import { changeTicket, type ChangeRequest } from '../domain/tickets/change-ticket';
import type { HistoryEntry, Ticket } from '../domain/tickets/ticket';
import type { MeasureCode } from '../domain/understanding/labels';
import type { AuditEntry } from './access-ports';
import { changeStoredTicket } from './change-stored-ticket';
import { clockRows } from './clock-rows';
import { jobRow, type NoticeCause, type TicketNewsKind } from './jobs';
import type { Clock, Ids, LiveUpdates, OutboxRow, TicketStore } from './ports';

export interface ChangeTicketDeps {
  readonly tickets: TicketStore;
  readonly live: LiveUpdates;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly calendar: WorkCalendar;
  readonly limits: TimeLimits;
  readonly measureLimits: (measure: MeasureCode | null) => readonly Limit[];
  readonly isWithin: IsWithin;
  readonly officeByCode: (code: string) => Office | undefined;
  readonly above: (code: string) => Office;
  readonly outboxChanged: () => void;
}

export type StaffStep = Omit<ChangeRequest, 'actor' | 'overHolder'>;

/** What the citizen hears of a step, and what an office hears. */
const NEWS: Partial<Record<StaffStep['action'], TicketNewsKind>> = {
  resolve: 'resolve', extend: 'extend', transfer: 'transfer', return: 'return', escalate: 'escalate',
}; // prettier-ignore
const NOTICES: Partial<Record<StaffStep['action'], NoticeCause>> = {
  transfer: 'transfer', return: 'return', escalate: 'escalate', assist: 'assist', reopen: 'reopen', merge: 'merge',
}; // prettier-ignore
const NOTE_STEPS: readonly StaffStep['action'][] = ['note', 'reopen'];

/** One legal step of a ticket by an officer, supervisor or operator. Unknown and foreign tickets are the same `not_found`. */
export function createChangeTicketByStaff(
  deps: ChangeTicketDeps,
): (actor: Actor, number: string, step: StaffStep) => Promise<Ticket> {
  return async (actor, number, step) => {
    const changed = await changeStoredTicket(deps, number, (ticket, history) => {
      if (!maySeeTicket(actor, ticket, deps.isWithin))
        throw new TusaError('not_found', 'there is no such ticket');
      const noting = NOTE_STEPS.includes(step.action) && may(actor.role, 'ticket.note');
      if (!noting && !(may(actor.role, 'ticket.work') && mayChangeTicket(actor, ticket, deps.isWithin))) {
        throw new TusaError('forbidden', 'your account may read this ticket but not change it');
      }
      const target = targetOffice(deps, ticket, history, step);
      const { ticket: next, history: line } = changeTicket(
        ticket,
        {
          ...step,
          actor: actor.id,
          overHolder: may(actor.role, 'ticket.direct'),
          ...(target.code !== undefined && { officeCode: target.code }),
        },
        {
          now: deps.clock.now(),
          calendar: deps.calendar,
          limits: deps.limits,
          measureLimits: deps.measureLimits(ticket.measure),
        },
      );
      const marked: Ticket = target.bounced ? { ...next, needsPerson: true } : next;
      return {
        ticket: marked,
        history: [line],
        outbox: jobsAfter(deps, marked, step, target.code),
        audit: auditOf(deps, actor, marked, step, target.bounced),
      };
    });
    if (!changed) throw new TusaError('not_found', 'there is no such ticket');
    deps.outboxChanged();
    return changed;
  };
}

/**
 * Where a ticket that leaves its office goes. Without a named office: to the one above. A pair of offices between which
 * it went back before is not used again: the next office above that has not had it in this way decides (adjudication).
 * The office complained of never gets it, nor helps with it.
 */
function targetOffice(
  deps: ChangeTicketDeps,
  ticket: Ticket,
  history: readonly HistoryEntry[],
  step: StaffStep,
): { readonly code?: string; readonly bounced: boolean } {
  if (!['return', 'escalate', 'transfer', 'assist'].includes(step.action)) return { bounced: false };
  if (step.officeCode === undefined && step.action === 'assist') return { bounced: false };
  if (step.officeCode !== undefined && !deps.officeByCode(step.officeCode)) {
    throw wrongOffice('there is no such office', 'unknown office');
  }
  const accused = (code: string): boolean => isAccused(ticket, code, deps.isWithin);
  if (step.officeCode !== undefined && accused(step.officeCode)) {
    throw wrongOffice('the ticket is about this office: it cannot get it', 'the ticket is about this office');
  }
  const used = (code: string): boolean =>
    step.action === 'return' && history.some((line) => isReturnBetween(line, ticket.officeCode, code));
  const wanted = step.officeCode ?? deps.above(ticket.officeCode).code;
  if (!used(wanted) && !accused(wanted)) return { code: wanted, bounced: false };
  let decider = deps.above(ticket.officeCode);
  while (used(decider.code) || accused(decider.code)) {
    const next = deps.above(decider.code);
    if (next.code === decider.code) break;
    decider = next;
  }
  return { code: decider.code, bounced: used(wanted) };
}

function isReturnBetween({ action, data }: HistoryEntry, one: string, other: string): boolean {
  return (
    action === 'return' &&
    ((data.fromOffice === one && data.office === other) || (data.fromOffice === other && data.office === one))
  );
}

function wrongOffice(message: string, problem: string): TusaError {
  return new TusaError('invalid_input', message, [
    { field: 'body.officeCode', problem, cure: 'look the code up with GET /api/v1/offices' },
  ]);
}

function jobsAfter(
  deps: ChangeTicketDeps,
  ticket: Ticket,
  { action }: StaffStep,
  target: string | undefined,
): readonly OutboxRow[] {
  const now = deps.clock.now();
  const news = NEWS[action];
  const cause = NOTICES[action];
  return [
    ...(news && ticket.conversationId !== null
      ? [jobRow(deps.ids, 'deliver-reply', { number: ticket.number, news }, now)]
      : []),
    ...(cause
      ? [
          jobRow(
            deps.ids,
            'notify-office',
            // Who helps is told, not who asked for help.
            {
              number: ticket.number,
              officeCode: action === 'assist' && target !== undefined ? target : ticket.officeCode,
              cause,
            },
            now,
          ),
        ]
      : []),
    ...clockRows(ticket),
  ];
}

/** Every write is audited; a return also proposes a change of the responsibility table. */
function auditOf(
  deps: ChangeTicketDeps,
  actor: Actor,
  ticket: Ticket,
  step: StaffStep,
  bounced: boolean,
): readonly AuditEntry[] {
  const at = deps.clock.now();
  const entry = { at, actor: actor.id, subject: ticket.number, officeCode: ticket.officeCode };
  const done = { ...entry, action: `ticket.${step.action}` };
  if (step.action !== 'return') return [done];
  return [
    done,
    {
      ...entry,
      action: 'responsibility.proposed',
      data: { measure: ticket.measure, act: ticket.act, office: ticket.officeCode, adjudicated: bounced },
    },
  ];
}
