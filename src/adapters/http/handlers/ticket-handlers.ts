import type { StaffStore } from '../../../application/access-ports';
import type { StaffStep } from '../../../application/change-ticket-by-staff';
import type { ListTickets } from '../../../application/list-tickets';
import type { Clock } from '../../../application/ports';
import type { ReadTicket } from '../../../application/read-ticket';
import { staffNames } from '../../../application/staff-names';
import type { RouteId } from '../../../contract/routes/routes';
import type { ChangedTicket } from '../../../contract/ticket';
import type { Actor } from '../../../domain/access/actor';
import { TusaError } from '../../../domain/errors';
import type { Office } from '../../../domain/routing/office';
import type { Ticket } from '../../../domain/tickets/ticket';
import type { Handlers } from '../api-router';
import { officeOf, type OfficeView } from '../views/office-view';
import type { TicketView } from '../views/ticket-view';

export interface TicketHandlerDeps {
  readonly pullTickets: (actor: Actor, officeCode: string, max: number) => Promise<readonly Ticket[]>;
  readonly changeTicket: (actor: Actor, number: string, step: StaffStep) => Promise<Ticket>;
  readonly readTicket: (
    actor: Actor,
    number: string,
    options?: { readonly unmask?: string; readonly requestId?: string },
  ) => Promise<ReadTicket>;
  readonly listTickets: ListTickets;
  readonly staff: Pick<StaffStore, 'byId'>;
  readonly clock: Clock;
  readonly officeByCode: (code: string) => Office | undefined;
  readonly officesUnder: (code: string) => readonly Office[];
  readonly above: (code: string) => Office;
  readonly office: OfficeView;
  readonly view: TicketView;
}

const STEPS = {
  signTicket: 'sign',
  contactCitizen: 'contact',
  releaseTicket: 'release',
  waitForCitizen: 'wait',
  returnTicket: 'return',
  extendTicket: 'extend',
  resolveTicket: 'resolve',
  escalateTicket: 'escalate',
  transferTicket: 'transfer',
  askAssistance: 'assist',
  noteOnTicket: 'note',
  reopenTicket: 'reopen',
  closeTicket: 'close',
} as const satisfies Partial<Record<RouteId, StaffStep['action']>>;

type Names = keyof typeof STEPS | 'readOffice' | 'countLanes' | 'listTickets' | 'pullTickets' | 'readTicket';

export function ticketHandlers(deps: TicketHandlerDeps): Pick<Handlers, Names> {
  const step =
    (action: StaffStep['action']) =>
    async ({
      actor,
      params,
      body,
    }: {
      readonly actor: Actor;
      readonly params: { readonly number: string };
      readonly body: StepBody;
    }): Promise<ChangedTicket> => {
      const { version, ...wanted } = body;
      if (version !== undefined) await checkVersion(deps, actor, params.number, version);
      const given = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
      const ticket = await deps.changeTicket(actor, params.number, { action, ...given });
      const names = await staffNames(deps.staff, [ticket.holder]);
      return deps.view.changed(actor, ticket, names, deps.clock.now());
    };
  // Object.fromEntries forgets its keys: they are those of STEPS.
  const steps = Object.fromEntries(
    Object.entries(STEPS).map(([id, action]) => [id, step(action)]),
  ) as unknown as Pick<Handlers, keyof typeof STEPS>;
  const cards = async (actor: Actor, tickets: readonly Ticket[]) => {
    const names = await staffNames(
      deps.staff,
      tickets.map(({ holder }) => holder),
    );
    const now = deps.clock.now();
    return tickets.map((ticket) => deps.view.card(actor, ticket, names, now));
  };
  return {
    ...steps,
    readOffice({ params: { code } }) {
      const office = deps.officeByCode(code);
      if (!office) return Promise.reject(new TusaError('not_found', 'there is no such office'));
      const above = deps.above(code);
      return Promise.resolve({
        ...officeOf(office),
        above: above.code === code ? null : officeOf(above),
        under: deps.officesUnder(code).map(officeOf),
      });
    },
    async countLanes({ actor, params: { code } }) {
      const { counts, overdue, waiting } = await deps.listTickets.lanes(actor, code);
      return { office: deps.office(code), counts: { ...counts }, overdue, waiting };
    },
    async listTickets({ actor, params: { code }, query }) {
      const { state, lane, mine, limit, cursor } = query;
      const page = await deps.listTickets.page(actor, code, {
        limit,
        ...(state && { states: state }),
        ...(lane && { lane }),
        ...(mine === '1' && { mine: true }),
        ...(cursor !== undefined && { cursor }),
      });
      return { items: await cards(actor, page.items), ...(page.next !== undefined && { next: page.next }) };
    },
    async pullTickets({ actor, params: { code }, body }) {
      return { tickets: await cards(actor, await deps.pullTickets(actor, code, body.max)) };
    },
    async readTicket({ actor, params: { number }, query, requestId }) {
      const read = await deps.readTicket(actor, number, {
        requestId,
        ...(query.unmask !== undefined && { unmask: query.unmask }),
      });
      return deps.view.sheet(actor, read, deps.clock.now());
    },
  };
}

type StepBody = { readonly version?: number | undefined } & Omit<StaffStep, 'action'>;

/** The screen may show an older state than the one that would be changed. */
async function checkVersion(
  deps: TicketHandlerDeps,
  actor: Actor,
  number: string,
  version: number,
): Promise<void> {
  const { ticket } = await deps.readTicket(actor, number);
  if (ticket.version !== version)
    throw new TusaError('conflict', 'the ticket has changed since you looked: look again');
}
