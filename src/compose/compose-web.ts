import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createBotFramework } from '../adapters/channels/bot-framework/bot-framework';
import { createDelivery } from '../adapters/channels/create-delivery';
import { createDirectLine } from '../adapters/channels/direct-line/direct-line';
import { createHttpApp, type HttpAppDeps } from '../adapters/http/http-app';
import { createStaffRedis } from '../adapters/http/redis-client';
import { createRedisRateLimiter, rateLimits } from '../adapters/http/redis-rate-limiter';
import { createRedisSessions } from '../adapters/http/redis-sessions';
import { argon2Passwords } from '../adapters/system/argon2-passwords';
import { createMetrics } from '../adapters/telemetry/metrics';
import { createChangeTicketByStaff } from '../application/change-ticket-by-staff';
import type { HandledMessage, InboundMessage } from '../application/handle-message';
import { createExplainMessage } from '../application/explain-message';
import { createListTickets } from '../application/list-tickets';
import { createManageStaff } from '../application/manage-staff';
import { createOperateConversation } from '../application/operate-conversation';
import type { Clock, Delivery, Ids, LiveUpdates, Logger } from '../application/ports';
import { createPullTickets } from '../application/pull-tickets';
import { createReadConversations } from '../application/read-conversations';
import { createReadTicket } from '../application/read-ticket';
import { createSignIn } from '../application/sign-in';
import type { createStartConversation } from '../application/start-conversation';
import { createSuggestToOperator } from '../application/suggest-to-operator';
import { createSummariseTickets } from '../application/summarise-tickets';
import type { Config } from '../config';
import { createTurnWords } from '../domain/dialogs/create-turn-words';
import { createPrescreenView } from '../adapters/http/views/prescreen-view';
import { missingSlots } from '../domain/dialogs/missing-slots';
import type { Reason } from './compose-reason';
import type { DurableRecord } from './compose-record';

export interface WebParts {
  readonly config: Config;
  readonly root: string;
  readonly version: string;
  readonly redisUrl: string;
  readonly reason: Reason;
  readonly record: DurableRecord;
  readonly live: LiveUpdates;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly logger: Logger;
  readonly queues: HttpAppDeps['queues'];
  readonly outboxChanged: () => void;
  readonly isStopping: () => boolean;
  readonly handleMessage: (inbound: InboundMessage) => Promise<HandledMessage>;
  readonly startConversation: ReturnType<typeof createStartConversation>;
}

export interface Web {
  /** Pushes to channels that do not fetch; for the jobs too. */
  readonly delivery: Delivery;
  /** Serves on the configured address; returns the port, which is the system's choice where 0 is configured. */
  listen(): Promise<number>;
  /** No new connections; sockets are told to go; requests under way are waited for, at most `graceMs`. */
  stop(graceMs: number): Promise<void>;
}

/** Everything that listens: channels, API, pages. */
export function composeWeb(parts: WebParts): Web {
  const { config, reason, record, logger } = parts;
  const { directory } = reason;
  const metrics = createMetrics();
  const redis = createStaffRedis(parts.redisUrl, (fault) => logger.warn('redis.fault', { kind: fault.name }));
  const sessions = createRedisSessions(redis, parts.clock);
  const limiter = createRedisRateLimiter(
    redis,
    rateLimits({ messagesAMinute: config.TUSA_CITIZEN_RATE, tokensAMinute: config.TUSA_TOKEN_RATE }),
  );
  const directLine = createDirectLine({
    ...parts,
    ...record,
    limiter,
    tokenSecret: record.directLineSecret,
    sharedSecret: config.TUSA_DIRECT_LINE_SECRET,
    allowedOrigins: config.TUSA_ALLOWED_ORIGINS,
    openSockets: metrics.openSockets,
  });
  const botFramework = createBotFramework(
    {
      appId: config.MICROSOFT_APP_ID,
      appPassword: config.MICROSOFT_APP_PASSWORD,
      tenantId: config.MICROSOFT_APP_TENANT_ID,
      openWithoutCredentials: config.TUSA_OPEN_BOT_ENDPOINT,
    },
    {
      ...parts,
      // Whoever tries numbers and codes is known by their address on the channel.
      handleMessage: (inbound) =>
        parts.handleMessage({
          ...inbound,
          mayLookUp: async () => (await limiter.take('look_up', inbound.channelUser)) === 0,
        }),
    },
  );
  const delivery = createDelivery({ 'bot-framework': botFramework.delivery });
  const deps = {
    ...parts,
    ...record,
    ...reason,
    ...directory,
    sessions,
    limiter,
    passwords: argon2Passwords,
    words: createTurnWords(reason.catalogue),
  };
  const http = createHttpApp({
    ...deps,
    settings: {
      trustProxy: config.TUSA_TRUST_PROXY,
      secure: config.PUBLIC_URL?.startsWith('https://') ?? false,
      pages: join(parts.root, 'dist', 'consoles'),
      version: parts.version,
    },
    explain: createExplainMessage(reason.explain),
    prescreenOf: createPrescreenView(reason.catalogue),
    missingSlots: (state) => missingSlots(reason.catalogue, state),
    pullTickets: createPullTickets(deps),
    changeTicket: createChangeTicketByStaff(deps),
    readTicket: createReadTicket(deps),
    listTickets: createListTickets(deps),
    readConversations: createReadConversations(deps),
    operateConversation: createOperateConversation({
      ...deps,
      deliver: (to, messages) => delivery.deliver(to, messages),
    }),
    suggestToOperator: createSuggestToOperator(deps),
    summariseTickets: createSummariseTickets(deps),
    signIn: createSignIn(deps),
    manageStaff: createManageStaff(deps),
    issueCitizenToken: (resume) => directLine.issueToken(resume),
    channels: { '/v3/directline': directLine.router, '/api/messages': botFramework.router },
    // The catalogue was read and the migrations were made before anything listens.
    health: {
      needed: { database: () => record.database.isReady() },
      wanted: { redis: () => redis.isReady() },
      isStopping: parts.isStopping,
    },
    metrics,
  });
  const server = createServer(http.app);
  directLine.attach(server);
  return {
    delivery,
    async listen() {
      redis.start();
      await new Promise<void>((done, fail) => {
        server.once('error', fail);
        server.listen(config.PORT, config.HOST, done);
      });
      return (server.address() as AddressInfo).port;
    },
    async stop(graceMs) {
      directLine.close();
      http.close();
      await close(server, graceMs);
      redis.stop();
    },
  };
}

async function close(server: Server, graceMs: number): Promise<void> {
  const closed = new Promise<void>((done) => server.close(() => done()));
  server.closeIdleConnections();
  const limit = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearTimeout(limit);
}
