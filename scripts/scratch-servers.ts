import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../src/adapters/embedded/embedded-postgres';
import { startRedis } from '../src/adapters/embedded/embedded-redis';
import { serverUser } from '../src/adapters/embedded/server-user';

export interface ScratchServers {
  readonly databaseUrl: string;
  readonly redisUrl: string;
}

/** Runs `work` with an empty PostgreSQL and an empty Redis of its own; both are gone afterwards. */
export async function withScratchServers<T>(work: (servers: ScratchServers) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'tusa-scratch-'));
  // As root the servers run as another user, who must be able to get there.
  chmodSync(folder, 0o755);
  const path = process.env.PATH ?? '';
  const user = serverUser(folder);
  const died = (server: string): void => void process.stderr.write(`the scratch ${server} died\n`);
  const postgres = await startPostgres(user, path, died);
  try {
    const redis = await startRedis(user, path, died);
    try {
      return await work({ databaseUrl: postgres.url, redisUrl: redis.url });
    } finally {
      await redis.stop();
    }
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
    if (user.folder !== join(folder, 'servers')) rmSync(user.folder, { recursive: true, force: true });
  }
}
