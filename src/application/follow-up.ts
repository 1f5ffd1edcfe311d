import type { TimeLimits } from '../domain/clocks/plan-clocks';
import type { WorkCalendar } from '../domain/clocks/work-calendar';
import type { Office } from '../domain/routing/office';
import { changeTicket } from '../domain/tickets/change-ticket';
import type { HistoryEntry, Ticket } from '../domain/tickets/ticket';
import { changeStoredTicket } from './change-stored-ticket';
import { followUpRow } from './clock-rows';
import type { JobPayloads } from './jobs';
import type { JobWords } from './job-words';
import type { Delivery, Outbox, TicketStore } from './ports';
import { sayUnasked, type SayUnaskedDeps } from './say-unasked';
import { ticketNews } from './ticket-news';

export interface FollowUpDeps extends SayUnaskedDeps {
  readonly tickets: TicketStore;
  readonly outbox: Outbox;
  readonly delivery: Delivery;
  readonly words: JobWords;
  readonly officeByCode: (code: string) => Office | undefined;
  readonly calendar: WorkCalendar;
  readonly limits: TimeLimits;
  readonly outboxChanged: () => void;
}

const HOUR_MS = 3_600_000;
/** So long the citizen has to say that it did not help; then silence counts as an end. */
const SILENCE_MS = 7 * 24 * HOUR_MS;
/** While a person is in charge of the conversation the bot is silent, and asks later; but not for ever. */
const LATER_MS = 2 * HOUR_MS;
const LATEST_MS = 3 * 24 * HOUR_MS;

/** Asks the citizen of a resolved ticket whether it helped, and closes it after silence. A reopened ticket is left alone. */
export function createFollowUp(deps: FollowUpDeps): (payload: JobPayloads['follow-up']) => Promise<void> {
  return async ({ number, stage, due }) => {
    const found = await deps.tickets.byNumber(number);
    if (!found || !isAwaiting(found.ticket, due)) return;
    if (stage === 'ask') await ask(deps, found.ticket, found.history, due);
    else await close(deps, number, due);
    deps.outboxChanged();
  };
}

/** Still resolved, and by the same resolution that the job was made for. */
function isAwaiting(ticket: Ticket, due: string): boolean {
  return ticket.state === 'resolved' && ticket.due.follow_up?.at.toISOString() === due;
}

async function ask(
  deps: FollowUpDeps,
  ticket: Ticket,
  history: readonly HistoryEntry[],
  due: string,
): Promise<void> {
  const now = deps.clock.now();
  const closing = followUpRow(ticket.number, 'close', due, new Date(Date.parse(due) + SILENCE_MS));
  const conversation = ticket.conversationId
    ? await deps.conversations.load(ticket.conversationId)
    : undefined;
  if (!conversation) return deps.outbox.add([closing]);
  if (conversation.status === 'human' && now.getTime() < Date.parse(due) + LATEST_MS) {
    return deps.outbox.add([followUpRow(ticket.number, 'ask', due, new Date(now.getTime() + LATER_MS))]);
  }
  const says = deps.words.followUp(
    conversation.state.lang,
    ticketNews(ticket, history, deps.officeByCode),
    now,
  );
  const messages = await sayUnasked(deps, conversation, `follow-up ${ticket.number} ${due}`, says, [closing]);
  await deps.delivery.deliver(conversation, messages);
}

async function close(deps: FollowUpDeps, number: string, due: string): Promise<void> {
  await changeStoredTicket(deps, number, (ticket) => {
    if (!isAwaiting(ticket, due)) return undefined;
    const changed = changeTicket(
      ticket,
      { action: 'close', actor: 'service' },
      { now: deps.clock.now(), calendar: deps.calendar, limits: deps.limits, measureLimits: [] },
    );
    return { ticket: changed.ticket, history: [changed.history], outbox: [] };
  });
}
