import { z } from 'zod';
import { TICKET_NEWS_KINDS, type JobPayloads } from '../../../application/jobs';
import type { Job } from '../job';

/** Words for a citizen outside of their own request. More attempts than others: channels have bad days. */
export function deliverReplyJob(
  deliverReply: (payload: JobPayloads['deliver-reply'], jobId: string) => Promise<void>,
): Job<'deliver-reply'> {
  return {
    name: 'deliver-reply',
    payload: z.union([
      z.object({ conversationId: z.string(), from: z.int().min(0), to: z.int().min(0) }),
      z.object({ number: z.string(), news: z.enum(TICKET_NEWS_KINDS) }),
    ]),
    limits: { attempts: 10, backoffMs: 1_000, timeoutMs: 20_000, concurrency: 8 },
    perform: deliverReply,
  };
}
