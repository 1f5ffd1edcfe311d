import { TusaError } from '../domain/errors';
import type { AuditEntry } from './access-ports';
import type { Clock, Conversation, ConversationStore, LiveUpdates, StoredMessage } from './ports';

export interface ChangeConversationDeps {
  readonly conversations: ConversationStore;
  readonly clock: Clock;
  readonly live: LiveUpdates;
}

export interface ConversationEdit {
  readonly change: Partial<
    Pick<Conversation, 'status' | 'operatorId' | 'handoff' | 'waitingSince' | 'danger' | 'state'>
  >;
  /** Messages to add; numbered and dated here. */
  readonly messages: readonly Omit<StoredMessage, 'conversationId' | 'seq' | 'at'>[];
  readonly audit?: readonly AuditEntry[];
}

const MAX_TRIES = 8;

/** Changes a conversation from the staff's side; begins again when a message of the citizen came in between. */
export async function changeConversation(
  deps: ChangeConversationDeps,
  id: string,
  edit: (conversation: Conversation) => ConversationEdit | Promise<ConversationEdit>,
): Promise<{ readonly conversation: Conversation; readonly messages: readonly StoredMessage[] }> {
  for (let attempt = 0; attempt < MAX_TRIES; attempt += 1) {
    const loaded = await deps.conversations.load(id);
    if (!loaded) throw new TusaError('not_found', 'there is no such conversation');
    const { change, messages: added, audit } = await edit(loaded);
    const at = deps.clock.now();
    const messages = added.map((message, index) => ({
      ...message,
      conversationId: id,
      seq: loaded.nextSeq + index,
      at,
    }));
    const conversation: Conversation = {
      ...loaded,
      ...change,
      version: loaded.version + 1,
      nextSeq: loaded.nextSeq + messages.length,
      lastMessageAt: messages.length ? at : loaded.lastMessageAt,
    };
    const result = await deps.conversations.commitTurn({
      conversation,
      expectedVersion: loaded.version,
      messages,
      newTickets: [],
      ticketChanges: [],
      outbox: [],
      ...(audit && { audit }),
    });
    if (result !== 'committed') continue;
    for (const { seq } of messages) deps.live.publish({ type: 'message', id, seq });
    deps.live.publish({ type: 'conversation', id, status: conversation.status, danger: conversation.danger });
    return { conversation, messages };
  }
  throw new TusaError('conflict', 'the conversation is busy; try again');
}
