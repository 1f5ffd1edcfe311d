import type {
  CommitResult,
  Conversation,
  ConversationStore,
  ConversationSummary,
  TurnCommit,
} from '../../application/ports';
import { resumablePhone } from '../../domain/dialogs/resumable-phone';
import type { MemoryTables } from './memory-tables';
import { pageOf } from './page-of';

export function memoryConversations(tables: MemoryTables): ConversationStore {
  const messagesOf = (id: string) => tables.messages.get(id) ?? [];
  const hasKey = (id: string, key: string | undefined) =>
    key !== undefined && messagesOf(id).some(({ message }) => message.dedupeKey === key);

  function commit(turn: TurnCommit): CommitResult {
    const { conversation, expectedVersion } = turn;
    const present = tables.conversations.get(conversation.id);
    if (turn.messages.some(({ dedupeKey }) => hasKey(conversation.id, dedupeKey))) return 'duplicate';
    if ((present?.version ?? null) !== expectedVersion) return 'stale';
    const { other } = turn;
    if (other && tables.conversations.get(other.id)?.version !== other.version - 1) return 'stale';
    if (turn.newTickets.some(({ ticket }) => tables.tickets.has(ticket.number))) return 'stale';
    if (turn.ticketChanges.some((change) => tables.isStale(change))) return 'stale';
    for (const { ticket, history } of turn.ticketChanges) tables.checkReturns(ticket.number, history);
    tables.conversations.set(conversation.id, structuredClone(conversation));
    if (other) tables.conversations.set(other.id, structuredClone(other));
    tables.messages.set(conversation.id, [
      ...messagesOf(conversation.id),
      ...structuredClone(turn.messages).map((message) => ({ turn: conversation.version, message })),
    ]);
    for (const { ticket, history } of turn.newTickets) {
      const stored = { ticket: structuredClone(ticket), history: [] };
      tables.tickets.set(ticket.number, stored);
      tables.addHistory(stored, history);
    }
    turn.ticketChanges.forEach((change) => tables.applyChange(change));
    tables.addOutbox(turn.outbox);
    tables.audit.push(...(turn.audit ?? []));
    return 'committed';
  }

  function summary(conversation: Conversation): ConversationSummary {
    const { state: _state, channelUser: _user, ...head } = conversation;
    const last = messagesOf(conversation.id).findLast(({ message }) => message.author === 'citizen');
    const tickets = [...tables.tickets.values()].filter(
      ({ ticket }) => ticket.conversationId === conversation.id,
    );
    return {
      ...head,
      lastText: last?.message.text ?? '',
      tickets: tickets.map(({ ticket }) => ticket.number),
    };
  }

  return {
    load: (id) => Promise.resolve(structuredClone(tables.conversations.get(id))),
    commitTurn: async (turn) => {
      await Promise.resolve();
      return commit(turn);
    },
    findTurn: (id, dedupeKey) => {
      const all = messagesOf(id);
      const first = all.find(({ message }) => message.dedupeKey === dedupeKey);
      const found = all.filter(
        ({ turn, message }) => first && turn === first.turn && message.seq >= first.message.seq,
      );
      return Promise.resolve(structuredClone(found.map(({ message }) => message)));
    },
    resumable: (phone) =>
      Promise.resolve(
        structuredClone(
          [...tables.conversations.values()]
            .filter(({ state }) => resumablePhone(state) === phone)
            .sort((a, b) => b.lastMessageAt.getTime() - a.lastMessageAt.getTime())
            .slice(0, 5),
        ),
      ),
    wakingBefore: (before, limit) =>
      Promise.resolve(
        [...tables.conversations.values()]
          .filter(({ wakeAt }) => wakeAt !== null && wakeAt < before)
          .sort((a, b) => Number(a.wakeAt) - Number(b.wakeAt))
          .slice(0, limit)
          .map(({ id, wakeAt }) => ({ id, wakeAt })),
      ),
    messages: (id, from, limit = 500) =>
      Promise.resolve(
        structuredClone(
          messagesOf(id)
            .map(({ message }) => message)
            .filter(({ seq }) => seq >= from)
            .slice(0, limit),
        ),
      ),
    list: ({ status, limit, cursor }) => {
      const all = [...tables.conversations.values()]
        .filter((one) => !status || status.includes(one.status))
        .sort(byNeed)
        .map(summary);
      return Promise.resolve(structuredClone(pageOf(all, limit, cursor)));
    },
  };
}

/** Danger first, then longest waiting, then newest. */
function byNeed(a: Conversation, b: Conversation): number {
  const safe = (one: Conversation) => Number(one.danger === 'none' || one.status === 'ended');
  const since = (one: Conversation) => one.waitingSince?.getTime() ?? Number.MAX_SAFE_INTEGER;
  return (
    safe(a) - safe(b) ||
    since(a) - since(b) ||
    b.lastMessageAt.getTime() - a.lastMessageAt.getTime() ||
    (a.id < b.id ? 1 : -1)
  );
}
