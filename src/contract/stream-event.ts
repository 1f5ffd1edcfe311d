import { z } from 'zod';
import { conversationStatus, danger, ticketState, urgency } from './labels';

/**
 * What `GET /stream` says, as the `data` of a server-sent event whose name is its `type`: ids and kinds only, the screen
 * fetches what it shows. A lost event is harmless; after a gap fetch everything again.
 */
export const streamEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('conversation'), id: z.string(), status: conversationStatus, danger }),
  z.object({ type: z.literal('message'), id: z.string(), seq: z.int() }),
  z.object({
    type: z.literal('ticket'),
    number: z.string(),
    officeCode: z.string(),
    state: ticketState,
    urgency,
  }),
]);
export type StreamEvent = z.infer<typeof streamEvent>;
