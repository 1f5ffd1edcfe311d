import { parsePhone } from '../../understanding/entities/phone';
import type { Turn } from './turn';

/** Flag: number of a ticket of another conversation that was asked about without its telephone. */
export const CLAIM = 'claim';

/** Remembers which ticket is meant until its telephone is said. */
export function noteClaim(t: Turn, number: string): void {
  if (!t.tickets.includes(number)) t.flags[CLAIM] = number;
}

/** The telephone of the ticket that was asked about: whether it is right, the application finds out. */
export function claimTicket(t: Turn): boolean {
  const number = t.flags[CLAIM];
  if (typeof number !== 'string' || t.tickets.includes(number)) return false;
  const phone = parsePhone(t.text);
  if (phone === undefined) return false;
  t.emit({ kind: 'ask_progress', number, phone });
  return true;
}
