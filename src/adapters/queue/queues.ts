import Bull from 'bull';
import type { JobName } from '../../application/jobs';
import type { QueueRedis } from './connect-redis';
import { JOB_NAMES } from './job-table';

export type Queues = Readonly<Record<JobName, Bull.Queue>>;

/**
 * One queue for each job. Every process gives every queue the same settings: bull keeps the time of the check for
 * stalled jobs in a key that all of them share. A dead worker's job is run by another one after some 5 seconds.
 */
const SETTINGS: Bull.AdvancedSettings = {
  lockDuration: 5_000,
  stalledInterval: 2_500,
  // A process that is killed again and again must not use up a job's chances: the attempts count real failures.
  maxStalledCount: 100,
  retryProcessDelay: 1_000,
};

export function createQueues(redis: QueueRedis, onFault: (job: JobName, fault: Error) => void): Queues {
  const entries = JOB_NAMES.map((name) => {
    const queue = new Bull(name, {
      // The braces keep all keys of one queue in one slot of a Redis Cluster.
      prefix: `{${name}}`,
      createClient: (type) =>
        type === 'client' ? redis.client : type === 'subscriber' ? redis.subscriber : redis.blocking(),
      settings: SETTINGS,
      defaultJobOptions: { removeOnComplete: true, removeOnFail: false },
    });
    queue.on('error', (fault) => onFault(name, fault));
    forgiveNaming(queue);
    return [name, queue] as const;
  });
  return Object.fromEntries(entries) as Queues;
}

/**
 * bull names its worker's connection in a promise that nobody catches: closed while Redis is away, it would end the
 * whole process. The name only serves to list workers.
 */
function forgiveNaming(queue: Bull.Queue): void {
  const inside = queue as Bull.Queue & { setWorkerName: () => Promise<unknown> };
  const setWorkerName = inside.setWorkerName.bind(queue);
  inside.setWorkerName = () => setWorkerName().catch(() => undefined);
}
