import { z } from 'zod';

export const officeParams = z.strictObject({
  code: z.string().regex(/^\d{2,9}$/, 'use an office code: 2, 4, 6 or 9 digits'),
});
export const office = z.object({
  code: z.string(),
  level: z.enum(['township', 'county', 'league', 'region']),
  name: z.string(),
  /** The next higher office. */
  above: z.object({ code: z.string(), name: z.string() }).nullable(),
});

/** What stands in the lanes of an office, in the order of the workbench. */
export const lanes = z.object({
  critical: z.int(),
  dueToday: z.int(),
  waitingForPull: z.int(),
  inHand: z.int(),
  waitingForCitizen: z.int(),
  followUp: z.int(),
  overdue: z.int(),
});
export type Lanes = z.infer<typeof lanes>;
export const officeList = z.object({ items: z.array(office) });
export const officeSearchQuery = z.strictObject({
  near: z.string().max(9).optional(),
  q: z.string().max(40).default(''),
});
