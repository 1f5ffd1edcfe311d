import { shanghaiDay } from '../clocks/shanghai';
import type { Ticket, TicketState } from './ticket';

/** The lanes of the workbench: 特急 · 今天到期 · 待签收 · 办理中 · 等群众 · 待回访. */
export const LANES = ['critical', 'due_today', 'to_sign', 'working', 'waiting_citizen', 'follow_up'] as const;
export type Lane = (typeof LANES)[number];

const UNFINISHED: readonly TicketState[] = ['open', 'claimed', 'signed', 'contacted', 'waiting_citizen'];

/** States that a ticket of the lane may be in. */
export const LANE_STATES: Readonly<Record<Lane, readonly TicketState[]>> = {
  critical: UNFINISHED,
  due_today: UNFINISHED,
  to_sign: ['open', 'claimed'],
  working: ['signed', 'contacted'],
  waiting_citizen: ['waiting_citizen'],
  follow_up: ['resolved'],
};
/** States of all lanes together. */
export const IN_LANES: readonly TicketState[] = [...UNFINISHED, 'resolved'];

/** The lanes that a ticket stands in; an urgent one that is due today stands in several. */
export function lanesOf(ticket: Pick<Ticket, 'state' | 'urgency' | 'nextDueAt'>, now: Date): readonly Lane[] {
  const { state, urgency, nextDueAt } = ticket;
  return LANES.filter((lane) => {
    if (!LANE_STATES[lane].includes(state)) return false;
    if (lane === 'critical') return urgency === 'critical';
    if (lane === 'due_today') return nextDueAt !== null && shanghaiDay(nextDueAt) <= shanghaiDay(now);
    return true;
  });
}

/** Unfinished and past a mark of its clock. */
export function isOverdue(ticket: Pick<Ticket, 'state' | 'nextDueAt'>, now: Date): boolean {
  return UNFINISHED.includes(ticket.state) && ticket.nextDueAt !== null && ticket.nextDueAt < now;
}
