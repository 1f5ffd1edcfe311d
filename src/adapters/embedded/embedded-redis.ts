import { chownSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { TusaError } from '../../domain/errors';
import { passwordIn, type EmbeddedServer } from './embedded-postgres';
import { freePort } from './free-port';
import { serverBinary } from './server-binary';
import type { ServerUser } from './server-user';
import { endOrphan, superviseProcess } from './supervised-process';

const READY_MS = 15_000;
const STOP_MS = 5_000;

/** A private redis-server in `user.folder` with an append-only file; its settings stand in a file, so that `ps` shows no password. */
export async function startRedis(
  user: ServerUser,
  path: string,
  onDeath: (server: string) => void,
): Promise<EmbeddedServer> {
  const binary = serverBinary('redis-server', path);
  if (!binary)
    throw new TusaError(
      'unavailable',
      'redis-server is not installed: apt-get install redis-server, or set REDIS_URL',
    );
  const folder = join(user.folder, 'redis');
  const pidFile = join(folder, 'redis.pid');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (existsSync(pidFile)) await endOrphan(Number(readFileSync(pidFile, 'utf8')), 'redis-server', 'SIGTERM');
  const password = passwordIn(user, 'redis.password');
  const port = await freePort();
  const settings = join(folder, 'redis.conf');
  writeFileSync(settings, [
    `port ${port}`, 'bind 127.0.0.1', `requirepass ${password}`, `dir "${folder}"`, `pidfile "${pidFile}"`,
    'appendonly yes', 'appendfsync everysec', 'save ""', 'maxmemory-policy noeviction', 'daemonize no', '',
  ].join('\n'), { mode: 0o600 }); // prettier-ignore
  if (user.uid !== undefined && user.gid !== undefined) {
    for (const owned of [folder, settings]) chownSync(owned, user.uid, user.gid);
  }
  const server = superviseProcess(
    {
      file: binary,
      args: [settings],
      cwd: folder,
      path,
      logFile: join(user.folder, 'redis.log'),
      stopSignal: 'SIGTERM',
      uid: user.uid,
      gid: user.gid,
    },
    () => onDeath('redis'),
  );
  for (let waited = 0; !(await answers(port, password)); waited += 50) {
    if (waited >= READY_MS) {
      await server.stop(STOP_MS);
      throw new TusaError(
        'unavailable',
        'the private redis-server did not start; see redis.log beside its data',
      );
    }
    await pause(50);
  }
  return { url: `redis://:${password}@127.0.0.1:${port}`, stop: () => server.stop(STOP_MS) };
}

/** PING over a plain socket: a client library would hide the difference between "not yet" and "never". */
function answers(port: number, password: string): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1');
    const finish = (ready: boolean): void => {
      socket.destroy();
      done(ready);
    };
    socket.setTimeout(1000, () => finish(false));
    socket.once('error', () => finish(false));
    socket.once('connect', () => socket.write(`AUTH ${password}\r\nPING\r\n`));
    let heard = '';
    socket.on('data', (bytes) => {
      heard += bytes.toString('latin1');
      if (heard.includes('+PONG')) finish(true);
      else if (heard.includes('-LOADING')) finish(false);
    });
  });
}
