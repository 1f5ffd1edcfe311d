import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { keepHouse } from './adapters/db/keep-house';
import { createRedisLiveUpdates } from './adapters/live/redis-live-updates';
import { systemClock } from './adapters/system/system-clock';
import { systemIds } from './adapters/system/system-ids';
import { createLogger } from './adapters/telemetry/logger';
import { createHandleMessage } from './application/handle-message';
import { createStartConversation } from './application/start-conversation';
import { composeQueue } from './compose/compose-queue';
import { composeReason } from './compose/compose-reason';
import { composeRecord } from './compose/compose-record';
import { composeServers } from './compose/compose-servers';
import { composeWeb, type Web } from './compose/compose-web';
import { firstAccounts } from './compose/first-accounts';
import { welcome } from './compose/welcome';
import type { Config } from './config';
import { createTurnWords } from './domain/dialogs/create-turn-words';

/** A running service. */
export interface Service {
  /** Where it is and how to sign in, for the terminal. */
  readonly welcome: string;
  /** Ends everything in order: first what listens, then the jobs, then the record, then the servers. */
  stop(): Promise<void>;
}

/** Requests under way, and jobs under way, may take so long to end. Milliseconds. */
const GRACE_MS = 5_000;
const HOUSEKEEPING_MS = 3_600_000;

/** Builds and starts the whole service. What was started is stopped again when a later part fails. */
export async function composeService(config: Config, root: string): Promise<Service> {
  const logger = createLogger(config.LOG_LEVEL);
  const clock = systemClock;
  const ids = systemIds;
  const dataDir = resolve(config.DATA_DIR);
  // First what needs no server: a fault in the data must be told before anything connects.
  const reason = composeReason(root);
  const endings: (() => Promise<void> | void)[] = [];
  let stopping = false;
  const stop = async (): Promise<void> => {
    stopping = true;
    for (const end of endings.splice(0).reverse()) {
      try {
        await end();
      } catch (fault) {
        // What comes after it must be ended all the same.
        logger.warn('stop.failed', { kind: fault instanceof Error ? fault.name : 'unknown' });
      }
    }
  };
  try {
    const servers = await composeServers(config, logger);
    endings.push(() => servers.stop());
    const record = await composeRecord(
      {
        databaseUrl: servers.databaseUrl,
        poolSize: config.DATABASE_POOL,
        masterKeys: servers.masterKeys,
        root,
      },
      clock,
      logger,
    );
    endings.push(() => record.database.close());
    const live = createRedisLiveUpdates(servers.redisUrl, ids.next(), (fault) =>
      logger.warn('live.fault', { kind: fault.name }),
    );
    live.start();
    endings.push(() => live.stop());
    const parts = { config, root, redisUrl: servers.redisUrl, reason, record, live, clock, ids, logger };
    const queue = composeQueue({
      ...parts,
      delivery: { deliver: (conversation, messages) => web.delivery.deliver(conversation, messages) },
    });
    const outboxChanged = (): void => queue.poke();
    const turnDeps = {
      ...record,
      ...reason,
      clock,
      ids,
      live,
      outboxChanged,
      officeByCode: reason.directory.officeByCode,
      words: createTurnWords(reason.catalogue),
    };
    const web: Web = composeWeb({
      ...parts,
      version: versionOf(root),
      queues: Object.values(queue.queues),
      outboxChanged,
      isStopping: () => stopping,
      handleMessage: createHandleMessage(turnDeps),
      startConversation: createStartConversation(turnDeps),
    });
    queue.start(config.TUSA_ROLE !== 'web');
    endings.push(() => queue.stop(GRACE_MS));
    const housekeeping = setInterval(
      () =>
        void keepHouse(record.database, clock.now()).catch(() => logger.warn('record.housekeeping_failed')),
      HOUSEKEEPING_MS,
    );
    endings.push(() => clearInterval(housekeeping));
    if (config.TUSA_ROLE === 'worker') return { welcome: 'tusa works on the queue\n', stop };

    const port = await web.listen();
    endings.push(() => web.stop(GRACE_MS));
    const url =
      config.PUBLIC_URL ?? `http://${config.HOST.includes(':') ? `[${config.HOST}]` : config.HOST}:${port}`;
    servers.listensAt(url);
    return {
      welcome: welcome(url, await firstAccounts({ ...record, ...reason, clock, ids }, config, dataDir)),
      stop,
    };
  } catch (fault) {
    await stop();
    throw fault;
  }
}

function versionOf(root: string): string {
  return (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version;
}
