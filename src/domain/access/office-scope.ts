import type { Ticket } from '../tickets/ticket';
import type { Actor } from './actor';
import { may } from './permissions';

const REGION = '15';

/** Whether `office` is `scope` or lies under it. */
export interface IsWithin {
  (office: string, scope: string): boolean;
}

type Placed = Pick<Ticket, 'officeCode' | 'assistOffices'>;

/**
 * The one place that decides whose tickets an actor sees; whatever it does not know is closed. Officers: their own
 * office's, and those where it assists. Supervisors: every office in their jurisdiction. Operators: all, masked, because
 * any citizen may ask them.
 */
export function maySeeTicket(actor: Actor, ticket: Placed, isWithin: IsWithin): boolean {
  if (!may(actor.role, 'ticket.read')) return false;
  switch (actor.role) {
    case 'officer':
      return (
        actor.officeCode !== null &&
        (ticket.officeCode === actor.officeCode || ticket.assistOffices.includes(actor.officeCode))
      );
    case 'supervisor':
      return isWithin(ticket.officeCode, actor.officeCode ?? REGION);
    case 'operator':
      return true;
    case 'administrator':
      return false;
  }
}

/** Changing needs more than seeing: the office must be one's own, not only assisted. */
export function mayChangeTicket(actor: Actor, ticket: Placed, isWithin: IsWithin): boolean {
  return (
    maySeeTicket(actor, ticket, isWithin) &&
    (actor.role !== 'officer' || ticket.officeCode === actor.officeCode)
  );
}

/** Reading the lanes of an office: its officers, and its supervisors. */
export function mayReadLanes(actor: Actor, officeCode: string, isWithin: IsWithin): boolean {
  if (actor.role === 'operator') return may(actor.role, 'ticket.read');
  return maySeeTicket(actor, { officeCode, assistOffices: [] }, isWithin);
}
