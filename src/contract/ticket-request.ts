import { z } from 'zod';
import { lane, outcomeCode, ticketState } from './labels';
import { officeCode } from './office';
import { paging } from './paging';

export const ticketNumber = z.string().regex(/^\d{8}$/, 'a ticket number has eight digits');

/** Words of the officer: kept sealed in the history; those of `resolve` and `extend` are told to the citizen. */
const reason = z.string().trim().min(1, 'say why in a few words').max(2000);
/** The version that the screen shows; a ticket that has moved on since is refused with `conflict`. */
const version = z.int().min(1).optional();

export const pullBody = z.object({ max: z.int().min(1).max(50).default(1) });

export const ticketListQuery = paging.extend({
  /** One state or several, comma between. */
  state: z
    .string()
    .optional()
    .transform((text, context) => {
      if (text === undefined || text === '') return undefined;
      const parsed = z.array(ticketState).safeParse(text.split(','));
      if (parsed.success) return parsed.data;
      context.addIssue({ code: 'custom', message: `use ${ticketState.options.join(', ')}` });
      return z.NEVER;
    }),
  lane: lane.optional(),
  /** `1`: only those that the asking officer holds. */
  mine: z.enum(['0', '1']).optional(),
});

/** `unmask`: why the whole telephone, name and address are needed; it is written into the audit. */
export const unmaskQuery = z.object({ unmask: z.string().trim().min(1).max(200).optional() });

/** Bodies of `POST /tickets/{number}/{step}`. */
export const STEP_BODIES = {
  sign: z.object({ version }),
  contact: z.object({ version, reason: reason.optional() }),
  release: z.object({ version }),
  wait: z.object({ version, reason }),
  /** Without an office it goes to the one above. */
  return: z.object({ version, reason, officeCode: officeCode.optional() }),
  extend: z.object({ version, reason, workingDays: z.int().min(1).max(15) }),
  resolve: z.object({ version, reason, outcome: outcomeCode }),
  /** Without an office it goes to the one above. */
  escalate: z.object({ version, reason, officeCode: officeCode.optional() }),
  transfer: z.object({ version, reason, officeCode }),
  assist: z.object({ version, reason, officeCode }),
  note: z.object({ version, reason }),
  reopen: z.object({ version, reason }),
  close: z.object({ version, reason: reason.optional() }),
} as const;
export type StaffStep = keyof typeof STEP_BODIES;
