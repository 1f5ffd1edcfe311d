import { z } from 'zod';
import { caseFields } from './case-fields';
import {
  act, clockMark, danger, department, historyAction, instant, lane, measureCode, outcomeCode, scope, subject,
  ticketState, urgency, words,
} from './labels'; // prettier-ignore
import { message } from './message';
import { office } from './office';
import { prescreen } from './prescreen';

/** A mark of the ticket's clock. Minutes are of working time; below zero when overdue. */
export const clock = z.object({
  mark: clockMark,
  due: instant,
  /** The reckoning crossed a year whose holidays are not published. */
  provisional: z.boolean(),
  overdue: z.boolean(),
  workingMinutesLeft: z.int(),
  workingMinutesTotal: z.int(),
});
export type Clock = z.infer<typeof clock>;

export const person = z.object({ id: z.string(), name: z.string() });

/** A ticket as lists show it. Personal fields are always masked. */
export const ticketCard = z.object({
  number: z.string(),
  scope,
  measure: measureCode.nullable(),
  measureTitle: words.nullable(),
  act,
  urgency,
  danger,
  subject,
  department: department.nullable(),
  office,
  state: ticketState,
  version: z.int(),
  /** Routing was unsure: a person must look. */
  needsPerson: z.boolean(),
  holder: person.nullable(),
  /** Held by the one who asks. */
  mine: z.boolean(),
  claimExpiresAt: instant.nullable(),
  createdAt: instant,
  dispatchedAt: instant.nullable(),
  updatedAt: instant,
  reopened: z.int(),
  extended: z.boolean(),
  outcome: outcomeCode.nullable(),
  lanes: z.array(lane),
  /** The next open mark. */
  clock: clock.nullable(),
  fields: caseFields,
});
export type TicketCard = z.infer<typeof ticketCard>;

/** The moves that staff make. */
export const ticketStep = z.enum([
  'pull', 'release', 'sign', 'contact', 'wait', 'return', 'extend', 'resolve', 'escalate', 'transfer', 'assist', 'note',
  'reopen', 'close', 'merge',
]); // prettier-ignore
export type TicketStep = z.infer<typeof ticketStep>;

export const historyLine = z.object({
  at: instant,
  action: historyAction,
  /** `citizen`, `service` or the name of the one who did it. */
  actor: z.string(),
  from: ticketState.nullable(),
  to: ticketState,
  data: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  note: z.string().nullable(),
  /** The citizen was told the note. */
  toCitizen: z.boolean(),
});
export type HistoryLine = z.infer<typeof historyLine>;

/** A ticket after a step of staff. `next` is empty when it has left the hands of the one who asks: then it cannot be read any more. */
export const changedTicket = ticketCard.extend({ next: z.array(ticketStep) });
export type ChangedTicket = z.infer<typeof changedTicket>;

/** A ticket with all that belongs to it. */
export const ticketSheet = ticketCard.extend({
  caseId: z.string(),
  conversationId: z.string().nullable(),
  assistOffices: z.array(office),
  routingReason: z.string(),
  /** False after `?unmask=reason`. */
  masked: z.boolean(),
  /** All open marks, soonest first. */
  clocks: z.array(clock),
  history: z.array(historyLine),
  /** What the one who asks may do now, the natural step first. */
  next: z.array(ticketStep),
  messages: z.array(message),
  /** Null where the measure has none. */
  prescreen: prescreen.nullable(),
  /** Other tickets of the household's case. */
  household: z.array(
    z.object({ number: z.string(), measure: measureCode.nullable(), state: ticketState, office }),
  ),
});
export type TicketSheet = z.infer<typeof ticketSheet>;
