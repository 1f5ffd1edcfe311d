import { z } from 'zod';
import { sayStep } from './labels';

/** `resume`: an older token, expired or not, of the conversation to go on with. */
export const citizenTokenBody = z.object({ resume: z.string().min(1).max(2_000).optional() });
/** For the Direct Line client; good for one conversation. `expires_in`: seconds. */
export const citizenToken = z.object({
  token: z.string(),
  conversationId: z.string(),
  expires_in: z.int(),
});
export type CitizenToken = z.infer<typeof citizenToken>;

/** `channelData.tusa` of every message of the bot on Direct Line. */
export const tusaChannelData = z.object({
  dialog: z.string().nullable(),
  step: sayStep,
  /** The open slot of `ask`, `clarify` and `confirm`. */
  slot: z.string().optional(),
  /** The number filed, and all of them when there are several. */
  ticket: z.string().optional(),
  tickets: z.array(z.string()).optional(),
  handoff: z.string().optional(),
  /** Telephone numbers to show as dial buttons. */
  dial: z.array(z.string()).optional(),
  /** The person may like large letters and reading aloud, or has just chosen or left them. */
  elder: z.enum(['offer', 'on', 'off']).optional(),
  /** Written by a person. */
  operator: z.boolean().optional(),
});
export type TusaChannelData = z.infer<typeof tusaChannelData>;
