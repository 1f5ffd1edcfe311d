import Redis from 'ioredis';

export interface QueueRedis {
  /** Shared by all queues: commands. */
  readonly client: Redis;
  /** Shared by all queues: published events. */
  readonly subscriber: Redis;
  /** One for each queue that works: it waits inside a blocking command. */
  blocking(): Redis;
  isUp(): boolean;
  /** Called now if the server is up, and each time that it comes back. */
  onUp(listener: () => void): void;
  close(): void;
}

/** Between two tries to reach a server that is away, at most so long. */
const RETRY_MS = 1_000;

/**
 * The connections of bull. Commands wait for a server that is away instead of failing (bull wants it so); callers look
 * at `isUp` first, so that nothing piles up. `onFault` hears of each fault; without a listener it would end the process.
 */
export function connectQueueRedis(url: string, onFault: (fault: Error) => void): QueueRedis {
  const connections: Redis[] = [];
  const connect = (name: string): Redis => {
    const redis = new Redis(url, {
      connectionName: `tusa-${name}`,
      maxRetriesPerRequest: null,
      enableReadyCheck: false,
      retryStrategy: (times) => Math.min(times * 50, RETRY_MS),
    });
    redis.on('error', onFault);
    // Every queue that shares it listens too.
    redis.setMaxListeners(50);
    connections.push(redis);
    return redis;
  };
  const client = connect('queue');
  return {
    client,
    subscriber: connect('queue-events'),
    blocking: () => connect('queue-worker'),
    isUp: () => client.status === 'ready',
    onUp(listener) {
      if (client.status === 'ready') listener();
      client.on('ready', listener);
    },
    close: () => connections.forEach((redis) => redis.disconnect()),
  };
}
