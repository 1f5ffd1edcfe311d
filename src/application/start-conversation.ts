import { botMessage, type HandleMessageDeps, type InboundMessage } from './handle-message';
import type { Conversation, StoredMessage } from './ports';

/** Opens a conversation with the greeting: who listens, and what for. A second call changes nothing. */
export function createStartConversation(
  deps: Pick<HandleMessageDeps, 'clock' | 'conversations' | 'engine' | 'live'>,
): (
  request: Pick<InboundMessage, 'conversationId' | 'channel' | 'channelUser' | 'locale'>,
) => Promise<readonly StoredMessage[]> {
  return async (request) => {
    const now = deps.clock.now();
    const lang = request.locale?.startsWith('en') ? 'en' : 'zh';
    const { state, events } = deps.engine.begin(lang);
    const messages = events
      .filter((event) => event.kind === 'say')
      .map((say, seq) => botMessage(request.conversationId, seq, now, say));
    const conversation: Conversation = {
      id: request.conversationId,
      channel: request.channel,
      channelUser: request.channelUser,
      lang,
      status: 'bot',
      danger: 'none',
      urgency: 'normal',
      measure: null,
      handoff: null,
      waitingSince: null,
      operatorId: null,
      state,
      version: 1,
      nextSeq: messages.length,
      createdAt: now,
      lastMessageAt: now,
      wakeAt: null,
    };
    const result = await deps.conversations.commitTurn({
      conversation,
      expectedVersion: null,
      messages,
      newTickets: [],
      ticketChanges: [],
      outbox: [],
    });
    if (result !== 'committed') return deps.conversations.messages(request.conversationId, 0);
    deps.live.publish({ type: 'conversation', id: conversation.id, status: 'bot', danger: 'none' });
    return messages;
  };
}
