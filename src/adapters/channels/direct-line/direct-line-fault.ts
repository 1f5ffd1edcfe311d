import type { ErrorRequestHandler } from 'express';
import { TusaError, type ErrorCode } from '../../../domain/errors';

/**
 * How Direct Line refuses: `{"error":{"code","message"}}`. The client knows 403 (token expired) and 404 (conversation
 * ended); it does not take 401 for expiry, so that is never sent.
 */
export class DirectLineFault extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly retryAfterSeconds?: number,
  ) {
    super(message);
  }
}

const STATUS: Readonly<Record<ErrorCode, readonly [number, string]>> = {
  invalid_input: [400, 'BadArgument'],
  too_large: [413, 'MessageSizeTooBig'],
  not_found: [404, 'NotFound'],
  forbidden: [403, 'Forbidden'],
  unauthenticated: [403, 'Forbidden'],
  rate_limited: [429, 'RateLimited'],
  conflict: [409, 'Conflict'],
  illegal_transition: [409, 'Conflict'],
  claim_lapsed: [409, 'Conflict'],
  idempotency_mismatch: [409, 'Conflict'],
  unavailable: [503, 'ServiceUnavailable'],
  internal: [500, 'ServiceError'],
};
const RETRY_SECONDS = 5;

function faultOf(fault: unknown): DirectLineFault {
  if (fault instanceof DirectLineFault) return fault;
  if (fault instanceof TusaError) {
    const [status, code] = STATUS[fault.code];
    return new DirectLineFault(status, code, fault.message, status === 503 ? RETRY_SECONDS : undefined);
  }
  // What express.json found: its own text may quote the body, so it is not passed on.
  const { status, type } = fault as { status?: number; type?: string };
  if (type === 'entity.too.large')
    return new DirectLineFault(413, 'MessageSizeTooBig', 'at most 64 KB, please');
  if (status !== undefined && status >= 400 && status < 500)
    return new DirectLineFault(status, 'BadSyntax', 'the body is not JSON in UTF-8');
  return new DirectLineFault(500, 'ServiceError', 'something went wrong on our side; please send it again');
}

/** `report` is told what was our own fault. */
export function directLineFaults(report: (fault: unknown) => void): ErrorRequestHandler {
  return (fault: unknown, _request, response, next) => {
    if (response.headersSent) return next(fault);
    const { status, code, message, retryAfterSeconds } = faultOf(fault);
    if (status === 500) report(fault);
    if (retryAfterSeconds !== undefined) response.set('Retry-After', String(retryAfterSeconds));
    response.status(status).json({ error: { code, message } });
  };
}
