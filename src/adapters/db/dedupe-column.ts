import { createHash } from 'node:crypto';

/**
 * A channel's identity of a message as it stands in the unique index. Channels hand on what a stranger's program sent:
 * what PostgreSQL cannot hold (NUL, lone surrogates) or an index should not (long texts) is replaced by its hash.
 */
export function dedupeColumn(key: string): string {
  return /^[\x20-\x7e]{1,100}$/.test(key)
    ? key
    : `sha256 ${createHash('sha256').update(JSON.stringify(key)).digest('base64')}`;
}
