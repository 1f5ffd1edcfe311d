import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { TusaError } from '../../domain/errors';
import { freePort } from './free-port';
import { serverBinary } from './server-binary';
import type { ServerUser } from './server-user';
import { endOrphan, superviseProcess } from './supervised-process';

export interface EmbeddedServer {
  readonly url: string;
  stop(): Promise<void>;
}

const READY_MS = 30_000;
const STOP_MS = 10_000;
const DATABASE = 'tusa';

/** A private PostgreSQL cluster in `user.folder`, made on the first start; recovers from whatever an earlier run left. */
export async function startPostgres(
  user: ServerUser,
  path: string,
  onDeath: (server: string) => void,
): Promise<EmbeddedServer> {
  const postgres = serverBinary('postgres', path);
  const initdb = serverBinary('initdb', path);
  if (!postgres || !initdb)
    throw new TusaError(
      'unavailable',
      'PostgreSQL is not installed: apt-get install postgresql, or set DATABASE_URL',
    );
  const data = join(user.folder, 'postgres');
  const password = passwordIn(user, 'postgres.password');
  if (!existsSync(join(data, 'PG_VERSION'))) initialise(initdb, data, user, path);
  await endEarlierRun(data);
  const port = await freePort();
  const server = superviseProcess(
    {
      file: postgres,
      args: [
        '-D',
        data,
        '-p',
        String(port),
        '-c',
        'listen_addresses=127.0.0.1',
        '-c',
        'unix_socket_directories=',
      ],
      cwd: user.folder,
      path,
      logFile: join(user.folder, 'postgres.log'),
      stopSignal: 'SIGINT', // "fast" shutdown: ends sessions, loses nothing
      uid: user.uid,
      gid: user.gid,
    },
    () => onDeath('postgres'),
  );
  const address = (database: string): string => `postgres://tusa:${password}@127.0.0.1:${port}/${database}`;
  try {
    await createDatabase(address('postgres'));
  } catch (fault) {
    await server.stop(STOP_MS);
    throw fault;
  }
  return { url: address(DATABASE), stop: () => server.stop(STOP_MS) };
}

/** One password a data folder, readable by the servers' user alone. */
export function passwordIn(user: ServerUser, name: string): string {
  const file = join(user.folder, name);
  if (!existsSync(file)) {
    writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 });
    if (user.uid !== undefined && user.gid !== undefined) chownSync(file, user.uid, user.gid);
  }
  return readFileSync(file, 'utf8').trim();
}

function initialise(initdb: string, data: string, user: ServerUser, path: string): void {
  // Made beside and renamed: a cluster of an interrupted first start cannot be completed, and must not look whole.
  const unfinished = `${data}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  if (user.uid !== undefined && user.gid !== undefined) chownSync(unfinished, user.uid, user.gid);
  execFileSync(
    initdb,
    ['-D', unfinished, '-U', 'tusa', '--auth=scram-sha-256', `--pwfile=${join(user.folder, 'postgres.password')}`,
      '--encoding=UTF8', '--locale=C.UTF-8', '--lc-messages=C'], // prettier-ignore
    {
      cwd: user.folder,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { PATH: path },
      ...(user.uid !== undefined && { uid: user.uid }),
      ...(user.gid !== undefined && { gid: user.gid }),
    },
  );
  renameSync(unfinished, data);
}

async function endEarlierRun(data: string): Promise<void> {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  if (pid > 0) await endOrphan(pid, 'postgres', 'SIGINT');
}

/** Waits until the server answers, also while it recovers from a crash, then makes the database where it is missing. */
async function createDatabase(url: string): Promise<void> {
  for (let waited = 0; ; waited += 50) {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 2000 });
    // A server that is still starting may cut the connection after the handshake.
    client.on('error', () => undefined);
    try {
      await client.connect();
      const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
      if (!rowCount) await client.query(`create database ${DATABASE}`);
      return;
    } catch (fault) {
      if (waited >= READY_MS)
        throw new TusaError(
          'unavailable',
          'the private PostgreSQL did not start; see postgres.log beside its data',
          [],
          { cause: fault },
        );
      await pause(50);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}
