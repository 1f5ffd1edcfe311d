import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The key ring of a service that has none in its environment: one key, made on the first start, kept beside the data. */
export function masterKeyFile(dataDir: string): ReadonlyMap<string, Buffer> {
  const file = join(dataDir, 'master.key');
  mkdirSync(dataDir, { recursive: true });
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600, flag: 'wx' });
  return new Map([['k1', Buffer.from(readFileSync(file, 'utf8').trim(), 'base64')]]);
}
