import type { Role } from '../domain/access/actor';
import { TusaError } from '../domain/errors';
import type { Office } from '../domain/routing/office';

/**
 * The office that goes with a role: an officer's own, a supervisor's jurisdiction (the region when none is named),
 * none for operators and administrators. Throws `invalid_input`.
 */
export function checkPosting(
  role: Role,
  officeCode: string | undefined,
  officeByCode: (code: string) => Office | undefined,
): string | null {
  const wrong = (problem: string, cure: string): TusaError =>
    new TusaError('invalid_input', `the office does not fit: ${problem}`, [
      { field: 'body.officeCode', problem, cure },
    ]);
  if (officeCode === undefined) {
    if (role === 'officer') throw wrong('missing', 'an officer needs the code of an office, e.g. 150521100');
    return null;
  }
  if (role === 'operator' || role === 'administrator')
    throw wrong(`a ${role} belongs to no office`, 'leave it out');
  if (!officeByCode(officeCode))
    throw wrong('there is no such office', 'use 2, 4, 6 or 9 digits of the gazetteer');
  return officeCode;
}
