import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TusaError } from '../../domain/errors';
import { identityOf, isRunning, type ProcessIdentity } from './process-identity';

/**
 * Two programs on one data folder would fight over its servers. Takes `DATA_DIR/lock` for this process, from before the
 * servers start until after they have ended; a lock whose process is gone is taken over. Returns what releases it.
 */
export function lockDataDir(dataDir: string): () => void {
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, 'lock');
  // Linked into place whole: a lock that is still being written would look like a dead one.
  const own = `${file}.${process.pid}`;
  writeFileSync(own, JSON.stringify(identityOf(process.pid)), { mode: 0o600 });
  try {
    return take(dataDir, file, own);
  } finally {
    rmSync(own, { force: true });
  }
}

function take(dataDir: string, file: string, own: string): () => void {
  for (;;) {
    try {
      linkSync(own, file);
      return () => rmSync(file, { force: true });
    } catch (fault) {
      if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault;
    }
    const holder = lockHolder(dataDir);
    if (holder) {
      const url = readRunning(dataDir)?.url;
      throw new TusaError(
        'conflict',
        `process ${holder.pid} already uses this data folder${url === undefined ? '' : `, at ${url}`}; stop it first, or set DATA_DIR to another folder`,
      );
    }
    // Moved away, not removed: of two who find a dead lock only one can move it.
    try {
      renameSync(file, `${file}.dead-${process.pid}`);
      rmSync(`${file}.dead-${process.pid}`, { force: true });
    } catch {
      // The other one was faster.
    }
  }
}

/** Who holds the data folder now; undefined when nobody does. */
export function lockHolder(dataDir: string): ProcessIdentity | undefined {
  const holder = readJson<ProcessIdentity>(join(dataDir, 'lock'));
  return holder && isRunning(holder) ? holder : undefined;
}

/** What a running service says of itself in `DATA_DIR/running.json`, for the commands beside it. Readable by its user only. */
export interface Running {
  readonly databaseUrl: string;
  readonly redisUrl: string;
  /** Once it listens. */
  readonly url?: string;
}

/** Undefined when nobody runs on the folder, or does not say yet where its servers are. */
export function readRunning(dataDir: string): Running | undefined {
  return lockHolder(dataDir) && readJson<Running>(join(dataDir, 'running.json'));
}

export function writeRunning(dataDir: string, running: Running): void {
  const file = join(dataDir, 'running.json');
  writeFileSync(`${file}.new`, JSON.stringify(running), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

export function clearRunning(dataDir: string): void {
  rmSync(join(dataDir, 'running.json'), { force: true });
}

/** Our own files, written whole; anything else counts as not there. */
function readJson<T>(file: string): T | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch {
    return undefined;
  }
}
