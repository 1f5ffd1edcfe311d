import { z } from 'zod';

/** Counts for supervisors: each row opens its tickets. */
export const summary = z.object({
  scope: z.object({ code: z.string(), name: z.string() }),
  total: z.int(),
  open: z.int(),
  overdue: z.int(),
  critical: z.int(),
  resolved: z.int(),
  byMeasure: z.array(
    z.object({ measure: z.string().nullable(), title: z.string(), open: z.int(), done: z.int() }),
  ),
  byState: z.array(z.object({ state: z.string(), n: z.int() })),
  byOffice: z.array(z.object({ code: z.string(), name: z.string(), open: z.int(), done: z.int() })),
  byOutcome: z.array(z.object({ outcome: z.string(), n: z.int() })),
});
export type Summary = z.infer<typeof summary>;
