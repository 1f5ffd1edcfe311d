import type { Say } from '../domain/dialogs/event';
import { TusaError } from '../domain/errors';
import type { Clock, Conversation, ConversationStore, LiveUpdates, OutboxRow, StoredMessage } from './ports';

export interface SayUnaskedDeps {
  readonly conversations: ConversationStore;
  readonly live: LiveUpdates;
  readonly clock: Clock;
}

const MAX_TRIES = 8;

/**
 * Puts messages of the service into a conversation outside of the citizen's own request. The same `dedupeKey` again
 * changes nothing and gives the messages of the first time. `outbox` is written in the same transaction.
 */
export async function sayUnasked(
  deps: SayUnaskedDeps,
  loaded: Conversation,
  dedupeKey: string,
  says: readonly Say[],
  outbox: readonly OutboxRow[] = [],
): Promise<readonly StoredMessage[]> {
  let conversation: Conversation | undefined = loaded;
  for (let attempt = 0; conversation && attempt < MAX_TRIES; attempt += 1) {
    const { id, nextSeq, version } = conversation;
    const at = deps.clock.now();
    const messages = says.map(({ kind: _kind, text, ...say }, index): StoredMessage => ({
      conversationId: id,
      seq: nextSeq + index,
      at,
      author: 'service',
      text,
      say,
      ...(index === 0 && { dedupeKey }),
    }));
    const result = await deps.conversations.commitTurn({
      conversation: {
        ...conversation,
        version: version + 1,
        nextSeq: nextSeq + messages.length,
        lastMessageAt: at,
      },
      expectedVersion: version,
      messages,
      newTickets: [],
      ticketChanges: [],
      outbox,
    });
    if (result === 'duplicate') return deps.conversations.findTurn(id, dedupeKey);
    if (result === 'committed') {
      for (const { seq } of messages) deps.live.publish({ type: 'message', id, seq });
      return messages;
    }
    conversation = await deps.conversations.load(id);
  }
  throw new TusaError('conflict', 'the conversation is busy');
}
