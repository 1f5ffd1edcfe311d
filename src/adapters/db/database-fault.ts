import { TusaError } from '../../domain/errors';

/** SQLSTATE of write_ticket_changes: a ticket's version moved on. */
export const STALE_TICKET = 'TU001';
export const UNIQUE_VIOLATION = '23505';
const DEADLOCK = '40P01';
/** Statement cancelled (our own time limit), server going down or starting, too many connections, disk full. */
const PASSING = new Set(['57014', '57P01', '57P02', '57P03', '53300', '53100', '25P03', '55P03', DEADLOCK]);
const NETWORK = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENOENT',
  'EHOSTUNREACH',
]);
/** node-postgres has no codes for these. */
const LOST =
  /connection terminated|timeout exceeded when trying to connect|query read timeout|client has encountered a connection error|cannot use a pool after calling end/i;

interface PgFault {
  readonly code?: string;
  readonly constraint?: string;
  readonly message?: string;
}

export function sqlState(fault: unknown): string | undefined {
  return typeof fault === 'object' && fault !== null ? (fault as PgFault).code : undefined;
}

/** Name of the constraint that a unique violation hit. */
export function violated(fault: unknown): string | undefined {
  return sqlState(fault) === UNIQUE_VIOLATION ? (fault as PgFault).constraint : undefined;
}

/**
 * A fault of the driver as the service names it: `unavailable` when trying again later may help, `internal` otherwise.
 * The driver's own text can quote a row, so it stays in `cause` and never gets into `message`.
 */
export function databaseFault(fault: unknown): TusaError {
  if (fault instanceof TusaError) return fault;
  const code = sqlState(fault);
  const text = (fault as PgFault | null)?.message ?? '';
  if ((code && (PASSING.has(code) || NETWORK.has(code) || code.startsWith('08'))) || LOST.test(text)) {
    return new TusaError('unavailable', 'the database does not answer', [], { cause: fault });
  }
  return new TusaError('internal', `the database refused (${code ?? 'no code'})`, [], { cause: fault });
}
