import { randomBytes } from 'node:crypto';
import type { Vault } from '../../application/vault';
import type { Database, Statement } from './database';

const READ: Statement = { name: 'secret_read', text: 'select key, value from secrets where name = $1' };
const KEEP: Statement = {
  name: 'secret_keep',
  text: 'insert into secrets (name, key, value) values ($1, $2, $3) on conflict (name) do nothing',
};

/** 32 bytes that belong to the database, made on first use, the same for every process that shares it. */
export async function installationSecret(
  database: Database,
  vault: Vault,
  name: 'blind index' | 'direct line',
): Promise<Buffer> {
  const key = vault.newKey();
  const fresh = vault.seal(key, 'secret', randomBytes(32));
  const read = () => database.run<{ key: Buffer; value: Buffer }>(READ, [name]);
  let [row] = await read();
  if (!row) {
    await database.run(KEEP, [name, key, fresh]);
    // Another process may have been first: what is stored counts.
    [row] = await read();
  }
  return row ? vault.open(row.key, 'secret', row.value) : vault.open(key, 'secret', fresh);
}
