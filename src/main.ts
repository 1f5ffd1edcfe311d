import { composeService, type Service } from './compose';
import { CatalogueError } from './adapters/catalogue/read-yaml';
import { ConfigError, readConfig } from './config';
import { TusaError } from './domain/errors';
import { projectRoot } from './project-root';

/** Nothing may keep the process longer than this after the first signal. */
const SHUTDOWN_MS = 20_000;

async function main(): Promise<void> {
  const config = readConfig();
  let service: Service | undefined;
  let stopping = false;
  const stop = (signal: NodeJS.Signals): void => {
    // A second Ctrl-C means it.
    if (stopping) process.exit(1);
    stopping = true;
    const limit = setTimeout(() => process.exit(1), SHUTDOWN_MS);
    limit.unref();
    void (async () => {
      await service?.stop(signal);
      process.exit(0);
    })();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  service = await composeService(config, projectRoot(), { info: console.error, warn: console.error, error: console.error });
  if (stopping) await service.stop('SIGTERM');
  else process.stdout.write(service.welcome);
}

/** Faults of the installation are told plainly, without a stack; anything else is a bug and keeps its stack. */
function tell(fault: unknown): string {
  if (fault instanceof ConfigError || fault instanceof CatalogueError) return fault.message;
  if (fault instanceof TusaError) return `${fault.message}${fault.cause instanceof Error ? ` (${fault.cause.message})` : ''}`;
  return fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
}

main().catch((fault: unknown) => {
  process.stderr.write(`tusa cannot start: ${tell(fault)}\n`);
  process.exit(1);
});
