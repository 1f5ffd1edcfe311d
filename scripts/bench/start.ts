import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../../src/adapters/embedded/free-port';
import type { BenchRow } from './bench-row';

const READY_MS = 60_000;

/** `npm start` with private servers, from nothing and again: seconds to ready, and the memory of the app alone. */
export async function benchStart(root: string): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tusa-bench-'));
  try {
    const first = await startOnce(root, folder);
    const second = await startOnce(root, folder);
    return [
      { name: 'start: first start to ready', value: first.seconds, unit: 's' },
      { name: 'start: second start to ready (target ≤ 3)', value: second.seconds, unit: 's' },
      { name: 'start: memory of the app (target ≤ 250)', value: second.megabytes, unit: 'MB' },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function startOnce(root: string, folder: string): Promise<{ seconds: number; megabytes: number }> {
  const port = await freePort();
  const begun = performance.now();
  const child = spawn(process.execPath, [join(root, 'scripts', 'start.cjs')], {
    cwd: root,
    stdio: 'ignore',
    env: { PATH: process.env.PATH, PORT: String(port), DATA_DIR: folder, LOG_LEVEL: 'error' },
  });
  const gone = new Promise((done) => child.once('exit', done));
  try {
    while (!(await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined))?.ok) {
      if (child.exitCode !== null || performance.now() - begun > READY_MS)
        throw new Error('the service did not start');
      await pause(20);
    }
    const seconds = Number(((performance.now() - begun) / 1000).toFixed(2));
    const resident = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid ?? 0}/status`, 'utf8'))?.[1];
    return { seconds, megabytes: Math.round(Number(resident) / 1024) };
  } finally {
    child.kill('SIGTERM');
    await gone;
  }
}
