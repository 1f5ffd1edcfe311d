import { MOVES, NEXT_STEPS } from '../tickets/transitions';
import type { Ticket } from '../tickets/ticket';
import type { Actor } from './actor';
import { mayChangeTicket, maySeeTicket, type IsWithin } from './office-scope';
import { may } from './permissions';

type Step = keyof typeof MOVES;

/** What this actor may do with the ticket now, the natural step first: the workbench's primary button. */
export function nextStepsFor(actor: Actor, ticket: Ticket, isWithin: IsWithin): readonly Step[] {
  if (!maySeeTicket(actor, ticket, isWithin)) return [];
  const works = may(actor.role, 'ticket.work') && mayChangeTicket(actor, ticket, isWithin);
  const directs = may(actor.role, 'ticket.direct');
  return NEXT_STEPS[ticket.state].filter((step) => {
    if (step === 'note' || step === 'reopen') return may(actor.role, 'ticket.note');
    if (step === 'pull') return may(actor.role, 'ticket.pull') && actor.officeCode === ticket.officeCode;
    if (!works) return false;
    if (step === 'extend' && ticket.extended) return false;
    const others = ticket.holder !== null && ticket.holder !== actor.id && !directs;
    // Signing for what somebody else has pulled is refused as well.
    return !((MOVES[step].holder || step === 'sign') && others);
  });
}
