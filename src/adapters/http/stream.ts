import type { RequestHandler, Response } from 'express';
import type { LiveEvent, LiveUpdates } from '../../application/ports';
import { RetryLater } from '../../application/retry-later';
import type { Actor } from '../../domain/access/actor';
import { isRegional, mayReadLanes, type IsWithin } from '../../domain/access/office-scope';
import { may } from '../../domain/access/permissions';
import type { Authenticate } from './authenticate';

export interface StreamDeps {
  readonly live: LiveUpdates;
  readonly isWithin: IsWithin;
  readonly authenticate: Authenticate;
}

/** Proxies close what is silent for a minute. */
const HEARTBEAT_MS = 15_000;
/** Every so many heartbeats it is looked whether the session still holds. */
const RECHECK_EVERY = 4;
const RETRY_MS = 3_000;
const MOST_PER_ACTOR = 12;
/** A reader so far behind is let go; its screen comes back and fetches anew. */
const LARGEST_BACKLOG = 256 * 1024;

/**
 * `GET /stream`: server-sent events for live screens, only of what the asking person may see. Nothing is replayed: a
 * screen that comes back, with Last-Event-ID or without, fetches what it shows.
 */
export function stream(deps: StreamDeps): { readonly handler: RequestHandler; close(): void } {
  const open = new Map<string, number>();
  const responses = new Set<Response>();
  const handler: RequestHandler = async (request, response) => {
    const { actor } = await deps.authenticate.caller(request);
    response.locals.route = '/api/v1/stream';
    const count = open.get(actor.id) ?? 0;
    if (count >= MOST_PER_ACTOR)
      throw new RetryLater('rate_limited', 'too many screens are open', RETRY_MS / 1000);
    open.set(actor.id, count + 1);
    response.set({
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Accel-Buffering': 'no',
    });
    response.flushHeaders();
    write(response, `retry: ${RETRY_MS}\n: open\n\n`);

    const unsubscribe = deps.live.subscribe((event) => {
      if (maySee(actor, event, deps.isWithin))
        write(response, `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
    });
    responses.add(response);
    let beats = 0;
    const heartbeat = setInterval(() => {
      write(response, ': beat\n\n');
      beats += 1;
      if (beats % RECHECK_EVERY === 0) deps.authenticate.caller(request).catch(() => response.end());
    }, HEARTBEAT_MS);
    response.on('close', () => {
      clearInterval(heartbeat);
      unsubscribe();
      responses.delete(response);
      const left = (open.get(actor.id) ?? 1) - 1;
      if (left > 0) open.set(actor.id, left);
      else open.delete(actor.id);
    });
  };
  return {
    handler,
    close() {
      for (const response of responses) response.end();
    },
  };
}

function write(response: Response, text: string): void {
  if (response.writableLength > LARGEST_BACKLOG) response.destroy();
  else response.write(text);
}

function maySee(actor: Actor, event: LiveEvent, isWithin: IsWithin): boolean {
  if (event.type === 'ticket') return mayReadLanes(actor, event.officeCode, isWithin);
  return may(actor.role, 'conversation.answer') || isRegional(actor);
}
