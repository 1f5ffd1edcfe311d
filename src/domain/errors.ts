/**
 * The closed set of codes by which the service refuses. adapters/http/problem.ts maps each to a status;
 * wording for citizens is in dialogs/.
 */
export const ERROR_CODES = [
  'invalid_input',
  'too_large',
  'not_found',
  'forbidden',
  'unauthenticated',
  'rate_limited',
  'conflict',
  'illegal_transition',
  'claim_lapsed',
  'idempotency_mismatch',
  'unavailable',
  'internal',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

export interface FieldFault {
  /** Path of the field, e.g. `body.max`. */
  readonly field: string;
  readonly problem: string;
  readonly cure: string;
}

/** The only error that crosses a layer on purpose. `message` holds no personal data. */
export class TusaError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly faults: readonly FieldFault[] = [],
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'TusaError';
  }
}
