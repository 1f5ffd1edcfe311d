import { createCipheriv, createDecipheriv, randomBytes, randomFillSync } from 'node:crypto';
import type { SealKind, Vault } from '../../application/vault';
import { TusaError } from '../../domain/errors';

const CIPHER = 'aes-256-gcm';
const IV = 12;
const TAG = 16;
const KEY = 32;
/** First byte of every wrapped key: the shape that follows, in case it ever changes. */
const FORMAT = 1;

/** Unwrapped data keys kept at hand; one costs about 150 bytes. */
const KEYS_AT_HAND = 10_000;

/**
 * AES-256-GCM throughout. Wrapped key: format, length of the master key's id, the id, IV, 32 bytes, tag. Sealed value:
 * IV, bytes, tag, bound to its kind. The first master key wraps; every one of them unwraps.
 */
export function createMasterVault(masterKeys: ReadonlyMap<string, Buffer>): Vault {
  const [current] = masterKeys;
  if (!current) throw new TusaError('internal', 'there is no master key');
  const atHand = new Map<string, Buffer>();
  const nextIv = ivSource();

  function unwrap(wrapped: Buffer): Buffer {
    const name = wrapped.toString('latin1');
    const known = atHand.get(name);
    if (known) return known;
    const id = masterKeyId(wrapped);
    const master = masterKeys.get(id);
    if (!master)
      throw new TusaError(
        'internal',
        `master key ${id} is missing: add it to TUSA_MASTER_KEYS, after the current one`,
      );
    const key = decrypt(master, 'key', wrapped.subarray(2 + id.length));
    remember(name, key);
    return key;
  }

  function remember(name: string, key: Buffer): void {
    // A Map keeps the order of insertion: the first entry is the oldest.
    if (atHand.size >= KEYS_AT_HAND) for (const [oldest] of atHand) { atHand.delete(oldest); break; } // prettier-ignore
    atHand.set(name, key);
  }

  function wrap(key: Buffer): Buffer {
    const [id, master] = current as [string, Buffer];
    const wrapped = Buffer.concat([
      Buffer.from([FORMAT, id.length]),
      Buffer.from(id, 'latin1'),
      encrypt(master, nextIv(), 'key', key),
    ]);
    remember(wrapped.toString('latin1'), key);
    return wrapped;
  }

  return {
    newKey: () => wrap(randomBytes(KEY)),
    seal: (wrappedKey, kind, bytes) => encrypt(unwrap(wrappedKey), nextIv(), kind, bytes),
    open: (wrappedKey, kind, sealed) => decrypt(unwrap(wrappedKey), kind, sealed),
    rewrap: (wrappedKey) => (masterKeyId(wrappedKey) === current[0] ? undefined : wrap(unwrap(wrappedKey))),
  };
}

function masterKeyId(wrapped: Buffer): string {
  if (wrapped[0] !== FORMAT) throw new TusaError('internal', 'a data key has an unknown format');
  return wrapped.toString('latin1', 2, 2 + (wrapped[1] ?? 0));
}

/** Random IVs, drawn in one go for many: each call to the system costs more than the encryption. */
function ivSource(): () => Buffer {
  const pool = Buffer.alloc(IV * 512);
  let used = pool.length;
  return () => {
    if (used === pool.length) {
      randomFillSync(pool);
      used = 0;
    }
    used += IV;
    return pool.subarray(used - IV, used);
  };
}

function encrypt(key: Buffer, iv: Buffer, kind: SealKind | 'key', bytes: string | Buffer): Buffer {
  const cipher = createCipheriv(CIPHER, key, iv);
  cipher.setAAD(Buffer.from(kind, 'latin1'));
  const body = typeof bytes === 'string' ? cipher.update(bytes, 'utf8') : cipher.update(bytes);
  const rest = cipher.final();
  return Buffer.concat([iv, body, rest, cipher.getAuthTag()]);
}

function decrypt(key: Buffer, kind: SealKind | 'key', sealed: Buffer): Buffer {
  try {
    const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, IV), { authTagLength: TAG });
    decipher.setAAD(Buffer.from(kind, 'latin1'));
    decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
    return Buffer.concat([decipher.update(sealed.subarray(IV, sealed.length - TAG)), decipher.final()]);
  } catch (fault) {
    throw new TusaError(
      'internal',
      `a sealed ${kind} does not open: it was altered, or the key is another's`,
      [],
      {
        cause: fault,
      },
    );
  }
}
