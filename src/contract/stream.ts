import { z } from 'zod';

/** Server-sent events of GET /stream, `event:` is the type. Ids and codes only: the screens fetch what they show. */
export const streamEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('conversation'), id: z.string(), status: z.string(), danger: z.string() }),
  z.object({ type: z.literal('message'), id: z.string(), seq: z.int() }),
  z.object({
    type: z.literal('ticket'),
    number: z.string(),
    officeCode: z.string(),
    state: z.string(),
    urgency: z.string(),
  }),
]);
export type StreamEvent = z.infer<typeof streamEvent>;
