import type { JobQueue } from '../../application/job-queue';
import type { Clock, Logger, Outbox } from '../../application/ports';
import { createBullJobQueue } from './bull-job-queue';
import { connectQueueRedis } from './connect-redis';
import type { JobTable } from './job';
import { createQueues, type Queues } from './queues';
import { Relay, type RelayDeps } from './relay';
import { startWorker } from './worker';

export interface QueueServiceDeps {
  readonly redisUrl: string;
  readonly jobs: JobTable;
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Built by the caller from the queue that it is given: what carries the outbox, and what finds lost work. */
  readonly carriers: (queue: JobQueue) => Omit<RelayDeps, 'logger'>;
}

export interface QueueService {
  /** For bull-board. */
  readonly queues: Queues;
  isUp(): boolean;
  /** Jobs were written to the outbox. */
  poke(): void;
  /** `work`: also run the jobs; otherwise only hand them over. */
  start(work: boolean): void;
  /** Jobs under way get so long to end; then another worker repeats them. */
  stop(graceMs: number): Promise<void>;
}

/** At most one line a minute while Redis is away. */
const QUIET_MS = 60_000;

/** bull with its connections, relay and worker. Redis may be away at any time: nothing here fails for that. */
export function createQueueService(deps: QueueServiceDeps): QueueService {
  let lastTold = 0;
  const tell = (): void => {
    const now = deps.clock.now().getTime();
    if (now - lastTold < QUIET_MS) return;
    lastTold = now;
    deps.logger.warn('queue.redis_away');
  };
  const redis = connectQueueRedis(deps.redisUrl, tell);
  const queues = createQueues(redis, tell);
  const relay = new Relay({
    ...deps.carriers(createBullJobQueue(redis, queues, deps.jobs, deps.logger)),
    logger: deps.logger,
  });
  return {
    queues,
    isUp: () => redis.isUp(),
    poke: () => relay.poke(),
    start(work) {
      relay.start();
      redis.onUp(() => relay.queueReturned());
      if (work) startWorker({ ...deps, queues });
    },
    async stop(graceMs) {
      await relay.stop();
      const closing = Promise.all(Object.values(queues).map((queue) => queue.close()));
      closing.catch(() => undefined);
      // Without Redis there is nothing that could be ended in order.
      if (redis.isUp()) await within(graceMs, closing);
      redis.close();
    },
  };
}

async function within(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((done) => (timer = setTimeout(done, ms)));
  await Promise.race([work.catch(() => undefined), late]);
  clearTimeout(timer);
}
