import type Bull from 'bull';
import type { JobQueue } from '../../application/job-queue';
import type { JobName } from '../../application/jobs';
import type { Logger, OutboxRow } from '../../application/ports';
import { TusaError } from '../../domain/errors';
import type { QueueRedis } from './connect-redis';
import type { JobTable } from './job';
import type { Queues } from './queues';

/** Redis may go away between `isUp` and the command, which then waits: we do not. */
const HAND_MS = 3_000;

/**
 * The queues as the application sees them: outbox rows in, the row's id being the job's. A row of a job that this version
 * does not know stays in the outbox, undone, until a process comes that does; it must not hold up the others.
 */
export function createBullJobQueue(
  redis: QueueRedis,
  queues: Queues,
  jobs: JobTable,
  logger: Logger,
): JobQueue {
  const isKnown = (row: OutboxRow): boolean => {
    if (Object.hasOwn(queues, row.job)) return true;
    logger.error('queue.unknown_job', { id: row.id, job: row.job });
    return false;
  };
  const add = (row: OutboxRow): Promise<unknown> => {
    const name = row.job as JobName;
    const { attempts, backoffMs, timeoutMs } = jobs[name].limits;
    return queues[name].add(row.payload, {
      jobId: row.id,
      attempts,
      timeout: timeoutMs,
      backoff: { type: 'exponential', delay: backoffMs },
    });
  };
  return {
    isUp: () => redis.isUp(),
    hand: async (rows) => void (await soon(Promise.all(rows.filter(isKnown).map(add)))),
    revive: async (row) => (isKnown(row) ? soon(revive(queues[row.job as JobName], row, add)) : 'waiting'),
  };
}

async function revive(
  queue: Bull.Queue,
  row: OutboxRow,
  add: (row: OutboxRow) => Promise<unknown>,
): Promise<'waiting' | 'lost' | 'failed'> {
  const job = await queue.getJob(row.id);
  const state = job ? await job.getState() : 'stuck';
  if (job && state === 'failed') {
    await job.retry();
    return 'failed';
  }
  if (job && state !== 'stuck' && state !== 'completed') return 'waiting';
  // `stuck`: its body is there, but no list leads to it.
  await job?.remove();
  await add(row);
  return 'lost';
}

async function soon<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_done, fail) => {
    timer = setTimeout(() => fail(new TusaError('unavailable', 'the queue does not answer')), HAND_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    // If it fails after all, nobody is left to hear it.
    work.catch(() => undefined);
  }
}
