import { clockRows } from './clock-rows';
import type { JobPayloads, NoticeCause } from './jobs';
import type { Clock, LiveUpdates, Outbox, TicketStore } from './ports';
import type { TicketState } from '../domain/tickets/ticket';
import type { Urgency } from '../domain/understanding/labels';

/** What an outside system is told: ids and codes only. `id` is the same when it is sent again. */
export interface OfficeNotice {
  readonly id: string;
  readonly type: `ticket.${NoticeCause}`;
  readonly time: string;
  readonly data: {
    readonly number: string;
    readonly officeCode: string;
    readonly state: TicketState;
    readonly urgency: Urgency;
  };
}

export interface NotifyOfficeDeps {
  readonly tickets: TicketStore;
  readonly outbox: Outbox;
  readonly live: LiveUpdates;
  readonly clock: Clock;
  readonly outboxChanged: () => void;
  /** A webhook or another outside system, where there is one. It may be told the same twice. */
  readonly send?: (notice: OfficeNotice) => Promise<void>;
}

/** Tells an office that it has something to look at, and sees to it that every open mark of the ticket has its job. */
export function createNotifyOffice(
  deps: NotifyOfficeDeps,
): (payload: JobPayloads['notify-office'], jobId: string) => Promise<void> {
  return async ({ number, officeCode, cause }, jobId) => {
    const found = await deps.tickets.byNumber(number);
    if (!found) return;
    const { state, urgency } = found.ticket;
    await deps.outbox.add(clockRows(found.ticket));
    deps.outboxChanged();
    deps.live.publish({ type: 'ticket', number, officeCode, state, urgency });
    await deps.send?.({
      id: jobId,
      type: `ticket.${cause}`,
      time: deps.clock.now().toISOString(),
      data: { number, officeCode, state, urgency },
    });
  };
}
