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

/** Over the whole region, so that nothing lies outside. */
export function isRegional(actor: Actor): boolean {
  return actor.role === 'supervisor' && (actor.officeCode ?? REGION) === REGION;
}

/**
 * Reading a conversation that is not one's own ticket's: operators, and supervisors of the region; a supervisor of less
 * only where a ticket of it lies in the jurisdiction.
 */
export function mayReadConversation(actor: Actor, tickets: readonly Placed[], isWithin: IsWithin): boolean {
  if (!may(actor.role, 'conversation.read')) return false;
  if (actor.role === 'operator' || isRegional(actor)) return true;
  return tickets.some((ticket) => maySeeTicket(actor, ticket, isWithin));
}

/** Reporting: supervisors on their jurisdiction and what lies in it, administrators on anything. */
export function mayReportOn(actor: Actor, officeCode: string, isWithin: IsWithin): boolean {
  if (!may(actor.role, 'report.read')) return false;
  return actor.role === 'administrator' || isWithin(officeCode, actor.officeCode ?? REGION);
}

/** The office that an actor means by "mine": the region for those without one. */
export function ownOffice(actor: Actor): string {
  return actor.officeCode ?? REGION;
}
