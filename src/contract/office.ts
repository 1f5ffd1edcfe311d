import { z } from 'zod';
import { lane, words } from './labels';

/** 9 digits a township, 6 a county, 4 a league, 15 the region. */
export const officeCode = z
  .string()
  .regex(/^15(?:\d{2}|\d{4}|\d{7})?$/, 'use an office code, e.g. 150521100');

export const office = z.object({
  code: z.string(),
  level: z.enum(['township', 'county', 'league', 'region']),
  name: words,
});
export type Office = z.infer<typeof office>;

/** An office with what stands over and under it, for choosing where a ticket should go. */
export const officeDetail = office.extend({ above: office.nullable(), under: z.array(office) });
export type OfficeDetail = z.infer<typeof officeDetail>;

/** How many tickets each lane holds; one ticket may stand in several. */
export const laneCounts = z.object({
  office,
  counts: z.record(lane, z.int()),
  /** Unfinished tickets past their next mark. */
  overdue: z.int(),
  /** Tickets waiting to be pulled. */
  waiting: z.int(),
});
export type LaneCounts = z.infer<typeof laneCounts>;
