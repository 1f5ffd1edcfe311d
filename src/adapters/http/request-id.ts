import { randomBytes } from 'node:crypto';
import type { RequestHandler } from 'express';

/** A UUID or a trace id of 32 hexadecimal digits; anything else could be somebody's number or name in our log. */
const GIVEN = /^(?:[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

/** Every request has an id: the caller's, where it is a decent one, or ours. It is in the answer, the log and the audit. */
export const requestId: RequestHandler = (request, response, next) => {
  const given = request.get('x-request-id') ?? '';
  const id = GIVEN.test(given) ? given : randomBytes(9).toString('base64url');
  response.locals.requestId = id;
  response.set('X-Request-Id', id);
  next();
};
