import { z } from 'zod';

export const tokenBody = z.object({ locale: z.string().max(20).optional() }).default({});
/** A Direct Line token for one conversation, and how long it lives in seconds. */
export const citizenToken = z.object({ token: z.string(), conversationId: z.string(), expires_in: z.int() });
