import { createRedisLiveUpdates } from './adapters/live/redis-live-updates';
import { keepHouse } from './adapters/db/keep-house';
import { systemClock } from './adapters/system/system-clock';
import { systemIds } from './adapters/system/system-ids';
import { createHandleMessage } from './application/handle-message';
import type { Logger } from './application/ports';
import { createStartConversation } from './application/start-conversation';
import { composeQueue } from './compose/compose-queue';
import { composeReason } from './compose/compose-reason';
import { composeRecord } from './compose/compose-record';
import { composeServers } from './compose/compose-servers';
import type { Config } from './config';
import { createTurnWords } from './domain/dialogs/create-turn-words';

export interface Service {
  readonly welcome: string;
  stop(signal: string): Promise<void>;
}

/** Jobs under way may take so long to end when the service stops. */
const GRACE_MS = 5_000;
const HOUSEKEEPING_MS = 3_600_000;

export async function composeService(config: Config, root: string, logger: Logger): Promise<Service> {
  const reason = composeReason(root);
  const servers = await composeServers(config, logger);
  const clock = systemClock;
  const ids = systemIds;
  const record = await composeRecord(
    { databaseUrl: servers.databaseUrl, poolSize: config.DATABASE_POOL, masterKeys: servers.masterKeys, root },
    clock,
    logger,
  );
  const live = createRedisLiveUpdates(servers.redisUrl, ids.next(), () => undefined);
  live.start();
  const queue = composeQueue({
    redisUrl: servers.redisUrl, reason, record, live, clock, ids, logger,
    delivery: { deliver: () => Promise.resolve() },
  }); // prettier-ignore
  queue.start(config.TUSA_ROLE !== 'web');
  const deps = {
    ...record, ...reason, clock, ids, live,
    officeByCode: reason.directory.officeByCode,
    words: createTurnWords(reason.catalogue),
    outboxChanged: () => queue.poke(),
  }; // prettier-ignore
  createHandleMessage(deps);
  createStartConversation(deps);
  const housekeeping = setInterval(() => void keepHouse(record.database, clock.now()).catch(() => undefined), HOUSEKEEPING_MS);
  return {
    welcome: '',
    stop: async () => {
      clearInterval(housekeeping);
      await queue.stop(GRACE_MS);
      live.stop();
      await record.database.close();
      await servers.stop();
    },
  };
}
