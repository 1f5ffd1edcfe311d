import type { StoredMessage } from '../../application/ports';
import type { Vault } from '../../application/vault';
import { byteaText } from './bytea-text';
import { dedupeColumn } from './dedupe-column';
import type { MessageRow } from './tables';

/** What lies sealed in a message's body. */
type Body = Pick<StoredMessage, 'text' | 'say' | 'understanding' | 'channelData' | 'dedupeKey'>;

/** A message as it is written, the sealed column apart. */
export interface MessageColumns {
  readonly columns: object;
  readonly body: Buffer;
}

/** `turn`: the version of the conversation that the message belongs to. */
export function messageColumns(
  message: StoredMessage,
  turn: number,
  key: Buffer,
  vault: Vault,
): MessageColumns {
  const { text, say, understanding, channelData, dedupeKey } = message;
  // JSON leaves out what is undefined, and keeps lone surrogates and control characters as they were sent.
  const body = { text, say, understanding, channelData, dedupeKey };
  return {
    columns: {
      conversation_id: message.conversationId,
      seq: message.seq,
      turn,
      at: message.at,
      author: message.author,
      author_id: message.authorId,
      dedupe_key: dedupeKey === undefined ? null : dedupeColumn(dedupeKey),
    },
    body: vault.seal(key, 'message', JSON.stringify(body)),
  };
}

/** p_messages of commit_turn. */
export function messagesJson(messages: readonly MessageColumns[]): string {
  return JSON.stringify(messages.map(({ columns, body }) => ({ ...columns, body: byteaText(body) })));
}

export function messageOf(row: MessageRow, key: Buffer, vault: Vault): StoredMessage {
  const body = JSON.parse(vault.open(key, 'message', row.body).toString()) as Body;
  return {
    conversationId: row.conversation_id,
    seq: row.seq,
    at: row.at,
    author: row.author,
    ...(row.author_id !== null && { authorId: row.author_id }),
    ...body,
  };
}
