import { sql } from 'kysely';
import { MAX_ATTACHMENT_BYTES, type AttachmentStore } from '../../application/access-ports';
import type { Vault } from '../../application/vault';
import { TusaError } from '../../domain/errors';
import type { Database } from './database';

export function createAttachmentStore(database: Database, vault: Vault): AttachmentStore {
  return {
    async put({ id, conversationId, at, mediaType, name, bytes }) {
      if (bytes.length > MAX_ATTACHMENT_BYTES)
        throw new TusaError('too_large', 'a file may have at most 5 MB');
      const key = vault.newKey();
      await database.build((db) =>
        db
          .insertInto('attachments')
          .values({
            id,
            conversation_id: conversationId,
            at,
            media_type: mediaType,
            key,
            name: vault.seal(key, 'file_name', JSON.stringify(name)),
            bytes: vault.seal(key, 'file', bytes),
          })
          .onConflict((conflict) => conflict.doNothing())
          .execute(),
      );
    },
    usage: (conversationId, except = []) =>
      database.build(async (db) => {
        const { rows } = await sql<{ files: number; bytes: number }>`
          select count(*)::int as files, coalesce(sum(octet_length(bytes)), 0)::float8 as bytes
          from attachments where conversation_id = ${conversationId} and id <> all(${[...except]}::text[])`.execute(
          db,
        );
        return rows[0] ?? { files: 0, bytes: 0 };
      }),
    get: (id) =>
      database.build(async (db) => {
        const row = await db.selectFrom('attachments').selectAll().where('id', '=', id).executeTakeFirst();
        return (
          row && {
            id: row.id,
            conversationId: row.conversation_id,
            at: row.at,
            mediaType: row.media_type,
            name: JSON.parse(vault.open(row.key, 'file_name', row.name).toString()) as string,
            bytes: vault.open(row.key, 'file', row.bytes),
          }
        );
      }),
  };
}
