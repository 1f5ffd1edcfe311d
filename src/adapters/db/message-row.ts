import type { StoredMessage } from '../../application/ports';
import type { Vault } from '../../application/vault';
import { byteaText } from './bytea-text';
import { dedupeColumn } from './dedupe-column';
import type { MessageRow } from './tables';

/** What lies sealed in a message's body. */
type Body = Pick<StoredMessage, 'text' | 'say' | 'understanding' | 'channelData' | 'dedupeKey'>;

/** What commit_turn takes as p_messages. `turn`: the version of the conversation that they belong to. */
export function messagesJson(
  messages: readonly StoredMessage[],
  turn: number,
  key: Buffer,
  vault: Vault,
): string {
  return JSON.stringify(
    messages.map((message) => {
      const { text, say, understanding, channelData, dedupeKey } = message;
      // JSON leaves out what is undefined, and keeps lone surrogates and control characters as they were sent.
      const body = { text, say, understanding, channelData, dedupeKey };
      return {
        conversation_id: message.conversationId,
        seq: message.seq,
        turn,
        at: message.at,
        author: message.author,
        author_id: message.authorId,
        dedupe_key: dedupeKey === undefined ? null : dedupeColumn(dedupeKey),
        body: byteaText(vault.seal(key, 'message', JSON.stringify(body))),
      };
    }),
  );
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
