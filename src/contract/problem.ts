import { z } from 'zod';

export const problemCode = z.enum([
  'invalid_input',
  'too_large',
  'not_found',
  'forbidden',
  'unauthenticated',
  'rate_limited',
  'conflict',
  'illegal_transition',
  'claim_lapsed',
  'idempotency_mismatch',
  'unavailable',
  'internal',
]);
export type ProblemCode = z.infer<typeof problemCode>;

/** RFC 9457, `application/problem+json`: every refusal of the API. */
export const problem = z.object({
  type: z.string().describe('urn:tusa:problem:CODE'),
  title: z.string(),
  status: z.int(),
  /** Says what is wrong with this request; never quotes personal data. */
  detail: z.string(),
  code: problemCode,
  /** The same as in X-Request-Id and in the log. */
  requestId: z.string(),
  faults: z
    .array(z.object({ field: z.string().describe('e.g. body.max'), problem: z.string(), cure: z.string() }))
    .optional(),
});
export type Problem = z.infer<typeof problem>;
