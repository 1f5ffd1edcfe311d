import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startPostgres } from '../../src/adapters/embedded/embedded-postgres';
import { startRedis } from '../../src/adapters/embedded/embedded-redis';
import { lockDataDir, lockHolder } from '../../src/adapters/embedded/instance-lock';
import { identityOf, isProgram, isRunning } from '../../src/adapters/embedded/process-identity';
import { serverUser } from '../../src/adapters/embedded/server-user';

let folder: string;
const path = process.env.PATH ?? '';
const died: string[] = [];
const onDeath = (server: string): void => void died.push(server);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tusa-embedded-'));
  chmodSync(folder, 0o755);
  died.length = 0;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function remember(url: string, word?: string): Promise<string[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query('create table if not exists kept (word text)');
  if (word !== undefined) await client.query('insert into kept values ($1)', [word]);
  const { rows } = await client.query<{ word: string }>('select word from kept order by word');
  await client.end();
  return rows.map((row) => row.word);
}

describe('private servers', () => {
  it('keep what they were given over a stop, a kill of everything, and a stale pid file', async () => {
    const user = serverUser(folder);
    const first = await startPostgres(user, path, onDeath);
    expect(await remember(first.url, 'a')).toEqual(['a']);
    await first.stop();
    const second = await startPostgres(user, path, onDeath);
    expect(await remember(second.url, 'b')).toEqual(['a', 'b']);
    // Its own supervision starts it again; the next start ends that one as an orphan, as after a killed service.
    const pidFile = join(user.folder, 'postgres', 'postmaster.pid');
    process.kill(Number(readFileSync(pidFile, 'utf8').split('\n')[0]), 'SIGKILL');
    await second.stop();
    const third = await startPostgres(user, path, onDeath);
    expect(await remember(third.url)).toEqual(['a', 'b']);
    await third.stop();
  });

  it('begin anew where the first start was interrupted', async () => {
    const user = serverUser(folder);
    mkdirSync(join(user.folder, 'postgres.new'));
    writeFileSync(join(user.folder, 'postgres.new', 'PG_VERSION'), '15');
    const server = await startPostgres(user, path, onDeath);
    expect(await remember(server.url, 'a')).toEqual(['a']);
    await server.stop();
    expect(existsSync(join(user.folder, 'postgres.new'))).toBe(false);
  });

  it('bring Redis with a password and end it in order', async () => {
    const server = await startRedis(serverUser(folder), path, onDeath);
    expect(new URL(server.url)).toMatchObject({ protocol: 'redis:', hostname: '127.0.0.1' });
    expect(new URL(server.url).password).toMatch(/^[0-9a-f]{48}$/);
    await server.stop();
    expect(died).toEqual([]);
  });
});

describe('the lock of a data folder', () => {
  const sleeper = (): ChildProcess =>
    spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'], { stdio: 'ignore' });

  it('refuses a second program while the first runs', () => {
    const release = lockDataDir(folder);
    expect(lockHolder(folder)).toEqual(identityOf(process.pid));
    expect(() => lockDataDir(folder)).toThrow(`process ${process.pid} already uses this data folder`);
    release();
    lockDataDir(folder)();
  });

  it.each([
    ['is gone', JSON.stringify({ pid: 4_194_000, start: '1' })],
    ['has its number from another', JSON.stringify({ pid: process.pid, start: '1' })],
    ['wrote nothing whole', '{"pid":'],
  ])('is taken over from a process that %s', (_case, text) => {
    writeFileSync(join(folder, 'lock'), text);
    expect(lockHolder(folder)).toBeUndefined();
    lockDataDir(folder)();
  });

  it('knows a process by its beginning, whatever its threads are called', async () => {
    const child = sleeper();
    const identity = identityOf(child.pid ?? 0);
    expect(isRunning(identity)).toBe(true);
    expect(isProgram(child.pid ?? 0, 'postgres')).toBe(false);
    const gone = new Promise((done) => child.once('exit', done));
    child.kill('SIGKILL');
    await gone;
    expect(isRunning(identity)).toBe(false);
  });
});
