import { createClient } from 'redis';
import { z } from 'zod';
import type { LiveEvent, LiveUpdates } from '../../application/ports';

const CHANNEL = 'tusa:live';

export interface RedisLiveUpdates extends LiveUpdates {
  /** Connects, and keeps trying; while Redis is away events reach this process alone. */
  start(): void;
  stop(): void;
}

/** What comes from another node: it may be of another version, so only its shape is taken on trust. */
const envelope = z.object({
  from: z.string(),
  event: z.looseObject({ type: z.enum(['conversation', 'message', 'ticket']) }),
});

/**
 * Live updates between processes by Redis publish and subscribe. Listeners of the same process hear at once and without
 * Redis; losing an event is harmless, screens fetch again.
 */
export function createRedisLiveUpdates(
  redisUrl: string,
  nodeId: string,
  onFault: (fault: Error) => void,
): RedisLiveUpdates {
  const listeners = new Set<(event: LiveEvent) => void>();
  const client = createClient({
    url: redisUrl,
    // An event that cannot be sent now is not worth sending later.
    disableOfflineQueue: true,
    socket: { reconnectStrategy: (retries) => Math.min(50 + retries * 50, 1_000) },
  });
  const subscriber = client.duplicate({ disableOfflineQueue: false });
  client.on('error', onFault);
  subscriber.on('error', onFault);

  const tell = (event: LiveEvent): void => {
    for (const listener of listeners) {
      try {
        listener(event);
      } catch (fault) {
        // A screen that cannot take it must not stop the one who tells.
        onFault(fault as Error);
      }
    }
  };
  const hear = (text: string): void => {
    const { from, event } = envelope.parse(JSON.parse(text));
    if (from !== nodeId) tell(event as unknown as LiveEvent);
  };
  const hearSafely = (text: string): void => {
    try {
      hear(text);
    } catch (fault) {
      onFault(fault as Error);
    }
  };
  return {
    publish(event) {
      tell(event);
      if (client.isReady) client.publish(CHANNEL, JSON.stringify({ from: nodeId, event })).catch(onFault);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    start() {
      client.connect().catch(onFault);
      subscriber
        .connect()
        .then(() => subscriber.subscribe(CHANNEL, hearSafely))
        .catch(onFault);
    },
    stop() {
      for (const connection of [client, subscriber]) if (connection.isOpen) connection.destroy();
    },
  };
}
