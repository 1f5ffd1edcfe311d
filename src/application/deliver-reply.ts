import type { Office } from '../domain/routing/office';
import type { JobPayloads, TicketNewsKind } from './jobs';
import type { JobWords } from './job-words';
import type { Delivery, TicketStore } from './ports';
import { sayUnasked, type SayUnaskedDeps } from './say-unasked';
import { ticketNews } from './ticket-news';

export interface DeliverReplyDeps extends SayUnaskedDeps {
  readonly tickets: TicketStore;
  readonly delivery: Delivery;
  readonly words: JobWords;
  readonly officeByCode: (code: string) => Office | undefined;
}

/**
 * Pushes words to a citizen outside of their own request: messages that are stored already, or the news of a ticket,
 * which are worded and stored first. Run again it stores nothing twice; the push itself may then be repeated.
 */
export function createDeliverReply(
  deps: DeliverReplyDeps,
): (payload: JobPayloads['deliver-reply'], jobId: string) => Promise<void> {
  return async (payload, jobId) => {
    if ('news' in payload) return tellNews(deps, payload.number, payload.news, jobId);
    const conversation = await deps.conversations.load(payload.conversationId);
    if (!conversation) return;
    const count = payload.to - payload.from + 1;
    await deps.delivery.deliver(
      conversation,
      await deps.conversations.messages(conversation.id, payload.from, count),
    );
  };
}

async function tellNews(
  deps: DeliverReplyDeps,
  number: string,
  kind: TicketNewsKind,
  jobId: string,
): Promise<void> {
  const found = await deps.tickets.byNumber(number);
  const id = found?.ticket.conversationId;
  const conversation = id ? await deps.conversations.load(id) : undefined;
  if (!found || !conversation) return;
  const says = deps.words.changed(
    conversation.state.lang,
    kind,
    ticketNews(found.ticket, found.history, deps.officeByCode),
    deps.clock.now(),
  );
  if (says.length === 0) return;
  await deps.delivery.deliver(conversation, await sayUnasked(deps, conversation, `job ${jobId}`, says));
}
