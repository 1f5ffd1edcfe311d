import type { Ticket } from '../tickets/ticket';
import type { Actor } from './actor';
import { may } from './permissions';

const REGION = '15';

/** Whether `office` is `scope` or lies under it. */
export interface IsWithin {
  (office: string, scope: string): boolean;
}

type Placed = Pick<Ticket, 'officeCode' | 'assistOffices' | 'against'>;

/** Whether the ticket is about this office or one over it. The region has nobody above who could see to it instead. */
export function isAccused(ticket: Pick<Ticket, 'against'>, officeCode: string, isWithin: IsWithin): boolean {
  return ticket.against !== undefined && ticket.against !== REGION && isWithin(officeCode, ticket.against);
}

/**
 * The one place that decides whose tickets an actor sees; whatever it does not know is closed. Officers: their own
 * office's, and those where it assists. Supervisors: every office in their jurisdiction. Operators: all, masked, because
 * any citizen may ask them. Nobody of an office that the ticket is about.
 */
export function maySeeTicket(actor: Actor, ticket: Placed, isWithin: IsWithin): boolean {
  if (!may(actor.role, 'ticket.read')) return false;
  if (actor.officeCode !== null && isAccused(ticket, actor.officeCode, isWithin)) return false;
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
 * only where a ticket of it lies in the jurisdiction, and then no more than what mayReadWhole or its span allows.
 */
export function mayReadConversation(actor: Actor, tickets: readonly Placed[], isWithin: IsWithin): boolean {
  if (!may(actor.role, 'conversation.read')) return false;
  if (actor.role === 'operator' || isRegional(actor)) return true;
  return tickets.some((ticket) => maySeeTicket(actor, ticket, isWithin));
}

/** Every word of a conversation: whoever sees all of its tickets. */
export function mayReadWhole(actor: Actor, tickets: readonly Placed[], isWithin: IsWithin): boolean {
  if (!mayReadConversation(actor, tickets, isWithin)) return false;
  if (actor.role === 'operator' || isRegional(actor)) return true;
  return tickets.every((ticket) => maySeeTicket(actor, ticket, isWithin));
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
