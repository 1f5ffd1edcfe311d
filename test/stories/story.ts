import { z } from 'zod';

const value = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** What must hold after a citizen's line. Absent keys are not judged. */
const expectation = z.strictObject({
  /** Steps that some reply must have, and the slot that must be open at the end. */
  step: z.string().optional(),
  slot: z.string().optional(),
  not_slot: z.array(z.string()).optional(),
  /** Parts of the replies. */
  says: z.array(z.string()).optional(),
  says_not: z.array(z.string()).optional(),
  handoff: z.string().optional(),
  /** Fields of the running case. */
  fields: z.record(z.string(), value).optional(),
  status: z.record(z.string(), z.enum(['given', 'unknown', 'refused'])).optional(),
  /** Kinds of events besides what is said. */
  events: z.array(z.string()).optional(),
  tickets: z.number().optional(),
  choices: z.array(z.string()).optional(),
  lang: z.string().optional(),
});

/** A conversation with what each answer of the bot must be. */
export const story = z.strictObject({
  story: z.string(),
  lang: z.enum(['zh', 'en']).default('zh'),
  office_hours: z.boolean().default(true),
  turns: z.array(z.strictObject({ say: z.string(), expect: expectation.default({}) })).min(1),
  /** The tickets at the end. */
  filed: z
    .array(
      z.strictObject({
        measure: z.string().nullable().optional(),
        accept: z.array(z.string()).optional(),
        office: z.string().optional(),
        office_not: z.string().optional(),
        act: z.string().optional(),
        urgency: z.string().optional(),
        danger: z.string().optional(),
        fields: z.record(z.string(), value).optional(),
      }),
    )
    .optional(),
});
export const storyFile = z.array(story).min(1);
export type Story = z.infer<typeof story>;
