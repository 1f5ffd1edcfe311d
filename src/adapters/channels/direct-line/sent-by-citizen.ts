import { z } from 'zod';

/** What a client posts, as far as it is used; the rest is let through and forgotten. */
export const postedActivity = z.looseObject({
  type: z.string().max(100),
  id: z.string().max(200).optional(),
  from: z
    .looseObject({ id: z.string().max(200).optional(), name: z.string().max(200).optional() })
    .optional(),
  text: z.string().optional(),
  value: z.unknown().optional(),
  locale: z.string().max(40).optional(),
  channelData: z.unknown().optional(),
});
export type PostedActivity = z.infer<typeof postedActivity>;

/** A file as it stands in a message. */
const file = z.object({ id: z.string(), name: z.string(), contentType: z.string() });
export type SentFile = z.infer<typeof file>;

/** What is kept of a citizen's activity beside its text, so that the stream can give it back as it was sent. */
export const keptActivity = z.object({
  from: z.object({ id: z.string(), name: z.string().optional() }),
  locale: z.string().optional(),
  value: z.unknown().optional(),
  channelData: z.unknown().optional(),
  files: z.array(file).optional(),
});
export type KeptActivity = z.infer<typeof keptActivity>;
