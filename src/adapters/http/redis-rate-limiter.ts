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
const LOOK_UP_SECONDS = 3_600;

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
    // Wide enough that strangers elsewhere cannot shut the owner out in passing.
    sign_in_anywhere: { points: 200, seconds: SIGN_IN_SECONDS },
    look_up: { points: 10, seconds: LOOK_UP_SECONDS },
    // A village may share one address.
    look_up_address: { points: 60, seconds: LOOK_UP_SECONDS },
    api: { points: 1_200, seconds: 60 },
  };
}

/**
 * Counts in Redis, shared by all processes. While Redis is away or hangs each process counts for itself, so that no
 * citizen is refused, or waits, for that.
 */
export function createRedisRateLimiter(
  redis: Pick<StaffRedis, 'client' | 'run'>,
  limits: Readonly<Record<LimitKind, Limit>>,
): RateLimiter {
  const limiters = new Map(
    Object.entries(limits).map(([kind, { points, seconds, free = 0 }]) => {
      const options = { keyPrefix: `tusa:limit:${kind}`, points: points - free, duration: seconds };
      const shared = new RateLimiterRedis({
        ...options,
        storeClient: redis.client,
        useRedisPackage: true,
        rejectIfRedisNotReady: true,
      });
      const own = free > 0 ? new RateLimiterMemory({ points: free, duration: seconds }) : undefined;
      return [kind, { own, shared, insurance: new RateLimiterMemory(options) }] as const;
    }),
  );
  // Names and addresses are no business of Redis.
  const hash = (key: string): string => createHash('sha256').update(key).digest('base64url').slice(0, 22);
  return {
    async take(kind, key) {
      const limiter = limiters.get(kind);
      if (!limiter) return 0;
      const hashed = hash(key);
      if (limiter.own && (await waitOf(limiter.own.consume(hashed))) === 0) return 0;
      const shared = await waitOf(redis.run(() => limiter.shared.consume(hashed)));
      return shared ?? (await waitOf(limiter.insurance.consume(hashed))) ?? 0;
    },
    async forget(kind, key) {
      const limiter = limiters.get(kind);
      if (!limiter) return;
      const hashed = hash(key);
      await limiter.own?.delete(hashed);
      await limiter.insurance.delete(hashed);
      await redis.run(() => limiter.shared.delete(hashed)).catch(() => undefined);
    },
  };
}

/** Seconds to wait; 0: go on; undefined: it could not be counted. */
async function waitOf(consumed: Promise<unknown>): Promise<number | undefined> {
  try {
    await consumed;
    return 0;
  } catch (refusal) {
    return refusal instanceof RateLimiterRes
      ? Math.max(1, Math.ceil(refusal.msBeforeNext / 1000))
      : undefined;
  }
}
