import type { Actor } from '../domain/access/actor';
import { TusaError } from '../domain/errors';
import { CLAIM_MINUTES, type Ticket } from '../domain/tickets/ticket';
import type { Clock, LiveUpdates, TicketStore } from './ports';

/** Claims up to `max` tickets of the actor's own office; each has exactly one holder, however many pull at once. */
export function createPullTickets(deps: {
  readonly tickets: TicketStore;
  readonly clock: Clock;
  readonly live: LiveUpdates;
}): (actor: Actor, officeCode: string, max: number) => Promise<readonly Ticket[]> {
  return async (actor, officeCode, max) => {
    // An office that is not one's own is answered as one that does not exist.
    if (actor.officeCode !== officeCode) throw new TusaError('not_found', 'there is no such office');
    const now = deps.clock.now();
    const pulled = await deps.tickets.pull({
      officeCode,
      holder: actor.id,
      max,
      now,
      claimUntil: new Date(now.getTime() + CLAIM_MINUTES * 60_000),
    });
    for (const { number, state, urgency } of pulled) {
      deps.live.publish({ type: 'ticket', number, officeCode, state, urgency });
    }
    return pulled;
  };
}
