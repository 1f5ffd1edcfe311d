import { z } from 'zod';

/** A detail of a case. `source`: sequence number of the message that it was taken from. */
export const caseField = z.object({
  value: z.union([z.string(), z.number(), z.boolean(), z.null()]),
  status: z.enum(['given', 'unknown', 'refused']),
  confirmed: z.boolean().optional(),
  source: z.int().optional(),
  /** The entries of a list, such as the members of a household: column → value, null where it was asked in vain. */
  rows: z
    .array(z.record(z.string(), z.union([z.string(), z.number(), z.null()])).readonly())
    .readonly()
    .optional(),
  /** The value is shown in part only; ask with `?unmask=reason` to see it whole. */
  masked: z.boolean().optional(),
});
export type CaseField = z.infer<typeof caseField>;

/** By slot id, e.g. `caller_phone`. */
export const caseFields = z.record(z.string(), caseField);
export type CaseFields = z.infer<typeof caseFields>;
