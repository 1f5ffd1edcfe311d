import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../src/adapters/embedded/free-port';
import { projectRoot } from '../../src/project-root';
import type { Account } from './staff-on-page';

const READY_MS = 60_000;

/** The service with private servers in a folder of its own, and the first accounts that it made. */
export async function startOwnService(): Promise<{
  url: string;
  account: (name: string) => Account;
  stop: () => Promise<void>;
}> {
  const folder = mkdtempSync(join(tmpdir(), 'tusa-screens-'));
  // The private servers run as another user where this one is root.
  chmodSync(folder, 0o755);
  const port = await freePort();
  const child = spawn(process.execPath, [join(projectRoot(), 'dist', 'src', 'main.js')], {
    cwd: projectRoot(),
    env: { PATH: process.env.PATH, PORT: String(port), DATA_DIR: folder, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}`;
  const end = Date.now() + READY_MS;
  const passwords = join(folder, 'first-accounts.txt');
  while (!existsSync(passwords) || !(await fetch(`${url}/readyz`).catch(() => undefined))?.ok) {
    if (child.exitCode !== null || Date.now() > end) {
      child.kill('SIGTERM');
      throw new Error('the service did not become ready');
    }
    await new Promise((done) => setTimeout(done, 100));
  }
  const lines = readFileSync(passwords, 'utf8').trim().split('\n');
  const accounts = new Map(lines.map((line) => line.split(' ') as [string, string]));
  return {
    url,
    account: (name) => ({ name, password: accounts.get(name) ?? '' }),
    stop: async () => {
      const gone = new Promise((done) => child.once('exit', done));
      child.kill('SIGTERM');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
