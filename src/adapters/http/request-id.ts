import { randomBytes } from 'node:crypto';
import type { RequestHandler } from 'express';

const OWN = /^[\w-]{8,64}$/;

/** Every request has an id: the caller's, where it is a decent one, or ours. It is in the answer, the log and the audit. */
export const requestId: RequestHandler = (request, response, next) => {
  const given = request.get('x-request-id') ?? '';
  const id = OWN.test(given) ? given : randomBytes(9).toString('base64url');
  response.locals.requestId = id;
  response.set('X-Request-Id', id);
  next();
};
