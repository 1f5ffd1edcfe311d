import type { ErrorRequestHandler, Response } from 'express';
import { RetryLater } from '../../application/retry-later';
import type { Problem } from '../../contract/problem';
import { TusaError, type ErrorCode, type FieldFault } from '../../domain/errors';
import { locateJsonFault } from './locate-json-fault';

const STATUS: Readonly<Record<ErrorCode, readonly [number, string]>> = {
  invalid_input: [400, 'The request is wrong'],
  unauthenticated: [401, 'Sign in first'],
  forbidden: [403, 'Not allowed'],
  not_found: [404, 'Not found'],
  conflict: [409, 'Somebody else was faster'],
  illegal_transition: [409, 'Not possible in this state'],
  claim_lapsed: [409, 'The claim has lapsed'],
  too_large: [413, 'Too large'],
  idempotency_mismatch: [422, 'The idempotency key was used for something else'],
  rate_limited: [429, 'Too many requests'],
  internal: [500, 'Our mistake'],
  unavailable: [503, 'Not available just now'],
};
/** For 429 and 503 where nothing more exact is known. Seconds. */
const RETRY_SECONDS = 5;

/** Sends RFC 9457 problem details. */
export function sendProblem(response: Response, fault: TusaError): void {
  const [status, title] = STATUS[fault.code];
  const body: Problem = {
    type: `urn:tusa:problem:${fault.code}`,
    title,
    status,
    detail: fault.message,
    code: fault.code,
    requestId: String(response.locals.requestId ?? ''),
    ...(fault.faults.length > 0 && { faults: [...fault.faults] }),
  };
  const wait = fault instanceof RetryLater ? fault.seconds : RETRY_SECONDS;
  if (status === 429 || status === 503 || fault instanceof RetryLater)
    response.set('Retry-After', String(Math.max(1, Math.ceil(wait))));
  if (status === 401) response.set('WWW-Authenticate', 'Bearer realm="tusa"');
  response.status(status).type('application/problem+json').send(JSON.stringify(body));
}

/** What express's body parser throws; its own text may quote the body. */
interface BodyFault {
  readonly type?: string;
  readonly status?: number;
  readonly body?: unknown;
}

/** Turns whatever was thrown into a refusal of ours; unknown faults are `internal`. */
export function tusaError(fault: unknown): TusaError {
  if (fault instanceof TusaError) return fault;
  const { type, status, body } = (fault ?? {}) as BodyFault;
  if (type === 'entity.too.large') return new TusaError('too_large', 'a body may have at most 64 KB');
  if (type === 'entity.parse.failed')
    return new TusaError('invalid_input', 'the body is not JSON', [jsonFault(body)]);
  if (typeof status === 'number' && status >= 400 && status < 500)
    return new TusaError('invalid_input', 'the request cannot be read', [
      { field: 'body', problem: type ?? 'unreadable', cure: 'send JSON in UTF-8' },
    ]);
  return new TusaError('internal', 'something went wrong on our side', [], { cause: fault });
}

function jsonFault(body: unknown): FieldFault {
  const text = typeof body === 'string' ? body : '';
  const at = locateJsonFault(text);
  const before = text.slice(0, at).split('\n');
  const line = before.length;
  const column = (before.at(-1)?.length ?? 0) + 1;
  return {
    field: 'body',
    problem: `not JSON from line ${line}, column ${column}`,
    cure: 'look for a missing quote, comma or bracket there',
  };
}

/** The last handler: answers, and reports what was our own fault. */
export function problemHandler(report: (fault: TusaError, response: Response) => void): ErrorRequestHandler {
  return (thrown: unknown, _request, response, next) => {
    if (response.headersSent) return next(thrown);
    const fault = tusaError(thrown);
    report(fault, response);
    sendProblem(response, fault);
  };
}
