import { z } from 'zod';

/** RFC 9457 problem details, with our closed code, the request's id, and every faulty field with its cure. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string().optional(),
  requestId: z.string(),
  faults: z.array(z.object({ field: z.string(), problem: z.string(), cure: z.string() })),
});
export type Problem = z.infer<typeof problem>;
