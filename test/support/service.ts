import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { createLogger } from '../../src/adapters/telemetry/logger';
import { createRedisLiveUpdates } from '../../src/adapters/live/redis-live-updates';
import { argon2Passwords } from '../../src/adapters/system/argon2-passwords';
import { systemClock } from '../../src/adapters/system/system-clock';
import { systemIds } from '../../src/adapters/system/system-ids';
import { createHandleMessage } from '../../src/application/handle-message';
import { createIssueToken } from '../../src/application/issue-token';
import { createManageStaff, type NewStaff } from '../../src/application/manage-staff';
import type { Clock, Logger } from '../../src/application/ports';
import { createStartConversation } from '../../src/application/start-conversation';
import { composeQueue } from '../../src/compose/compose-queue';
import { composeReason, type Reason } from '../../src/compose/compose-reason';
import { composeRecord, type DurableRecord } from '../../src/compose/compose-record';
import { composeWeb } from '../../src/compose/compose-web';
import { readConfig } from '../../src/config';
import { createTurnWords } from '../../src/domain/dialogs/create-turn-words';
import { testDatabase, testRedis } from './database';

export const ROOT = join(__dirname, '..', '..');
let reason: Reason | undefined;

export interface ServiceOptions {
  readonly clock?: Clock;
  readonly logger?: Logger;
  readonly env?: Readonly<Record<string, string>>;
  readonly databaseUrl?: string;
  readonly redisUrl?: string;
  /** Jobs run too, so that tickets get into their lanes. */
  readonly worker?: boolean;
}

export interface TestService {
  readonly url: string;
  readonly record: DurableRecord;
  /** An API token. */
  token(wanted: NewStaff): Promise<string>;
  /** An account with its one-time password. */
  account(wanted: NewStaff): Promise<{ readonly name: string; readonly password: string }>;
  stop(): Promise<void>;
}

/** The composed service in this process, on a database of its own and a free port. Needs `npm run build`'s model. */
export async function startService(options: ServiceOptions = {}): Promise<TestService> {
  const clock = options.clock ?? systemClock;
  const ids = systemIds;
  const logger = options.logger ?? createLogger('error');
  const database = options.databaseUrl === undefined ? await testDatabase() : undefined;
  const databaseUrl = options.databaseUrl ?? database?.url ?? '';
  const redisUrl = options.redisUrl ?? (await testRedis()).url;
  const config = readConfig({
    PORT: '0',
    TUSA_CITIZEN_RATE: '100000',
    TUSA_TOKEN_RATE: '100000',
    ...options.env,
  });
  reason ??= composeReason(ROOT);
  const masterKeys = new Map([['k1', randomBytes(32)]]);
  const record = await composeRecord({ databaseUrl, poolSize: 12, masterKeys, root: ROOT }, clock, logger);
  const live = createRedisLiveUpdates(redisUrl, ids.next(), () => undefined);
  live.start();
  let stopping = false;
  const directory = reason.directory;
  const parts = { redisUrl, reason, record, live, clock, ids, logger };
  const queue = composeQueue({ ...parts, delivery: { deliver: () => Promise.resolve() } });
  queue.start(options.worker ?? true);
  const road = {
    ...parts,
    ...record,
    ...reason,
    officeByCode: directory.officeByCode,
    words: createTurnWords(reason.catalogue),
    outboxChanged: () => queue.poke(),
  };
  const web = composeWeb({
    ...road,
    config,
    root: ROOT,
    version: '0.0.0',
    queues: Object.values(queue.queues),
    isStopping: () => stopping,
    handleMessage: createHandleMessage(road),
    startConversation: createStartConversation(road),
  });
  const url = `http://127.0.0.1:${await web.listen()}`;
  const service = { id: 'service' };
  const access = { ...parts, ...record, passwords: argon2Passwords, officeByCode: directory.officeByCode };
  return {
    url,
    record,
    token: async (wanted) => (await createIssueToken(access)(service, wanted)).token,
    account: async (wanted) => {
      const { staff, password } = await createManageStaff(access).add(service, wanted);
      return { name: staff.name, password };
    },
    async stop() {
      stopping = true;
      await web.stop(1_000);
      await queue.stop(1_000);
      live.stop();
      await record.database.close();
      await database?.drop();
    },
  };
}
