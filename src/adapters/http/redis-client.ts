import { createClient } from 'redis';

type Client = ReturnType<typeof open>;

/** The connection for sessions and rate limits. */
export interface StaffRedis {
  /** Only for what takes a client; commands go through `run`. */
  readonly client: Client;
  /**
   * Sends commands and waits at most COMMAND_MS for them. After one that did not come back everything is refused at
   * once, until Redis answers again.
   */
  run<T>(commands: (client: Client) => Promise<T>): Promise<T>;
  start(): void;
  stop(): void;
  isReady(): Promise<boolean>;
}

/** A command that has not come back by then counts as failed. Milliseconds. */
const COMMAND_MS = 600;
/**
 * A connection that is silent for so long is given up for a new one; the pings in between keep a good one alive. This is
 * how a server that hangs, or is cut off without a word, is told from an idle one. Milliseconds.
 */
const SILENT_MS = 5_000;
const PING_MS = 1_500;

/** Call `start()`; while Redis is away or hangs commands fail at once. */
export function createStaffRedis(url: string, onFault: (fault: Error) => void): StaffRedis {
  const client = open(url);
  client.on('error', onFault);
  // The client's own timeout does not end commands that were sent already, so the waiting is ended here.
  let hangs = false;
  client.on('ready', () => (hangs = false));
  const lookAgain = (): void => {
    // Comes back with the answer of Redis, or fails with the connection, whose next `ready` tells.
    client.ping().then(
      () => (hangs = false),
      () => undefined,
    );
  };
  const run: StaffRedis['run'] = async (commands) => {
    if (hangs) throw new Error('redis does not answer');
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_done, fail) => {
      timer = setTimeout(() => {
        // A process that was busy itself may have the answer waiting: it is read first.
        setImmediate(() => fail(new Late()));
      }, COMMAND_MS);
    });
    const answer = commands(client);
    try {
      return await Promise.race([answer, late]);
    } catch (fault) {
      if (fault instanceof Late && !hangs) {
        hangs = true;
        answer.catch(() => undefined);
        lookAgain();
        onFault(fault);
      }
      throw fault;
    } finally {
      clearTimeout(timer);
      late.catch(() => undefined);
    }
  };
  return {
    client,
    run,
    start(): void {
      // Goes on trying by itself; `error` tells.
      client.connect().catch(onFault);
    },
    stop(): void {
      if (client.isOpen) client.destroy();
    },
    isReady: () => run(async () => client.isReady && (await client.ping()) === 'PONG').catch(() => false),
  };
}

class Late extends Error {
  override readonly name = 'RedisLate';
  constructor() {
    super('redis has not answered in time');
  }
}

function open(url: string) {
  return createClient({
    url,
    disableOfflineQueue: true,
    pingInterval: PING_MS,
    socket: {
      connectTimeout: 2_000,
      socketTimeout: SILENT_MS,
      reconnectStrategy: (retries) => Math.min(50 + retries * 50, 1_000),
    },
  });
}
