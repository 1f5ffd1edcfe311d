import type { Actor } from '../domain/access/actor';
import { mayChangeTicket, maySeeTicket, type IsWithin } from '../domain/access/office-scope';
import { may } from '../domain/access/permissions';
import type { TimeLimits } from '../domain/clocks/plan-clocks';
import type { WorkCalendar } from '../domain/clocks/work-calendar';
import { TusaError } from '../domain/errors';
import type { Limit } from '../domain/measures/measure';
import type { Office } from '../domain/routing/office';
import { changeTicket, type ChangeRequest } from '../domain/tickets/change-ticket';
import type { HistoryEntry, Ticket } from '../domain/tickets/ticket';
import type { MeasureCode } from '../domain/understanding/labels';
import type { AuditLog } from './access-ports';
import { changeStoredTicket } from './change-stored-ticket';
import { clockRows } from './clock-rows';
import { jobRow, type NoticeCause, type TicketNewsKind } from './jobs';
import type { Clock, Ids, LiveUpdates, OutboxRow, TicketStore } from './ports';

export interface ChangeTicketDeps {
  readonly tickets: TicketStore;
  readonly live: LiveUpdates;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly audit: AuditLog;
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
    let bounced = false;
    const changed = await changeStoredTicket(deps, number, (ticket, history) => {
      if (!maySeeTicket(actor, ticket, deps.isWithin))
        throw new TusaError('not_found', 'there is no such ticket');
      const noting = NOTE_STEPS.includes(step.action) && may(actor.role, 'ticket.note');
      if (!noting && !(may(actor.role, 'ticket.work') && mayChangeTicket(actor, ticket, deps.isWithin))) {
        throw new TusaError('forbidden', 'your account may read this ticket but not change it');
      }
      const target = targetOffice(deps, ticket, history, step);
      bounced = target.bounced;
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
      return { ticket: marked, history: [line], outbox: jobsAfter(deps, marked, step.action) };
    });
    if (!changed) throw new TusaError('not_found', 'there is no such ticket');
    deps.outboxChanged();
    await audit(deps, actor, changed, step, bounced);
    return changed;
  };
}

/**
 * Where a ticket that leaves its office goes. Without a named office: to the one above. A pair of offices between which
 * it went back before is not used again: the office above both decides (adjudication).
 */
function targetOffice(
  deps: ChangeTicketDeps,
  ticket: Ticket,
  history: readonly HistoryEntry[],
  step: StaffStep,
): { readonly code?: string; readonly bounced: boolean } {
  if (!['return', 'escalate', 'transfer', 'assist'].includes(step.action)) return { bounced: false };
  const wanted =
    step.officeCode ?? (step.action === 'assist' ? undefined : deps.above(ticket.officeCode).code);
  if (wanted === undefined) return { bounced: false };
  if (!deps.officeByCode(wanted)) {
    throw new TusaError('invalid_input', 'there is no such office', [
      {
        field: 'body.officeCode',
        problem: 'unknown office',
        cure: 'look the code up with GET /api/v1/offices',
      },
    ]);
  }
  const pair = [ticket.officeCode, wanted].sort().join();
  const bounced =
    step.action === 'return' &&
    history.some(
      (line) => line.action === 'return' && [line.data.fromOffice, line.data.office].sort().join() === pair,
    );
  return bounced ? { code: deps.above(ticket.officeCode).code, bounced } : { code: wanted, bounced };
}

function jobsAfter(
  deps: ChangeTicketDeps,
  ticket: Ticket,
  action: StaffStep['action'],
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
            { number: ticket.number, officeCode: ticket.officeCode, cause },
            now,
          ),
        ]
      : []),
    ...clockRows(ticket),
  ];
}

/** Every write is audited; a return also proposes a change of the responsibility table. */
async function audit(
  deps: ChangeTicketDeps,
  actor: Actor,
  ticket: Ticket,
  step: StaffStep,
  bounced: boolean,
): Promise<void> {
  const at = deps.clock.now();
  const entry = { at, actor: actor.id, subject: ticket.number, officeCode: ticket.officeCode };
  await deps.audit.append({ ...entry, action: `ticket.${step.action}` });
  if (step.action !== 'return') return;
  await deps.audit.append({
    ...entry,
    action: 'responsibility.proposed',
    data: { measure: ticket.measure, act: ticket.act, office: ticket.officeCode, adjudicated: bounced },
  });
}
