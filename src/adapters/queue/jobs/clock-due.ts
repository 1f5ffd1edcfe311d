import { z } from 'zod';
import type { JobPayloads } from '../../../application/jobs';
import type { Job } from '../job';

/** A mark of a ticket falls due. */
export function clockDueJob(
  clockDue: (payload: JobPayloads['clock-due']) => Promise<void>,
): Job<'clock-due'> {
  return {
    name: 'clock-due',
    payload: z.object({
      number: z.string(),
      mark: z.enum(['sign', 'contact', 'visit', 'act', 'done', 'follow_up']),
      due: z.iso.datetime(),
    }),
    limits: { attempts: 8, backoffMs: 500, timeoutMs: 15_000, concurrency: 4 },
    perform: (payload) => clockDue(payload),
  };
}
