import { sql } from 'kysely';
import type { Vault } from '../../application/vault';
import type { Database } from './database';

/** Every column that holds a wrapped data key, with its table's id. Answers kept for idempotency live a day only. */
const KEYS = [
  { table: 'conversations', id: 'id', type: 'text' },
  { table: 'tickets', id: 'number', type: 'text' },
  { table: 'attachments', id: 'id', type: 'text' },
  { table: 'audit', id: 'id', type: 'bigint' },
  { table: 'secrets', id: 'name', type: 'text' },
] as const;
const BATCH = 500;

/**
 * After a change of the master key: wraps every data key with the current one, so that the old one can be thrown away
 * a day later. What the keys seal is not touched. May be stopped and begun again; returns how many were wrapped anew.
 */
export async function rewrapKeys(database: Database, vault: Vault): Promise<number> {
  let changed = 0;
  for (const { table, id, type } of KEYS) {
    let after: string | null = null;
    do {
      const rows: readonly KeyRow[] = await readBatch(database, table, id, type, after);
      for (const row of rows) {
        const key = vault.rewrap(row.key);
        if (!key) continue;
        await database.build((db) =>
          sql`update ${sql.table(table)} set key = ${key}
            where ${sql.ref(id)} = ${row.id}::${sql.raw(type)} and key = ${row.key}`.execute(db),
        );
        changed += 1;
      }
      after = rows.length === BATCH ? (rows.at(-1)?.id ?? null) : null;
    } while (after !== null);
  }
  return changed;
}

interface KeyRow {
  readonly id: string;
  readonly key: Buffer;
}

async function readBatch(
  database: Database,
  table: string,
  id: string,
  type: string,
  after: string | null,
): Promise<readonly KeyRow[]> {
  const beyond = after === null ? sql`` : sql`and ${sql.ref(id)} > ${after}::${sql.raw(type)}`;
  const { rows } = await database.build((db) =>
    sql<KeyRow>`select ${sql.ref(id)}::text as id, key from ${sql.table(table)}
      where key is not null ${beyond} order by ${sql.table(table)}.${sql.ref(id)} limit ${BATCH}`.execute(db),
  );
  return rows;
}
