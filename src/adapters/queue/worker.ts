import type Bull from 'bull';
import type { JobName } from '../../application/jobs';
import type { Clock, Logger, Outbox } from '../../application/ports';
import { TusaError } from '../../domain/errors';
import type { Job, JobTable } from './job';
import { JOB_NAMES } from './job-table';
import type { Queues } from './queues';

export interface WorkerDeps {
  readonly queues: Queues;
  readonly jobs: JobTable;
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Begins to work on all queues; while Redis is away, as soon as it comes. Never rejects. */
export function startWorker(deps: WorkerDeps): void {
  for (const name of JOB_NAMES) startOne(deps, deps.jobs[name], deps.queues[name]);
}

function startOne<Name extends JobName>(deps: WorkerDeps, job: Job<Name>, queue: Bull.Queue): void {
  queue.on('failed', (failed, fault) => report(deps.logger, failed, fault));
  queue
    .process(job.limits.concurrency, (run: Bull.Job<unknown>) => runJob(deps, job, String(run.id), run))
    .catch((fault: unknown) => {
      // Only on the way down: the connection was closed before Redis had ever been there.
      deps.logger.warn('queue.not_started', { job: job.name, fault: faultName(fault) });
    });
}

async function runJob<Name extends JobName>(
  { outbox, clock }: WorkerDeps,
  job: Job<Name>,
  id: string,
  run: Bull.Job<unknown>,
): Promise<void> {
  if (await outbox.isDone(id)) return;
  const payload = job.payload.safeParse(run.data);
  if (!payload.success) {
    // No number of attempts will mend it.
    await run.discard();
    throw new TusaError('invalid_input', `the payload of ${job.name} is not what the job expects`);
  }
  try {
    await job.perform(payload.data, id);
  } catch (fault) {
    // bull keeps message and stack in Redis, where no personal data may lie: a foreign error is known by its name only.
    throw fault instanceof TusaError
      ? fault
      : new TusaError('internal', `${job.name} failed: ${faultName(fault)}`);
  }
  await outbox.markDone(id, clock.now());
}

/** bull has counted the attempt when it tells of the failure. */
function isLastAttempt(job: Bull.Job): boolean {
  return job.attemptsMade >= (job.opts.attempts ?? 1);
}

function report(logger: Logger, job: Bull.Job, fault: Error): void {
  const fields = {
    job: job.queue.name,
    id: String(job.id),
    attempt: job.attemptsMade,
    fault: faultName(fault),
  };
  if (isLastAttempt(job)) logger.error('job.failed', fields);
  else logger.warn('job.attempt_failed', fields);
}

function faultName(fault: unknown): string {
  if (fault instanceof TusaError) return fault.code;
  return fault instanceof Error ? fault.name : typeof fault;
}
