import { z } from 'zod';
import { NOTICE_CAUSES, type JobPayloads } from '../../../application/jobs';
import type { Job } from '../job';

/** An office hears that it has something to look at. */
export function notifyOfficeJob(
  notifyOffice: (payload: JobPayloads['notify-office'], jobId: string) => Promise<void>,
): Job<'notify-office'> {
  return {
    name: 'notify-office',
    payload: z.object({ number: z.string(), officeCode: z.string(), cause: z.enum(NOTICE_CAUSES) }),
    limits: { attempts: 8, backoffMs: 1_000, timeoutMs: 15_000, concurrency: 4 },
    perform: notifyOffice,
  };
}
