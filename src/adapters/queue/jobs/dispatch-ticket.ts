import { z } from 'zod';
import type { Job } from '../job';

/** A filed ticket goes into its office's lane. */
export function dispatchTicketJob(dispatchTicket: (number: string) => Promise<void>): Job<'dispatch-ticket'> {
  return {
    name: 'dispatch-ticket',
    payload: z.object({ number: z.string() }),
    limits: { attempts: 8, backoffMs: 500, timeoutMs: 15_000, concurrency: 4 },
    perform: ({ number }) => dispatchTicket(number),
  };
}
