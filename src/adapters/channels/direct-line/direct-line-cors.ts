import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';

/** What the official client asks for in its preflight; without one of them Web Chat is shut out. */
const HEADERS = 'authorization, content-type, x-ms-bot-agent, x-requested-with';
const PREFLIGHT_SECONDS = '600';

/** Whether a page at `origin` may talk to this host: our own pages, and those on the list. Programs send no origin. */
export function originAllowed(request: IncomingMessage, allowed: readonly string[]): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined) return true;
  return allowed.includes(origin) || (URL.canParse(origin) && new URL(origin).host === host);
}

export function directLineCors(allowed: readonly string[]): RequestHandler {
  return (request, response, next) => {
    const { origin } = request.headers;
    response.vary('Origin');
    if (origin !== undefined && originAllowed(request, allowed)) {
      response.set('Access-Control-Allow-Origin', origin);
      response.set('Access-Control-Expose-Headers', 'Retry-After, X-Request-Id');
    }
    if (request.method !== 'OPTIONS') return next();
    response.set('Access-Control-Allow-Methods', 'GET, POST');
    response.set('Access-Control-Allow-Headers', HEADERS);
    response.set('Access-Control-Max-Age', PREFLIGHT_SECONDS);
    response.status(204).end();
  };
}
