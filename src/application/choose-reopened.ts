import type { Ticket } from '../domain/tickets/ticket';
import { groupTicketNumber } from '../domain/tickets/ticket-number';
import type { Conversation, ConversationStore } from './ports';

/** So many messages back a citizen still means what was told. */
const LOOKED_AT = 40;

/**
 * Which of `tickets` a citizen means who only says that it was not solved: the only one, or the one that the service
 * spoke of last. Undefined where that names several or none.
 */
export async function chooseReopened(
  conversations: Pick<ConversationStore, 'messages'>,
  { id, nextSeq }: Pick<Conversation, 'id' | 'nextSeq'>,
  tickets: readonly Ticket[],
): Promise<Ticket | undefined> {
  if (tickets.length <= 1) return tickets[0];
  const messages = await conversations.messages(id, Math.max(0, nextSeq - LOOKED_AT), LOOKED_AT);
  for (const { author, text } of messages.toReversed()) {
    if (author !== 'bot' && author !== 'service') continue;
    const named = tickets.filter(
      ({ number }) => text.includes(number) || text.includes(groupTicketNumber(number)),
    );
    if (named.length) return named.length === 1 ? named[0] : undefined;
  }
  return undefined;
}
