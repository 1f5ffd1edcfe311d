import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startPostgres } from '../adapters/embedded/embedded-postgres';
import { startRedis } from '../adapters/embedded/embedded-redis';
import {
  clearRunning,
  lockDataDir,
  lockHolder,
  readRunning,
  writeRunning,
  type Running,
} from '../adapters/embedded/instance-lock';
import { masterKeyFile } from '../adapters/embedded/master-key-file';
import { serverUser } from '../adapters/embedded/server-user';
import type { Logger } from '../application/ports';
import type { Config } from '../config';

/** Where the record and the queue are, and how to let go of them. */
export interface Servers {
  readonly databaseUrl: string;
  readonly redisUrl: string;
  readonly masterKeys: ReadonlyMap<string, Buffer>;
  /** Tells the commands beside the service where it listens. */
  listensAt(url: string): void;
  /** Ends what was started here; servers given by the environment are left alone. */
  stop(): Promise<void>;
}

const STARTING_MS = 30_000;

/** The given servers, or private ones under DATA_DIR for those that are not given. */
export async function composeServers(config: Config, logger: Logger): Promise<Servers> {
  const masterKeys = config.TUSA_MASTER_KEYS ?? masterKeyFile(resolve(config.DATA_DIR));
  if (config.DATABASE_URL && config.REDIS_URL) {
    return {
      databaseUrl: config.DATABASE_URL,
      redisUrl: config.REDIS_URL,
      masterKeys,
      listensAt: () => undefined,
      stop: () => Promise.resolve(),
    };
  }
  const dataDir = resolve(config.DATA_DIR);
  const release = lockDataDir(dataDir);
  try {
    const user = serverUser(dataDir);
    const died = (server: string): void =>
      logger.error('embedded.died', { server, log: join('servers', `${server}.log`) });
    const postgres = config.DATABASE_URL ? undefined : startPostgres(user, config.PATH, died);
    const redis = config.REDIS_URL ? undefined : startRedis(user, config.PATH, died);
    const started = await Promise.allSettled([postgres, redis]);
    // Redis first: what it still holds is in the outbox as well.
    const stop = async (): Promise<void> => {
      clearRunning(dataDir);
      for (const server of started.toReversed())
        if (server.status === 'fulfilled') await server.value?.stop();
      release();
    };
    const failed = started.find((server) => server.status === 'rejected');
    if (failed) {
      await stop();
      throw failed.reason;
    }
    const servers = {
      databaseUrl: config.DATABASE_URL ?? (await postgres)?.url ?? '',
      redisUrl: config.REDIS_URL ?? (await redis)?.url ?? '',
    };
    writeRunning(dataDir, servers);
    return { ...servers, masterKeys, listensAt: (url) => writeRunning(dataDir, { ...servers, url }), stop };
  } catch (fault) {
    release();
    throw fault;
  }
}

/** The servers of the service that runs on DATA_DIR now, or else as `composeServers`: for commands beside the service. */
export async function borrowServers(config: Config, logger: Logger): Promise<Servers> {
  const dataDir = resolve(config.DATA_DIR);
  const running = config.DATABASE_URL ? undefined : await runningSoon(dataDir);
  if (!running) return composeServers(config, logger);
  return {
    ...running,
    masterKeys: config.TUSA_MASTER_KEYS ?? masterKeyFile(dataDir),
    listensAt: () => undefined,
    stop: () => Promise.resolve(),
  };
}

/** A service that is just starting says where its servers are as soon as they run. */
async function runningSoon(dataDir: string): Promise<Running | undefined> {
  for (let waited = 0; waited < STARTING_MS && lockHolder(dataDir); waited += 100) {
    const running = readRunning(dataDir);
    if (running) return running;
    await pause(100);
  }
  return undefined;
}
