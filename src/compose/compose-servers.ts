import { join, resolve } from 'node:path';
import { startPostgres } from '../adapters/embedded/embedded-postgres';
import { startRedis } from '../adapters/embedded/embedded-redis';
import { readRunning, refuseSecond } from '../adapters/embedded/instance-lock';
import { masterKeyFile } from '../adapters/embedded/master-key-file';
import { serverUser } from '../adapters/embedded/server-user';
import type { Logger } from '../application/ports';
import type { Config } from '../config';

/** Where the record and the queue are, and how to let go of them. */
export interface Servers {
  readonly databaseUrl: string;
  readonly redisUrl: string;
  readonly masterKeys: ReadonlyMap<string, Buffer>;
  /** Ends what was started here; servers given by the environment are left alone. */
  stop(): Promise<void>;
}

/** The given servers, or private ones under DATA_DIR for those that are not given. */
export async function composeServers(config: Config, logger: Logger): Promise<Servers> {
  const masterKeys = config.TUSA_MASTER_KEYS ?? masterKeyFile(resolve(config.DATA_DIR));
  if (config.DATABASE_URL && config.REDIS_URL) {
    return {
      databaseUrl: config.DATABASE_URL,
      redisUrl: config.REDIS_URL,
      masterKeys,
      stop: () => Promise.resolve(),
    };
  }
  const dataDir = resolve(config.DATA_DIR);
  refuseSecond(dataDir);
  const user = serverUser(dataDir);
  const died = (server: string): void =>
    logger.error('embedded.died', { server, log: join('servers', `${server}.log`) });
  const [postgres, redis] = await Promise.all([
    config.DATABASE_URL ? undefined : startPostgres(user, config.PATH, died),
    config.REDIS_URL ? undefined : startRedis(user, config.PATH, died),
  ]);
  return {
    databaseUrl: config.DATABASE_URL ?? postgres?.url ?? '',
    redisUrl: config.REDIS_URL ?? redis?.url ?? '',
    masterKeys,
    // Redis first: what it still holds is in the outbox as well.
    stop: async () => {
      await redis?.stop();
      await postgres?.stop();
    },
  };
}

/** The servers of the service that runs on DATA_DIR now, or else as `composeServers`: for commands beside the service. */
export async function borrowServers(config: Config, logger: Logger): Promise<Servers> {
  const running = config.DATABASE_URL ? undefined : readRunning(resolve(config.DATA_DIR));
  if (!running) return composeServers(config, logger);
  return {
    databaseUrl: running.databaseUrl,
    redisUrl: running.redisUrl,
    masterKeys: config.TUSA_MASTER_KEYS ?? masterKeyFile(resolve(config.DATA_DIR)),
    stop: () => Promise.resolve(),
  };
}
