import type { RequestHandler } from 'express';
import type { Logger } from '../../application/ports';

/** Tells metrics and the log of every answer: by route template, never by address. */
export function observe(
  logger: Logger,
  count: (route: string, method: string, status: number, seconds: number) => void,
): RequestHandler {
  return (request, response, next) => {
    const start = process.hrtime.bigint();
    response.on('finish', () => {
      const seconds = Number(process.hrtime.bigint() - start) / 1e9;
      const route = String(response.locals.route ?? routeOf(request));
      count(route, request.method, response.statusCode, seconds);
      // Citizens' messages come by the thousand; only what failed is worth a line.
      if (response.statusCode < 400 && !response.locals.actor) return;
      logger.info('http.answered', {
        route,
        method: request.method,
        status: response.statusCode,
        ms: Math.round(seconds * 1e4) / 10,
        request: String(response.locals.requestId),
        ...(typeof response.locals.actor === 'string' && { actor: response.locals.actor }),
      });
    });
    next();
  };
}

function routeOf(request: Parameters<RequestHandler>[0]): string {
  const route = request.route as { path?: unknown } | undefined;
  if (typeof route?.path === 'string') return `${request.baseUrl}${route.path}`;
  return request.baseUrl || 'other';
}
