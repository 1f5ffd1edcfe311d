import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { isProgram } from './process-identity';

export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly uid?: number | undefined;
  readonly gid?: number | undefined;
  readonly cwd: string;
  /** PATH of the child. */
  readonly path: string;
  /** Where the server's own output goes. */
  readonly logFile: string;
  readonly stopSignal: NodeJS.Signals;
}

/** A server that is started again when it dies, until `stop`. */
export interface SupervisedProcess {
  readonly pid: () => number | undefined;
  /** Asks, waits up to `timeoutMs`, then kills. */
  stop(timeoutMs: number): Promise<void>;
}

const RESTART_MS = 500;

export function superviseProcess(
  command: Command,
  onDeath: (code: number | null) => void,
): SupervisedProcess {
  let stopping = false;
  let child: ChildProcess;
  const start = (): void => {
    const log = openSync(command.logFile, 'a');
    child = spawn(command.file, command.args, {
      cwd: command.cwd,
      stdio: ['ignore', log, log],
      // Its own group: Ctrl-C in the terminal must not reach the servers before the service has let go of them.
      detached: true,
      env: { PATH: command.path, LC_ALL: 'C.UTF-8' },
      ...(command.uid !== undefined && { uid: command.uid }),
      ...(command.gid !== undefined && { gid: command.gid }),
    });
    closeSync(log);
    child.once('error', () => onDeath(null));
    child.once('exit', (code) => {
      if (stopping) return;
      onDeath(code);
      setTimeout(() => stopping || start(), RESTART_MS).unref();
    });
  };
  start();
  return {
    pid: () => child.pid,
    async stop(timeoutMs) {
      stopping = true;
      if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
      const gone = new Promise<void>((done) => child.once('exit', () => done()));
      child.kill(command.stopSignal);
      await Promise.race([
        gone,
        pause(timeoutMs, undefined, { ref: false }).then(() => child.kill('SIGKILL')),
      ]);
      await gone;
    },
  };
}

/** Ends a server that an earlier run left behind: `pid` must still be a process called `name`. */
export async function endOrphan(pid: number, name: string, signal: NodeJS.Signals): Promise<void> {
  if (!isProgram(pid, name)) return;
  process.kill(pid, signal);
  for (let waited = 0; waited < 10_000 && isProgram(pid, name); waited += 50) await pause(50);
  if (isProgram(pid, name)) process.kill(pid, 'SIGKILL');
}
