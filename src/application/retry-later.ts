import { TusaError } from '../domain/errors';

/** A refusal that knows when to come back. */
export class RetryLater extends TusaError {
  constructor(
    code: 'rate_limited' | 'conflict' | 'unavailable',
    message: string,
    readonly seconds: number,
  ) {
    super(code, message);
  }
}
