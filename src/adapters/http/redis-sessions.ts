import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Session, SessionStore } from '../../application/access-ports';
import type { Clock } from '../../application/ports';
import { TusaError } from '../../domain/errors';
import type { StaffRedis } from './redis-client';

/** A session ends after so long without a request; a working day with its breaks. Seconds. */
const IDLE_S = 10 * 3_600;
/** Whatever is done, it ends so long after the sign-in. Seconds. */
const LIFE_S = 12 * 3_600;

/** `until`: when it ends at the latest, in milliseconds of the epoch. */
const stored = z.object({ staffId: z.string(), csrf: z.string(), until: z.number() });
/** Only the secret's hash is kept, so that reading Redis signs nobody in. */
const keyOf = (secret: string): string =>
  `tusa:session:${createHash('sha256').update(secret).digest('base64url')}`;
const indexOf = (staffId: string): string => `tusa:sessions-of:${staffId}`;

export function createRedisSessions(redis: Pick<StaffRedis, 'run'>, clock: Clock): SessionStore {
  const attempt = async <T>(work: Parameters<typeof redis.run<T>>[0]): Promise<T> => {
    try {
      return await redis.run(work);
    } catch (fault) {
      throw new TusaError('unavailable', 'sessions cannot be read just now', [], { cause: fault });
    }
  };
  return {
    open: ({ staffId, csrf }) =>
      attempt(async (client) => {
        const secret = randomBytes(32).toString('base64url');
        const key = keyOf(secret);
        const until = clock.now().getTime() + LIFE_S * 1000;
        const session: z.infer<typeof stored> = { staffId, csrf, until };
        await client
          .multi()
          .set(key, JSON.stringify(session), { expiration: { type: 'EX', value: IDLE_S } })
          .sAdd(indexOf(staffId), key)
          .expire(indexOf(staffId), LIFE_S)
          .exec();
        return secret;
      }),
    read: (secret) =>
      attempt(async (client): Promise<Session | undefined> => {
        const key = keyOf(secret);
        const text = await client.get(key);
        if (text === null) return undefined;
        const session = stored.safeParse(JSON.parse(text)).data;
        const left = session ? Math.ceil((session.until - clock.now().getTime()) / 1000) : 0;
        if (!session || left <= 0) {
          await client.del(key);
          return undefined;
        }
        const { staffId, csrf } = session;
        // The index lives on with it: what is not there would outlive the closing of all.
        await client.multi().expire(key, Math.min(IDLE_S, left)).expire(indexOf(staffId), LIFE_S).exec();
        return { staffId, csrf };
      }),
    close: (secret) =>
      attempt(async (client) => {
        await client.del(keyOf(secret));
      }),
    closeAll: (staffId) =>
      attempt(async (client) => {
        const keys = await client.sMembers(indexOf(staffId));
        await client.del([...keys, indexOf(staffId)]);
      }),
  };
}
