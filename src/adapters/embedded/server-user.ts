import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, chownSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Whom the private servers run as. Undefined ids: the user who runs the service. */
export interface ServerUser {
  readonly uid?: number;
  readonly gid?: number;
  /** Folder for the servers' files that this user can reach. */
  readonly folder: string;
}

/** PostgreSQL refuses to run as root; the system package brings this user. */
const UNPRIVILEGED = 'postgres';

/**
 * As an ordinary user: the servers run as that user, under `dataDir`. As root: as `postgres`, under `dataDir` when that
 * user can get there, otherwise under /var/lib/tusa, in a folder named after `dataDir`.
 */
export function serverUser(dataDir: string): ServerUser {
  const wanted = resolve(dataDir, 'servers');
  if (process.getuid?.() !== 0) {
    mkdirSync(wanted, { recursive: true, mode: 0o700 });
    return { folder: wanted };
  }
  const uid = Number(execFileSync('id', ['-u', UNPRIVILEGED], { encoding: 'utf8' }));
  const gid = Number(execFileSync('id', ['-g', UNPRIVILEGED], { encoding: 'utf8' }));
  const elsewhere = join('/var/lib/tusa', createHash('sha256').update(wanted).digest('hex').slice(0, 12));
  const folder = canReach(resolve(dataDir), uid, gid) ? wanted : elsewhere;
  mkdirSync(folder, { recursive: true });
  // mkdir obeys the umask, which may shut the other user out.
  if (folder === elsewhere) chmodSync('/var/lib/tusa', 0o711);
  chmodSync(folder, 0o711);
  chownSync(folder, uid, gid);
  return { uid, gid, folder };
}

function canReach(folder: string, uid: number, gid: number): boolean {
  mkdirSync(folder, { recursive: true });
  try {
    execFileSync('test', ['-x', folder], { uid, gid, stdio: 'ignore', cwd: '/' });
    return true;
  } catch {
    return false;
  }
}
