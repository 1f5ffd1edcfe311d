import { z } from 'zod';
import type { AuditEntry, AuditLog } from '../../application/access-ports';
import type { Vault } from '../../application/vault';
import { decodeCursor, encodeCursor } from './cursor';
import type { Database } from './database';

const cursorShape = z.tuple([z.int()]);

export function createAuditLog(database: Database, vault: Vault): AuditLog {
  return {
    append: (entry) =>
      database.build(async (db) => {
        const key = entry.reason === undefined ? null : vault.newKey();
        await db
          .insertInto('audit')
          .values({
            at: entry.at,
            actor: entry.actor,
            action: entry.action,
            subject: entry.subject,
            office_code: entry.officeCode ?? null,
            key,
            reason: key && vault.seal(key, 'reason', JSON.stringify(entry.reason)),
            request_id: entry.requestId ?? null,
            data: entry.data ?? {},
          })
          .execute();
      }),
    list: ({ subject, actor, limit, cursor }) =>
      database.build(async (db) => {
        let query = db
          .selectFrom('audit')
          .selectAll()
          .orderBy('id', 'desc')
          .limit(limit + 1);
        if (subject !== undefined) query = query.where('subject', '=', subject);
        if (actor !== undefined) query = query.where('actor', '=', actor);
        if (cursor !== undefined) query = query.where('id', '<', decodeCursor(cursorShape, cursor)[0]);
        const rows = await query.execute();
        const shown = rows.slice(0, limit);
        const last = shown.at(-1);
        return {
          items: shown.map((row): AuditEntry => ({
            at: row.at,
            actor: row.actor,
            action: row.action,
            subject: row.subject,
            ...(row.office_code !== null && { officeCode: row.office_code }),
            ...(row.key &&
              row.reason && {
                reason: JSON.parse(vault.open(row.key, 'reason', row.reason).toString()) as string,
              }),
            ...(row.request_id !== null && { requestId: row.request_id }),
            data: row.data,
          })),
          ...(rows.length > limit && last && { next: encodeCursor([last.id]) }),
        };
      }),
  };
}
