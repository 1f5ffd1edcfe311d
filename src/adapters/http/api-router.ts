import express, { Router, type Request, type Response } from 'express';
import type { z } from 'zod';
import type { RateLimiter } from '../../application/access-ports';
import { RetryLater } from '../../application/retry-later';
import type { Route } from '../../contract/route';
import { ROUTES, type RouteId } from '../../contract/routes/routes';
import type { Actor } from '../../domain/access/actor';
import { may, type Permission } from '../../domain/access/permissions';
import { TusaError } from '../../domain/errors';
import type { Authenticate, Caller } from './authenticate';
import { once, type IdempotencyDeps } from './idempotency';
import { validate } from './validate';

type Table = typeof ROUTES;
type Shape<K extends RouteId, Part extends 'params' | 'query' | 'body'> =
  Table[K] extends Record<Part, infer T extends z.ZodType> ? z.infer<T> : undefined;
type AnswerOf<K extends RouteId> = Table[K] extends { answer: infer T extends z.ZodType } ? z.input<T> : void;

/** One request, validated and authenticated, as a handler gets it. */
export interface Call<K extends RouteId> {
  readonly params: Shape<K, 'params'>;
  readonly query: Shape<K, 'query'>;
  readonly body: Shape<K, 'body'>;
  readonly actor: Table[K]['auth'] extends 'none' ? undefined : Actor;
  readonly session: Caller['session'];
  readonly requestId: string;
  readonly address: string;
  /** For cookies only. */
  readonly response: Response;
}
export type Handlers = { readonly [K in RouteId]: (call: Call<K>) => Promise<AnswerOf<K>> };

/** What each endpoint needs; the use cases look closer. `own`: anybody who is signed in. */
const NEEDS: Readonly<Record<RouteId, Permission | 'own' | 'nobody'>> = {
  issueCitizenToken: 'nobody',
  signIn: 'nobody',
  readSession: 'own',
  signOut: 'own',
  changePassword: 'own',
  readMe: 'own',
  readOffice: 'own',
  countLanes: 'ticket.read',
  listTickets: 'ticket.read',
  pullTickets: 'ticket.pull',
  readTicket: 'ticket.read',
  signTicket: 'ticket.work',
  contactCitizen: 'ticket.work',
  releaseTicket: 'ticket.work',
  waitForCitizen: 'ticket.work',
  returnTicket: 'ticket.work',
  extendTicket: 'ticket.work',
  resolveTicket: 'ticket.work',
  escalateTicket: 'ticket.work',
  transferTicket: 'ticket.work',
  askAssistance: 'ticket.work',
  noteOnTicket: 'ticket.note',
  reopenTicket: 'ticket.note',
  closeTicket: 'ticket.work',
  listConversations: 'conversation.read',
  readConversation: 'conversation.read',
  takeOver: 'conversation.answer',
  reply: 'conversation.answer',
  handBack: 'conversation.answer',
  readSuggestions: 'conversation.answer',
  useSuggestion: 'conversation.answer',
  editSuggestion: 'conversation.answer',
  dismissSuggestion: 'conversation.answer',
  readSummary: 'report.read',
  listStaff: 'staff.manage',
  addStaff: 'staff.manage',
  disableStaff: 'staff.manage',
  enableStaff: 'staff.manage',
};
/** What somebody with a one-time password may do. */
const BEFORE_PASSWORD: ReadonlySet<RouteId> = new Set(['readSession', 'readMe', 'signOut', 'changePassword']);
/** Their answers carry a password, which is kept nowhere. */
const SHOWN_ONCE: ReadonlySet<RouteId> = new Set(['addStaff']);
const BODY_LIMIT = '64kb';

export interface ApiRouterDeps extends IdempotencyDeps {
  readonly authenticate: Authenticate;
  readonly limiter: RateLimiter;
}

/** Serves the whole table of the contract: authenticate, allow, validate, act once, answer. */
export function createApiRouter(deps: ApiRouterDeps, handlers: Handlers): Router {
  const router = Router();
  router.use((_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  });
  router.use(express.json({ limit: BODY_LIMIT, strict: false }));
  for (const id of Object.keys(ROUTES) as RouteId[]) {
    const route: Route = ROUTES[id];
    router[route.method](route.path.replace(/\{(\w+)\}/g, ':$1'), async (request, response) => {
      response.locals.route = `/api/v1${route.path}`;
      await serve(deps, id, route, handlers[id] as (call: unknown) => Promise<unknown>, request, response);
    });
  }
  return router;
}

async function serve(
  deps: ApiRouterDeps,
  id: RouteId,
  route: Route,
  handler: (call: unknown) => Promise<unknown>,
  request: Request,
  response: Response,
): Promise<void> {
  const caller = route.auth === 'none' ? undefined : await allowed(deps, id, route, request, response);
  if (id === 'signIn') deps.authenticate.checkOrigin(request);
  const params: unknown = route.params && validate(route.params, 'params', request.params);
  const query: unknown = route.query && validate(route.query, 'query', request.query);
  const body: unknown = route.body && validate(route.body.strict(), 'body', request.body ?? {});
  const act = async (): Promise<{ status: number; body: string }> => {
    const answer = await handler({
      params,
      query,
      body,
      actor: caller?.actor,
      session: caller?.session,
      requestId: String(response.locals.requestId),
      address: request.ip ?? '',
      response,
    });
    return { status: route.status, body: answer === undefined ? '' : JSON.stringify(answer) };
  };
  // Answers to these carry secrets of a session, and repeating them is harmless.
  const repeatable = route.method === 'post' && route.tag !== 'session' && caller !== undefined;
  const answer = repeatable
    ? await once(
        deps,
        response,
        {
          key: request.get('idempotency-key'),
          scope: `${caller.actor.id} ${id}`,
          fingerprint: [params, body],
          secret: SHOWN_ONCE.has(id),
        },
        act,
      )
    : await act();
  response.status(answer.status);
  if (answer.body === '') response.end();
  else response.type('application/json').send(answer.body);
}

async function allowed(
  deps: ApiRouterDeps,
  id: RouteId,
  route: Route,
  request: Request,
  response: Response,
): Promise<Caller> {
  const caller = await deps.authenticate.caller(request, { oneTime: BEFORE_PASSWORD.has(id) });
  const { actor, session } = caller;
  response.locals.actor = actor.id;
  const wait = await deps.limiter.take('api', actor.id);
  if (wait > 0) throw new RetryLater('rate_limited', 'too many requests', wait);
  if (route.auth === 'session' && !session)
    throw new TusaError('forbidden', 'only a person who signed in can do this, not a token');
  const need = NEEDS[id];
  if (need !== 'own' && (need === 'nobody' || !may(actor.role, need)))
    throw new TusaError('forbidden', `a ${actor.role} may not do this`);
  return caller;
}
