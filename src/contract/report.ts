import { z } from 'zod';
import { instant, measureCode, outcomeCode, ticketState, urgency, words } from './labels';
import { office, officeCode } from './office';

export const reportQuery = z.object({
  /** The office or jurisdiction reported on; the asking person's own by default. */
  office: officeCode.optional(),
});

const tally = { total: z.int(), open: z.int(), resolved: z.int() };

/** Counts of the tickets of an office and all offices under it. */
export const summary = z.object({
  office,
  at: instant,
  ...tally,
  /** Unfinished tickets past a mark of their clock; counted up to `overdueCounted`. */
  overdue: z.int(),
  byState: z.partialRecord(ticketState, z.int()),
  byUrgency: z.partialRecord(urgency, z.int()),
  byOutcome: z.partialRecord(outcomeCode, z.int()),
  /** Most first; `measure` null: no measure fits. */
  byMeasure: z.array(z.object({ measure: measureCode.nullable(), title: words.nullable(), ...tally })),
  /** Offices directly under the one reported on, or itself; each with everything under it. */
  byOffice: z.array(z.object({ office, ...tally, overdue: z.int() })),
});
export type Summary = z.infer<typeof summary>;
