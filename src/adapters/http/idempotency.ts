import { createHash } from 'node:crypto';
import type { Response } from 'express';
import type { IdempotencyStore } from '../../application/access-ports';
import type { Clock } from '../../application/ports';
import { RetryLater } from '../../application/retry-later';
import { TusaError } from '../../domain/errors';

export interface IdempotencyDeps {
  readonly idempotency: IdempotencyStore;
  readonly clock: Clock;
}

const KEY = /^[\x21-\x7e]{1,200}$/;
const WAIT_SECONDS = 2;

/** What a request would do; `fingerprint`: everything that makes it another request. */
export interface Deed {
  /** From the header; undefined: nothing to do here. */
  readonly key: string | undefined;
  /** Who asks for what: the same key of somebody else is another key. */
  readonly scope: string;
  readonly fingerprint: unknown;
  /** The answer holds a secret that is shown once: it is not kept, and the same request again is refused. */
  readonly secret?: boolean;
}

/**
 * Acts once for each Idempotency-Key. The same request again gets the first answer again; another request under the
 * same key is refused; while the first one still runs the second is asked to wait. What failed may be tried again.
 */
export async function once(
  deps: IdempotencyDeps,
  response: Response,
  deed: Deed,
  act: () => Promise<{ readonly status: number; readonly body: string }>,
): Promise<{ readonly status: number; readonly body: string }> {
  const { key, scope } = deed;
  if (key === undefined) return act();
  if (!KEY.test(key)) {
    throw new TusaError('invalid_input', 'the header Idempotency-Key is wrong', [
      { field: 'header.Idempotency-Key', problem: 'wrong', cure: 'use 1 to 200 visible ASCII characters' },
    ]);
  }
  const hash = createHash('sha256').update(JSON.stringify(deed.fingerprint)).digest('base64url');
  const state = await deps.idempotency.begin(key, scope, hash, deps.clock.now());
  if (state === 'mismatch')
    throw new TusaError('idempotency_mismatch', 'this key was used for another request: take a new one');
  if (state === 'running')
    throw new RetryLater('conflict', 'the first request is still running', WAIT_SECONDS);
  if (state !== 'new') {
    if (deed.secret)
      throw new TusaError(
        'conflict',
        'this was done already, and its answer held a secret that is shown once',
      );
    response.set('Idempotency-Replayed', 'true');
    return state;
  }
  try {
    const answer = await act();
    await deps.idempotency.finish(key, scope, deed.secret ? { ...answer, body: '' } : answer);
    return answer;
  } catch (fault) {
    // If even this fails the key is free again after a minute.
    await deps.idempotency.abandon(key, scope).catch(() => undefined);
    throw fault;
  }
}
