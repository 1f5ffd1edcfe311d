import { readFileSync } from 'node:fs';

/** A process, so that one that got the same number later is not taken for it. */
export interface ProcessIdentity {
  readonly pid: number;
  /** Clock ticks since boot at which it began; absent where the system does not tell (no /proc). */
  readonly start?: string;
}

export function identityOf(pid: number): ProcessIdentity {
  const start = statOf(pid)?.start;
  return { pid, ...(start !== undefined && { start }) };
}

/** Does this very process still run? */
export function isRunning({ pid, start }: ProcessIdentity): boolean {
  if (!isAlive(pid)) return false;
  const stat = statOf(pid);
  if (!stat) return process.platform !== 'linux';
  return !stat.zombie && (start === undefined || stat.start === start);
}

/** Is `pid` alive, and (where /proc tells) a program called `name`? A number used anew must never be ended. */
export function isProgram(pid: number, name: string): boolean {
  if (!isAlive(pid)) return false;
  const stat = statOf(pid);
  if (!stat) return process.platform !== 'linux';
  return !stat.zombie && stat.name === name;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    // It is there, but somebody else's.
    return (fault as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function statOf(pid: number): { name: string; zombie: boolean; start: string } | undefined {
  let text: string;
  try {
    text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return undefined;
  }
  // pid (name) state …; the name may hold spaces and brackets itself. Begin is field 22, the 20th after the name.
  const end = text.lastIndexOf(')');
  const rest = text.slice(end + 2).split(' ');
  return { name: text.slice(text.indexOf('(') + 1, end), zombie: rest[0] === 'Z', start: rest[19] ?? '' };
}
