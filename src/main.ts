import { CatalogueError } from './adapters/catalogue/read-yaml';
import { composeService } from './compose';
import { ConfigError, readConfig } from './config';
import { TusaError } from './domain/errors';
import { projectRoot } from './project-root';

/** Nothing may keep the process longer than this after the first signal. */
const SHUTDOWN_MS = 30_000;

async function main(): Promise<void> {
  const signal = firstSignal();
  const starting = composeService(readConfig(), projectRoot());
  const service = await starting;
  process.stdout.write(service.welcome);
  await signal;
  setTimeout(() => process.exit(1), SHUTDOWN_MS).unref();
  await service.stop();
  process.exit(0);
}

/** Resolves at the first SIGINT or SIGTERM; also one that comes while the service still starts is kept. */
function firstSignal(): Promise<void> {
  return new Promise((done) => {
    let asked = false;
    const hear = (): void => {
      // A second Ctrl-C means it.
      if (asked) process.exit(1);
      asked = true;
      done();
    };
    process.on('SIGINT', hear);
    process.on('SIGTERM', hear);
  });
}

/** Faults of the installation are told plainly, without a stack; anything else is a bug and keeps its stack. */
function tell(fault: unknown): string {
  if (fault instanceof ConfigError || fault instanceof CatalogueError) return fault.message;
  if (fault instanceof TusaError)
    return `${fault.message}${fault.cause instanceof Error ? ` (${fault.cause.message})` : ''}`;
  if (fault instanceof Error && 'code' in fault && fault.code === 'EADDRINUSE')
    return 'the port is taken; set PORT to another one';
  return fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
}

main().catch((fault: unknown) => {
  process.stderr.write(`tusa cannot start: ${tell(fault)}\n`);
  process.exit(1);
});
