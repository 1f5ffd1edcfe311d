import { createClient } from 'redis';
import { z } from 'zod';
import type { LiveEvent, LiveUpdates } from '../../application/ports';

const CHANNEL = 'tusa:live';
/** A connection that is silent for so long is given up; the pings in between keep a good one alive. Milliseconds. */
const SILENT_MS = 5_000;
const PING_MS = 1_500;
const MOST_UNSENT = 1_000;

export interface RedisLiveUpdates extends LiveUpdates {
  /** Connects, and keeps trying; while Redis is away events reach this process alone. */
  start(): void;
  stop(): void;
}

/** What comes from another node: it may be of another version, so only its shape is taken on trust. */
const events = z.array(z.looseObject({ type: z.enum(['conversation', 'message', 'ticket']) }));

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
    // A server that hangs is left for a new connection; what was not sent by then is forgotten.
    commandsQueueMaxLength: MOST_UNSENT,
    pingInterval: PING_MS,
    socket: {
      connectTimeout: 2_000,
      socketTimeout: SILENT_MS,
      reconnectStrategy: (retries) => Math.min(50 + retries * 50, 1_000),
    },
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
  // A turn makes several events and many turns come at once: they travel together.
  let unsent: LiveEvent[] = [];
  const send = (): void => {
    const text = `${nodeId} ${JSON.stringify(unsent)}`;
    unsent = [];
    if (client.isReady) client.publish(CHANNEL, text).catch(onFault);
  };
  const hear = (text: string): void => {
    const end = text.indexOf(' ');
    // Redis gives back what we said ourselves.
    if (text.slice(0, end) === nodeId) return;
    try {
      // Another of our nodes said it: beyond the kind, the event is taken as it comes.
      for (const event of events.parse(JSON.parse(text.slice(end + 1)))) tell(event as unknown as LiveEvent);
    } catch (fault) {
      onFault(fault as Error);
    }
  };
  return {
    publish(event) {
      tell(event);
      if (unsent.push(event) === 1) setImmediate(send);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    start() {
      client.connect().catch(onFault);
      subscriber
        .connect()
        .then(() => subscriber.subscribe(CHANNEL, hear))
        .catch(onFault);
    },
    stop() {
      for (const connection of [client, subscriber]) if (connection.isOpen) connection.destroy();
    },
  };
}
