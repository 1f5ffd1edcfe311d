import type { IdempotencyStore } from '../../application/access-ports';
import type { Vault } from '../../application/vault';
import type { Database, Statement } from './database';

/** A first request that has not answered after so long died with its process. */
const DEAD_MS = 60_000;

/** Takes the key when it is free, or when the one who took it is dead. */
const TAKE: Statement = {
  name: 'idempotency_take',
  text: `insert into idempotency_keys as k (scope, key, request_hash, started_at) values ($1, $2, $3, $4)
    on conflict (scope, key) do update set started_at = excluded.started_at
      where k.status is null and k.started_at < $5 and k.request_hash = excluded.request_hash
    returning 1 as one`,
};
const READ: Statement = {
  name: 'idempotency_read',
  text: 'select request_hash, status, data_key, body from idempotency_keys where scope = $1 and key = $2',
};
const FINISH: Statement = {
  name: 'idempotency_finish',
  text: 'update idempotency_keys set status = $3, data_key = $4, body = $5 where scope = $1 and key = $2',
};
const ABANDON: Statement = {
  name: 'idempotency_abandon',
  text: 'delete from idempotency_keys where scope = $1 and key = $2 and status is null',
};

interface Row {
  readonly request_hash: string;
  readonly status: number | null;
  readonly data_key: Buffer | null;
  readonly body: Buffer | null;
}

export function createIdempotencyStore(database: Database, vault: Vault): IdempotencyStore {
  return {
    async begin(key, scope, requestHash, now) {
      const dead = new Date(now.getTime() - DEAD_MS);
      if ((await database.run(TAKE, [scope, key, requestHash, now, dead])).length) return 'new';
      const [row] = await database.run<Row>(READ, [scope, key]);
      if (!row) return 'running';
      if (row.request_hash !== requestHash) return 'mismatch';
      if (row.status === null || !row.data_key || !row.body) return 'running';
      return { status: row.status, body: vault.open(row.data_key, 'answer', row.body).toString() };
    },
    async finish(key, scope, { status, body }) {
      const dataKey = vault.newKey();
      await database.run(FINISH, [scope, key, status, dataKey, vault.seal(dataKey, 'answer', body)]);
    },
    async abandon(key, scope) {
      await database.run(ABANDON, [scope, key]);
    },
  };
}
