import express, { type Express, type Router } from 'express';
import type {
  IdempotencyStore,
  RateLimiter,
  SessionStore,
  StaffStore,
  TokenStore,
} from '../../application/access-ports';
import type { OperateConversation } from '../../application/operate-conversation';
import type { ListTickets } from '../../application/list-tickets';
import type { ManageStaff } from '../../application/manage-staff';
import type { Clock, ConversationStore, LiveUpdates, Logger } from '../../application/ports';
import type { ReadConversations } from '../../application/read-conversations';
import type { SignIn } from '../../application/sign-in';
import type { SuggestToOperator } from '../../application/suggest-to-operator';
import type { WorkCalendar } from '../../domain/clocks/work-calendar';
import { TusaError } from '../../domain/errors';
import type { Measure } from '../../domain/measures/measure';
import type { OfficeDirectory } from '../../domain/routing/office-directory';
import type { MeasureCode } from '../../domain/understanding/labels';
import { answerHeaders } from './answer-headers';
import { createApiRouter } from './api-router';
import { createAuthenticate } from './authenticate';
import { conversationHandlers } from './handlers/conversation-handlers';
import { sessionHandlers, type SessionHandlerDeps } from './handlers/session-handlers';
import { staffHandlers, type StaffHandlerDeps } from './handlers/staff-handlers';
import { ticketHandlers, type TicketHandlerDeps } from './handlers/ticket-handlers';
import { health, type HealthDeps } from './health';
import { observe } from './observe';
import { openApi } from './openapi';
import { pages } from './pages';
import { problemHandler } from './problem';
import { QUEUE_BOARD_PATH, queueBoard, type BoardQueue } from './queue-board';
import { requestId } from './request-id';
import { securityHeaders } from './security-headers';
import { stream } from './stream';
import { createConversationView, type ConversationViewDeps } from './views/conversation-view';
import { createOfficeView } from './views/office-view';
import { createTicketView, type TicketViewDeps } from './views/ticket-view';

export interface HttpSettings {
  /** Number of proxies in front whose X-Forwarded-For is believed. */
  readonly trustProxy: number;
  /** The service is reached by https. */
  readonly secure: boolean;
  /** Folder of the built pages. */
  readonly pages: string;
  readonly version: string;
}

export interface HttpAppDeps {
  readonly settings: HttpSettings;
  readonly logger: Logger;
  readonly clock: Clock;
  readonly live: LiveUpdates;
  // The record.
  readonly conversations: Pick<ConversationStore, 'messages'>;
  readonly staff: StaffStore;
  readonly tokens: TokenStore;
  readonly idempotency: IdempotencyStore;
  readonly sessions: SessionStore;
  readonly limiter: RateLimiter;
  // What decides.
  readonly directory: OfficeDirectory;
  readonly measures: ReadonlyMap<MeasureCode, Measure>;
  readonly calendar: WorkCalendar;
  /** Without it tickets show no pre-screen. */
  readonly prescreenOf?: TicketViewDeps['prescreen'];
  readonly missingSlots: ConversationViewDeps['missingSlots'];
  readonly explain?: ConversationViewDeps['explain'];
  // The use cases.
  readonly pullTickets: TicketHandlerDeps['pullTickets'];
  readonly changeTicket: TicketHandlerDeps['changeTicket'];
  readonly readTicket: TicketHandlerDeps['readTicket'];
  readonly listTickets: ListTickets;
  readonly readConversations: ReadConversations;
  readonly operateConversation: OperateConversation;
  readonly suggestToOperator: SuggestToOperator;
  readonly summariseTickets: StaffHandlerDeps['summarise'];
  readonly signIn: SignIn;
  readonly manageStaff: ManageStaff;
  readonly issueCitizenToken: SessionHandlerDeps['issueCitizenToken'];
  // The rest of the house.
  /** Channels by the path where they listen, e.g. `/v3/directline`. */
  readonly channels: Readonly<Record<string, Router>>;
  readonly queues: readonly BoardQueue[];
  readonly health: Omit<HealthDeps, 'metrics'>;
  readonly metrics: HealthDeps['metrics'] & {
    observeRequest(route: string, method: string, status: number, seconds: number): void;
  };
}

export interface HttpApp {
  readonly app: Express;
  /** Ends the live screens, which would otherwise keep the server open. */
  close(): void;
}

/** The express app: channels, API, pages, health. */
export function createHttpApp(deps: HttpAppDeps): HttpApp {
  const { settings, logger, metrics, directory } = deps;
  const { officeByCode, officesUnder, isWithin, above } = directory;
  const authenticate = createAuthenticate({ ...deps, secure: settings.secure });
  const office = createOfficeView(officeByCode);
  const titleOf = (measure: MeasureCode | null) => {
    const titles = measure === null ? undefined : deps.measures.get(measure)?.titles;
    return titles ? { zh: titles.zh, en: titles.en } : null;
  };

  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', settings.trustProxy);
  app.set('query parser', 'simple');
  // Answers of the API are never asked for twice; the pages carry tags of their own.
  app.set('etag', false);
  app.use(requestId);
  app.use(observe(logger, (...answered) => metrics.observeRequest(...answered)));
  app.use(answerHeaders(settings.secure));
  app.use(health({ ...deps.health, metrics }));
  for (const [path, router] of Object.entries(deps.channels)) app.use(path, router);

  const screens = stream({ live: deps.live, isWithin, authenticate });
  const document = openApi(settings.version);
  app.get('/api/openapi.json', (_request, response) => void response.json(document));
  app.get('/api/v1/stream', screens.handler);
  app.use(
    '/api/v1',
    createApiRouter(
      { ...deps, authenticate },
      {
        ...sessionHandlers({ ...deps, authenticate, office }),
        ...ticketHandlers({
          ...deps, officeByCode, officesUnder, above, office,
          view: createTicketView({
            office, titleOf, calendar: deps.calendar, isWithin, prescreen: deps.prescreenOf ?? (() => null),
          }),
        }),
        ...conversationHandlers({
          ...deps,
          read: deps.readConversations,
          operate: deps.operateConversation,
          suggest: deps.suggestToOperator,
          view: createConversationView({
            titleOf,
            missingSlots: deps.missingSlots,
            ...(deps.explain && { explain: deps.explain }),
          }),
        }),
        ...staffHandlers({ ...deps, summarise: deps.summariseTickets, office, titleOf }),
      },
    ),
  ); // prettier-ignore
  app.use(securityHeaders(settings.secure));
  app.use(QUEUE_BOARD_PATH, queueBoard(deps.queues, authenticate));
  app.use(pages(settings.pages));
  app.use(() => {
    throw new TusaError('not_found', 'there is no such address');
  });
  app.use(
    problemHandler((fault, response) => {
      if (fault.code !== 'internal') return;
      const cause = fault.cause instanceof Error ? fault.cause : fault;
      logger.error('http.failed', {
        request: String(response.locals.requestId),
        kind: cause.name,
        // The first frame is a place in our own code; the message could quote a person.
        at: cause.stack
          ?.split('\n')
          .find((line) => line.includes('/src/'))
          ?.replace(/^.*\/src\//, 'src/')
          .replace(/\)$/, ''),
      });
    }),
  );
  return { app, close: () => screens.close() };
}
