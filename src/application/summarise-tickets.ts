import type { Actor } from '../domain/access/actor';
import { mayReportOn, ownOffice, type IsWithin } from '../domain/access/office-scope';
import { TusaError } from '../domain/errors';
import type { Office } from '../domain/routing/office';
import { isOverdue } from '../domain/tickets/lanes';
import type { Ticket } from '../domain/tickets/ticket';
import type { Clock, TicketStore } from './ports';

export interface SummariseDeps {
  readonly tickets: Pick<TicketStore, 'counts' | 'dueBetween'>;
  readonly clock: Clock;
  readonly isWithin: IsWithin;
  readonly officeByCode: (code: string) => Office | undefined;
  readonly officesUnder: (code: string) => readonly Office[];
}

export interface Tally {
  readonly total: number;
  readonly open: number;
  readonly resolved: number;
}
type Counts = Readonly<Record<string, number>>;

export interface TicketSummary extends Tally {
  readonly office: Office;
  readonly at: Date;
  readonly overdue: number;
  readonly byState: Counts;
  readonly byUrgency: Counts;
  readonly byOutcome: Counts;
  readonly byMeasure: readonly (Tally & { readonly measure: Ticket['measure'] })[];
  readonly byOffice: readonly (Tally & { readonly office: Office; readonly overdue: number })[];
}

type Row = Awaited<ReturnType<TicketStore['counts']>>[number];
/** Overdue tickets of the whole installation that are looked at. */
const MOST_OVERDUE = 10_000;

/** Counts the tickets of an office and of everything under it. A foreign office is answered as one that does not exist. */
export function createSummariseTickets(
  deps: SummariseDeps,
): (actor: Actor, officeCode?: string) => Promise<TicketSummary> {
  return async (actor, officeCode = ownOffice(actor)) => {
    const office = deps.officeByCode(officeCode);
    if (!office || !mayReportOn(actor, officeCode, deps.isWithin))
      throw new TusaError('not_found', 'there is no such office');
    const at = deps.clock.now();
    const children = deps.officesUnder(officeCode);
    const codes = everythingUnder(deps, office).map(({ code }) => code);
    const [rows, due] = await Promise.all([
      deps.tickets.counts(codes),
      deps.tickets.dueBetween(new Date(0), at, MOST_OVERDUE),
    ]);
    const within = new Set(codes);
    const late = due.filter((ticket) => within.has(ticket.officeCode) && isOverdue(ticket, at));
    const parts = [office, ...children].map((part) => {
      const own = part === office;
      const isPart = (code: string): boolean => (own ? code === office.code : deps.isWithin(code, part.code));
      return {
        office: part,
        ...tally(rows.filter((row) => isPart(row.officeCode))),
        overdue: late.filter((ticket) => isPart(ticket.officeCode)).length,
      };
    });
    return {
      office,
      at,
      ...tally(rows),
      overdue: late.length,
      byState: countBy(rows, (row) => row.state),
      byUrgency: countBy(rows, (row) => row.urgency),
      byOutcome: countBy(rows, (row) => row.outcome),
      byMeasure: [...new Set(rows.map((row) => row.measure))]
        .map((measure) => ({ measure, ...tally(rows.filter((row) => row.measure === measure)) }))
        .sort((a, b) => b.total - a.total),
      byOffice: parts.filter(({ total }) => total > 0).sort((a, b) => b.total - a.total),
    };
  };
}

function everythingUnder(deps: SummariseDeps, office: Office): readonly Office[] {
  return [office, ...deps.officesUnder(office.code).flatMap((under) => everythingUnder(deps, under))];
}

function tally(rows: readonly Row[]): Tally {
  const sum = (test: (row: Row) => boolean): number =>
    rows.reduce((total, row) => (test(row) ? total + row.n : total), 0);
  const ended = ['resolved', 'closed'];
  return {
    total: sum(() => true),
    open: sum(({ state }) => !ended.includes(state) && state !== 'merged'),
    resolved: sum(({ state }) => ended.includes(state)),
  };
}

function countBy(rows: readonly Row[], key: (row: Row) => string | null): Counts {
  const counts: Record<string, number> = {};
  for (const row of rows) {
    const name = key(row);
    if (name !== null) counts[name] = (counts[name] ?? 0) + row.n;
  }
  return counts;
}
