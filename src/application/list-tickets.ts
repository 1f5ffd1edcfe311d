import type { Actor } from '../domain/access/actor';
import { mayReadLanes, type IsWithin } from '../domain/access/office-scope';
import { TusaError } from '../domain/errors';
import { IN_LANES, LANES, LANE_STATES, isOverdue, lanesOf, type Lane } from '../domain/tickets/lanes';
import type { Ticket, TicketState } from '../domain/tickets/ticket';
import type { Clock, Page, TicketStore } from './ports';

export interface ListTicketsDeps {
  readonly tickets: Pick<TicketStore, 'list'>;
  readonly clock: Clock;
  readonly isWithin: IsWithin;
}

export interface TicketFilter {
  readonly states?: readonly TicketState[];
  readonly lane?: Lane;
  readonly mine?: boolean;
  readonly limit: number;
  readonly cursor?: string;
}

export interface LaneCounts {
  readonly counts: Readonly<Record<Lane, number>>;
  readonly overdue: number;
  /** To be pulled: nobody's, or of a claim that has lapsed. */
  readonly waiting: number;
}

/** More than an office can have at hand; counting stops there. */
const MOST = 5_000;
const BATCH = 500;

/** Tickets of an office's lanes. A foreign office is answered as one that does not exist. */
export interface ListTickets {
  /** A lane's page may be shorter than its limit and still have a next one. */
  page(actor: Actor, officeCode: string, filter: TicketFilter): Promise<Page<Ticket>>;
  lanes(actor: Actor, officeCode: string): Promise<LaneCounts>;
}

export function createListTickets(deps: ListTicketsDeps): ListTickets {
  const check = (actor: Actor, officeCode: string): void => {
    if (!mayReadLanes(actor, officeCode, deps.isWithin))
      throw new TusaError('not_found', 'there is no such office');
  };
  return {
    async page(actor, officeCode, { states, lane, mine, limit, cursor }) {
      check(actor, officeCode);
      const wanted =
        lane === undefined ? states : LANE_STATES[lane].filter((state) => states?.includes(state) ?? true);
      const page = await deps.tickets.list({
        officeCodes: [officeCode],
        ...(wanted && { states: wanted }),
        ...(mine && { holder: actor.id }),
        limit,
        ...(cursor !== undefined && { cursor }),
      });
      if (lane === undefined) return page;
      const now = deps.clock.now();
      return { ...page, items: page.items.filter((ticket) => lanesOf(ticket, now).includes(lane)) };
    },
    async lanes(actor, officeCode) {
      check(actor, officeCode);
      const now = deps.clock.now();
      const counts = Object.fromEntries(LANES.map((lane) => [lane, 0])) as Record<Lane, number>;
      let overdue = 0;
      let waiting = 0;
      let seen = 0;
      for (let cursor: string | undefined; seen < MOST;) {
        const page: Page<Ticket> = await deps.tickets.list({
          officeCodes: [officeCode],
          states: IN_LANES,
          limit: BATCH,
          ...(cursor !== undefined && { cursor }),
        });
        seen += page.items.length;
        for (const ticket of page.items) {
          for (const lane of lanesOf(ticket, now)) counts[lane] += 1;
          if (isOverdue(ticket, now)) overdue += 1;
          if (isFree(ticket, now)) waiting += 1;
        }
        cursor = page.next;
        if (cursor === undefined) break;
      }
      return { counts, overdue, waiting };
    },
  };
}

function isFree({ state, dispatchedAt, claimExpiresAt }: Ticket, now: Date): boolean {
  if (dispatchedAt === null) return false;
  return state === 'open' || (state === 'claimed' && claimExpiresAt !== null && claimExpiresAt <= now);
}
