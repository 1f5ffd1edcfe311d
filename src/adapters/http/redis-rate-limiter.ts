import { createHash } from 'node:crypto';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import type { LimitKind, RateLimiter } from '../../application/access-ports';
import type { StaffRedis } from './redis-client';

export interface Limit {
  readonly points: number;
  readonly seconds: number;
  /** So many of the points each process gives by itself, without asking Redis. */
  readonly free?: number;
}

/** An ordinary citizen never gets beyond this share, and their message need not wait for Redis. */
const FREE_SHARE = 0.25;

const SIGN_IN_SECONDS = 900;

/** What is allowed of each kind; the citizens' are settings. */
export function rateLimits(citizen: {
  readonly messagesAMinute: number;
  readonly tokensAMinute: number;
}): Readonly<Record<LimitKind, Limit>> {
  return {
    message: {
      points: citizen.messagesAMinute,
      seconds: 60,
      free: Math.floor(citizen.messagesAMinute * FREE_SHARE),
    },
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
    Object.entries(limits).map(([kind, { points, seconds, free = 0 }]) => {
      const options = { keyPrefix: `tusa:limit:${kind}`, points: points - free, duration: seconds };
      const shared = new RateLimiterRedis({
        ...options,
        storeClient: client,
        useRedisPackage: true,
        rejectIfRedisNotReady: true,
        insuranceLimiter: new RateLimiterMemory(options),
      });
      const own = free > 0 ? new RateLimiterMemory({ points: free, duration: seconds }) : undefined;
      return [kind, { own, shared }] as const;
    }),
  );
  // Names and addresses are no business of Redis.
  const hash = (key: string): string => createHash('sha256').update(key).digest('base64url').slice(0, 22);
  return {
    async take(kind, key) {
      const limiter = limiters.get(kind);
      const hashed = hash(key);
      try {
        if (await limiter?.own?.consume(hashed).catch(() => undefined)) return 0;
        await limiter?.shared.consume(hashed);
        return 0;
      } catch (refusal) {
        return refusal instanceof RateLimiterRes ? Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)) : 0;
      }
    },
    async forget(kind, key) {
      await limiters
        .get(kind)
        ?.shared.delete(hash(key))
        .catch(() => undefined);
    },
  };
}
