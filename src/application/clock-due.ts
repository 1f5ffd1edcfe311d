import { changeStoredTicket } from './change-stored-ticket';
import { clockRows } from './clock-rows';
import { jobRow, type JobPayloads } from './jobs';
import type { Clock, Ids, LiveUpdates, Outbox, TicketStore } from './ports';

export interface ClockDueDeps {
  readonly tickets: TicketStore;
  readonly outbox: Outbox;
  readonly live: LiveUpdates;
  readonly ids: Ids;
  readonly clock: Clock;
  readonly outboxChanged: () => void;
}

/**
 * A mark of a ticket has fallen due. Met: nothing. Moved: a job for the new time. Missed: a `breach` line in the
 * history, once for each due time, and the office and its supervisors are told.
 */
export function createClockDue(deps: ClockDueDeps): (payload: JobPayloads['clock-due']) => Promise<void> {
  return async ({ number, mark, due }) => {
    const ticket = await changeStoredTicket(deps, number, (found, history) => {
      const now = deps.clock.now();
      const open = found.due[mark];
      if (!open || open.at > now || open.at.toISOString() !== due) return undefined;
      if (history.some(({ action, data }) => action === 'breach' && data.mark === mark && data.due === due))
        return undefined;
      return {
        ticket: { ...found, version: found.version + 1, updatedAt: now },
        history: [
          {
            at: now,
            action: 'breach',
            actor: 'service',
            from: found.state,
            to: found.state,
            data: { mark, due },
            note: null,
            toCitizen: false,
          },
        ],
        outbox: [
          jobRow(deps.ids, 'notify-office', { number, officeCode: found.officeCode, cause: 'breach' }, now),
        ],
      };
    });
    if (ticket) await deps.outbox.add(clockRows(ticket));
    deps.outboxChanged();
  };
}
