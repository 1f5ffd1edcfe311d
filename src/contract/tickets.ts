import { z } from 'zod';
import { OUTCOME_CODES, TICKET_ACTIONS, TICKET_STATES } from '../domain/tickets/ticket';
import {
  act,
  danger,
  department,
  measureCode,
  scope,
  subject,
  urgency,
} from '../domain/understanding/labels';
import { page, pageQuery } from './paging';

export const ticketState = z.enum(TICKET_STATES);
export const outcomeCode = z.enum(OUTCOME_CODES);
const office = z.object({ code: z.string(), name: z.string() });
export const clockMark = z.enum(['sign', 'contact', 'visit', 'act', 'done', 'follow_up']);
export const nextStep = z.enum([
  'pull', 'release', 'sign', 'contact', 'wait', 'return', 'extend', 'resolve', 'escalate', 'transfer', 'assist',
  'note', 'reopen', 'close', 'merge',
]); // prettier-ignore
export type NextStep = z.infer<typeof nextStep>;

/** An open mark of the ticket's clock; minutes are of working time. */
export const clock = z.object({
  mark: clockMark,
  due: z.iso.datetime(),
  provisional: z.boolean(),
  workingMinutesTotal: z.number(),
  /** Negative: overdue. */
  workingMinutesLeft: z.number(),
});

/** A line of a lane: no personal data. */
export const ticketLine = z.object({
  number: z.string(),
  scope,
  measure: measureCode.nullable(),
  measureTitle: z.string(),
  act,
  urgency,
  danger,
  state: ticketState,
  office,
  needsPerson: z.boolean(),
  /** The reader holds it. */
  mine: z.boolean(),
  held: z.boolean(),
  claimExpiresAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  nextDueAt: z.iso.datetime().nullable(),
  overdue: z.boolean(),
  reopened: z.int(),
});
export type TicketLine = z.infer<typeof ticketLine>;
export const ticketPage = page(ticketLine);

export const field = z.object({
  value: z.union([z.string(), z.number(), z.boolean(), z.null()]),
  status: z.enum(['given', 'unknown', 'refused']),
  confirmed: z.boolean().optional(),
  source: z.int().optional(),
  /** The value is masked; unmask it with a reason. */
  masked: z.boolean().optional(),
  label: z.string(),
});
export const historyLine = z.object({
  at: z.iso.datetime(),
  action: z.enum(TICKET_ACTIONS),
  actor: z.string(),
  from: ticketState.nullable(),
  to: ticketState,
  data: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  note: z.string().nullable(),
});

export const ticketDetail = ticketLine.extend({
  caseId: z.string(),
  conversationId: z.string().nullable(),
  department: department.nullable(),
  subject,
  routingReason: z.string(),
  assistOffices: z.array(office),
  extended: z.boolean(),
  outcome: outcomeCode.nullable(),
  fields: z.record(z.string(), field),
  masked: z.boolean(),
  history: z.array(historyLine),
  clocks: z.array(clock),
  /** Legal next steps of the reader, the natural one first. */
  next: z.array(nextStep),
  /** Other tickets of the same household's case that the reader may see. */
  related: z.array(ticketLine),
});
export type TicketDetail = z.infer<typeof ticketDetail>;

export const ticketParams = z.strictObject({ number: z.string().max(20) });
export const ticketQuery = z.strictObject({
  /** Why the masked fields are needed; audited. */
  unmask: z.string().trim().min(2, 'say why in a few words').max(200).optional(),
});
export const ticketListQuery = pageQuery.extend({
  /** Comma between several. */
  state: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(ticketState))
    .optional(),
  mine: z.enum(['0', '1']).optional(),
});
export const pullBody = z.strictObject({
  max: z.int().min(1, 'use 1 to 20').max(20, 'use 1 to 20').default(1),
});
export const pulled = z.object({ tickets: z.array(ticketLine) });

const reason = z.string().trim().min(1, 'say why in a few words').max(2000);
const officeCode = z
  .string()
  .regex(/^(15|15\d{2}|15\d{4}|15\d{7})$/, 'use an office code: 15, or 4, 6 or 9 digits');
/** What each step needs; an unknown key is refused. */
export const stepBodies = {
  sign: z.strictObject({ reason: reason.optional() }),
  release: z.strictObject({ reason: reason.optional() }),
  contact: z.strictObject({ reason: reason.optional() }),
  wait: z.strictObject({ reason }),
  return: z.strictObject({ reason, officeCode: officeCode.optional() }),
  extend: z.strictObject({ reason, workingDays: z.int().min(1).max(15) }),
  resolve: z.strictObject({
    outcome: outcomeCode,
    explanation: z.string().trim().min(2, 'tell the citizen in plain words').max(2000),
  }),
  escalate: z.strictObject({ reason, officeCode: officeCode.optional() }),
  transfer: z.strictObject({ reason, officeCode }),
  assist: z.strictObject({ reason, officeCode }),
  note: z.strictObject({ reason }),
  reopen: z.strictObject({ reason }),
  close: z.strictObject({ reason: reason.optional() }),
} as const;
export type StepName = keyof typeof stepBodies;
