import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TusaError } from '../../domain/errors';
import { isProcess } from './supervised-process';

/** What a running service says of itself in `DATA_DIR/running.json`, for the commands beside it. Readable by its user only. */
export interface Running {
  readonly pid: number;
  readonly databaseUrl: string;
  readonly redisUrl: string;
  readonly url: string;
}

const fileIn = (dataDir: string): string => join(dataDir, 'running.json');

export function readRunning(dataDir: string): Running | undefined {
  try {
    const running = JSON.parse(readFileSync(fileIn(dataDir), 'utf8')) as Running;
    return isProcess(running.pid, 'node') ? running : undefined;
  } catch {
    return undefined;
  }
}

/** Two services on one data folder would fight over its servers: the second is refused. */
export function refuseSecond(dataDir: string): void {
  const running = readRunning(dataDir);
  if (running && running.pid !== process.pid) {
    throw new TusaError(
      'conflict',
      `a service already runs on this data folder at ${running.url} (process ${running.pid})`,
    );
  }
}

export function writeRunning(dataDir: string, running: Running): void {
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(fileIn(dataDir), JSON.stringify(running), { mode: 0o600 });
}

export function clearRunning(dataDir: string): void {
  rmSync(fileIn(dataDir), { force: true });
}
