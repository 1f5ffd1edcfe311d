import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Session, SessionStore } from '../../application/access-ports';
import { TusaError } from '../../domain/errors';
import type { StaffRedis } from './redis-client';

/** A session ends after so long without a request; a working day with its breaks. Seconds. */
const IDLE_S = 10 * 3_600;

const stored = z.object({ staffId: z.string(), csrf: z.string() });
/** Only the secret's hash is kept, so that reading Redis signs nobody in. */
const keyOf = (secret: string): string =>
  `tusa:session:${createHash('sha256').update(secret).digest('base64url')}`;
const indexOf = (staffId: string): string => `tusa:sessions-of:${staffId}`;

export function createRedisSessions({ client }: Pick<StaffRedis, 'client'>): SessionStore {
  const attempt = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (fault) {
      throw new TusaError('unavailable', 'sessions cannot be read just now', [], { cause: fault });
    }
  };
  return {
    open: (session) =>
      attempt(async () => {
        const secret = randomBytes(32).toString('base64url');
        const key = keyOf(secret);
        await client
          .multi()
          .set(key, JSON.stringify(session satisfies Session), { expiration: { type: 'EX', value: IDLE_S } })
          .sAdd(indexOf(session.staffId), key)
          .expire(indexOf(session.staffId), IDLE_S * 2)
          .exec();
        return secret;
      }),
    read: (secret) =>
      attempt(async () => {
        const text = await client.getEx(keyOf(secret), { type: 'EX', value: IDLE_S });
        return text === null ? undefined : stored.parse(JSON.parse(text));
      }),
    close: (secret) =>
      attempt(async () => {
        await client.del(keyOf(secret));
      }),
    closeAll: (staffId) =>
      attempt(async () => {
        const keys = await client.sMembers(indexOf(staffId));
        await client.del([...keys, indexOf(staffId)]);
      }),
  };
}
