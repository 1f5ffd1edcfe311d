import { z } from 'zod';
import type { JobPayloads } from '../../../application/jobs';
import type { Job } from '../job';

/** Did it help? And after silence, the end. */
export function followUpJob(
  followUp: (payload: JobPayloads['follow-up']) => Promise<void>,
): Job<'follow-up'> {
  return {
    name: 'follow-up',
    payload: z.object({ number: z.string(), stage: z.enum(['ask', 'close']), due: z.iso.datetime() }),
    limits: { attempts: 8, backoffMs: 1_000, timeoutMs: 20_000, concurrency: 4 },
    perform: (payload) => followUp(payload),
  };
}
