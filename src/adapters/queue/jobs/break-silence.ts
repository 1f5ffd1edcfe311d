import { z } from 'zod';
import type { JobPayloads } from '../../../application/jobs';
import type { Job } from '../job';

/** A person has stopped in the middle of a talk. */
export function breakSilenceJob(
  breakSilence: (payload: JobPayloads['break-silence']) => Promise<void>,
): Job<'break-silence'> {
  return {
    name: 'break-silence',
    payload: z.object({ conversationId: z.string(), due: z.iso.datetime() }),
    limits: { attempts: 8, backoffMs: 500, timeoutMs: 15_000, concurrency: 4 },
    perform: (payload) => breakSilence(payload),
  };
}
