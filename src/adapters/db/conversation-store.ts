import type {
  CommitResult,
  Conversation,
  ConversationStore,
  StoredMessage,
  TurnCommit,
} from '../../application/ports';
import { TusaError } from '../../domain/errors';
import { auditJson } from './audit-json';
import {
  conversationChange,
  conversationChangeJson,
  conversationJson,
  conversationOf,
} from './conversation-row';
import { STALE_TICKET, databaseFault, sqlState, violated } from './database-fault';
import type { Database, Statement } from './database';
import { dedupeColumn } from './dedupe-column';
import { listConversations } from './list-conversations';
import { messageColumns, messageOf, messagesJson, type MessageColumns } from './message-row';
import { outboxJson } from './outbox-json';
import { RecentMap } from './recent-map';
import type { ConversationRow, MessageRow } from './tables';
import { readTicketKeys } from './ticket-keys';
import { ticketParameters, type TicketSeals } from './ticket-row';
import { TurnBatch } from './turn-batch';

/** Columns by name: a prepared `select *` would break in running processes when a migration adds one. */
const COLUMNS =
  'id, channel, key, channel_user, lang, status, danger, urgency, measure, handoff, waiting_since, operator_id, state, version, next_seq, created_at, last_message_at, active_at, wake_at';
const MESSAGE_COLUMNS = 'm.conversation_id, m.seq, m.turn, m.at, m.author, m.author_id, m.dedupe_key, m.body';

const LOAD: Statement = {
  name: 'conversation_load',
  text: `select ${COLUMNS} from conversations where id = $1`,
};
const KEY: Statement = { name: 'conversation_key', text: 'select key from conversations where id = $1' };
const COMMIT: Statement = {
  name: 'commit_turn',
  text: 'select commit_turn($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) as result',
};
const FIND_TURN: Statement = {
  name: 'find_turn',
  text: `select ${MESSAGE_COLUMNS}, c.key from messages f
    join messages m on m.conversation_id = f.conversation_id and m.turn = f.turn and m.seq >= f.seq
    join conversations c on c.id = f.conversation_id
    where f.conversation_id = $1 and f.dedupe_key = $2 order by m.seq`,
};
const WAKING: Statement = {
  name: 'conversations_waking',
  text: 'select id, wake_at from conversations where wake_at < $1 order by wake_at limit $2',
};
const RESUMABLE: Statement = {
  name: 'conversations_resumable',
  text: `select ${COLUMNS} from conversations where resume_index = $1 order by last_message_at desc limit $2`,
};
const MESSAGES: Statement = {
  name: 'messages',
  text: `select ${MESSAGE_COLUMNS}, c.key from messages m join conversations c on c.id = m.conversation_id
    where m.conversation_id = $1 and m.seq >= $2 order by m.seq limit $3`,
};

const DEFAULT_MESSAGES = 500;
const MOST_RESUMABLE = 5;
/** Conversations kept at hand with their state, each at most some 10 KB. */
const AT_HAND = 2_000;

interface AtHand {
  readonly key: Buffer;
  readonly conversation: Conversation;
}

/**
 * Conversations in PostgreSQL. What this process committed or read last is kept at hand: `load(id, 'recent')` may
 * answer from there, and the version check of commitTurn finds out when another process has been faster.
 */
export function createConversationStore(database: Database, seals: TicketSeals): ConversationStore {
  const { vault } = seals;
  const recent = new RecentMap<string, AtHand>(AT_HAND);
  const batch = new TurnBatch(database, ({ change, messages, expectedVersion }) =>
    commit([
      expectedVersion,
      conversationChangeJson(change),
      messagesJson(messages),
      ...[null, null, null, null, null, null, null],
    ]),
  );

  async function load(
    id: string,
    freshness: 'current' | 'recent' = 'current',
  ): Promise<Conversation | undefined> {
    const atHand = freshness === 'recent' ? recent.get(id) : undefined;
    if (atHand) return atHand.conversation;
    const [row] = await database.run<ConversationRow>(LOAD, [id]);
    if (!row) return undefined;
    const conversation = conversationOf(row, vault);
    recent.set(id, { key: row.key, conversation });
    return conversation;
  }

  async function keyOf(id: string): Promise<Buffer> {
    const known = recent.get(id)?.key;
    if (known) return known;
    const [row] = await database.run<{ key: Buffer }>(KEY, [id]);
    if (!row) throw new TusaError('not_found', 'there is no such conversation');
    return row.key;
  }

  async function commitTurn(turn: TurnCommit): Promise<CommitResult> {
    const { conversation, expectedVersion } = turn;
    const key = expectedVersion === null ? vault.newKey() : await keyOf(conversation.id);
    // Until the commit is known to have happened, nothing at hand may be trusted.
    recent.delete(conversation.id);
    if (turn.other) recent.delete(turn.other.id);
    const messages = turn.messages.map((message) =>
      messageColumns(message, conversation.version, key, vault),
    );
    const result = isPlain(turn)
      ? await batch.commit({
          conversationId: conversation.id,
          expectedVersion: conversation.version - 1,
          change: conversationChange(conversation, key, seals),
          messages,
        })
      : await commitOne(turn, key, messages);
    if (result === 'committed') recent.set(conversation.id, { key, conversation });
    return result;
  }

  async function commitOne(
    turn: TurnCommit,
    key: Buffer,
    messages: readonly MessageColumns[],
  ): Promise<CommitResult> {
    const { conversation, expectedVersion, newCase } = turn;
    const ticketKeys = await readTicketKeys(database, turn.ticketChanges);
    const tickets = ticketParameters(turn.newTickets, turn.ticketChanges, ticketKeys, seals);
    return commit([
      expectedVersion,
      expectedVersion === null
        ? conversationJson(conversation, key, seals)
        : conversationChangeJson(conversationChange(conversation, key, seals)),
      messagesJson(messages),
      newCase &&
        JSON.stringify({ id: newCase.id, conversation_id: conversation.id, created_at: newCase.createdAt }),
      tickets.tickets,
      tickets.changes,
      tickets.history,
      turn.outbox.length ? outboxJson(turn.outbox) : null,
      auditJson(turn.audit, vault),
      turn.other && conversationChangeJson(conversationChange(turn.other, await keyOf(turn.other.id), seals)),
    ]);
  }

  async function commit(values: readonly unknown[]): Promise<CommitResult> {
    try {
      const [row] = await database.attempt<{ result: CommitResult }>(COMMIT, values);
      return row?.result ?? 'stale';
    } catch (fault) {
      if (violated(fault) === 'messages_dedupe') return 'duplicate';
      // A ticket number that is taken: the turn computed again draws another.
      if (violated(fault) === 'tickets_pkey' || sqlState(fault) === STALE_TICKET) return 'stale';
      throw databaseFault(fault);
    }
  }

  return {
    load,
    commitTurn,
    findTurn: async (id, dedupeKey) =>
      opened(await database.run<MessageRow & { key: Buffer }>(FIND_TURN, [id, dedupeColumn(dedupeKey)])),
    messages: async (id, from, limit = DEFAULT_MESSAGES) =>
      opened(await database.run<MessageRow & { key: Buffer }>(MESSAGES, [id, from, limit])),
    resumable: async (phone) =>
      (await database.run<ConversationRow>(RESUMABLE, [seals.blindIndex(phone), MOST_RESUMABLE])).map((row) =>
        conversationOf(row, vault),
      ),
    wakingBefore: async (before, limit) =>
      (await database.run<Pick<ConversationRow, 'id' | 'wake_at'>>(WAKING, [before, limit])).map(
        ({ id, wake_at }) => ({ id, wakeAt: wake_at }),
      ),
    list: (filter) => listConversations(database, vault, filter),
  };

  function opened(rows: readonly (MessageRow & { key: Buffer })[]): readonly StoredMessage[] {
    return rows.map((row) => messageOf(row, row.key, vault));
  }
}

/** Nothing but messages and the conversation itself: what TurnBatch takes. */
function isPlain(turn: TurnCommit): boolean {
  return (
    turn.expectedVersion === turn.conversation.version - 1 &&
    !turn.newCase &&
    !turn.other &&
    !turn.audit?.length &&
    turn.newTickets.length + turn.ticketChanges.length + turn.outbox.length === 0
  );
}
