import { createHash } from 'node:crypto';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import type { LimitKind, RateLimiter } from '../../application/access-ports';
import type { StaffRedis } from './redis-client';

export interface Limit {
  readonly points: number;
  readonly seconds: number;
}

const SIGN_IN_SECONDS = 900;

/** What is allowed of each kind; the citizens' are settings. */
export function rateLimits(citizen: {
  readonly messagesAMinute: number;
  readonly tokensAMinute: number;
}): Readonly<Record<LimitKind, Limit>> {
  return {
    message: { points: citizen.messagesAMinute, seconds: 60 },
    citizen_token: { points: citizen.tokensAMinute, seconds: 60 },
    // An office shares one address.
    sign_in: { points: 50, seconds: SIGN_IN_SECONDS },
    sign_in_name: { points: 8, seconds: SIGN_IN_SECONDS },
    api: { points: 1_200, seconds: 60 },
  };
}

/**
 * Counts in Redis, shared by all processes. While Redis is away each process counts for itself, so that no citizen is
 * refused for that.
 */
export function createRedisRateLimiter(
  { client }: Pick<StaffRedis, 'client'>,
  limits: Readonly<Record<LimitKind, Limit>>,
): RateLimiter {
  const limiters = new Map(
    Object.entries(limits).map(([kind, { points, seconds }]) => {
      const options = { keyPrefix: `tusa:limit:${kind}`, points, duration: seconds };
      const limiter = new RateLimiterRedis({
        ...options,
        storeClient: client,
        useRedisPackage: true,
        rejectIfRedisNotReady: true,
        insuranceLimiter: new RateLimiterMemory(options),
      });
      return [kind, limiter] as const;
    }),
  );
  // Names and addresses are no business of Redis.
  const hash = (key: string): string => createHash('sha256').update(key).digest('base64url').slice(0, 22);
  return {
    async take(kind, key) {
      try {
        await limiters.get(kind)?.consume(hash(key));
        return 0;
      } catch (refusal) {
        return refusal instanceof RateLimiterRes ? Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)) : 0;
      }
    },
    async forget(kind, key) {
      await limiters
        .get(kind)
        ?.delete(hash(key))
        .catch(() => undefined);
    },
  };
}
