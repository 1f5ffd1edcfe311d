import { createClient } from 'redis';

export type StaffRedis = ReturnType<typeof createStaffRedis>;

/** A command that has not come back by then counts as failed. Milliseconds. */
const COMMAND_MS = 1_500;

/** The connection for sessions and rate limits. Call `connect()`; while Redis is away commands fail at once. */
export function createStaffRedis(url: string, onFault: (fault: Error) => void) {
  const client = createClient({
    url,
    disableOfflineQueue: true,
    commandOptions: { timeout: COMMAND_MS },
    socket: { connectTimeout: 2_000, reconnectStrategy: (retries) => Math.min(50 + retries * 50, 1_000) },
  });
  client.on('error', onFault);
  return {
    client,
    start(): void {
      // Goes on trying by itself; `error` tells.
      client.connect().catch(onFault);
    },
    stop(): void {
      if (client.isOpen) client.destroy();
    },
    async isReady(): Promise<boolean> {
      return client.isReady && (await client.ping().catch(() => '')) === 'PONG';
    },
  };
}
