import { z } from 'zod';

const value = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** What the talk can do, as it was promised: each is told by several stories, which a test counts. */
export const CAPABILITIES = [
  'several-answers', 'told-already', 're-ask', 'choices', 'person-after-failures', 'unknown', 'refused', 'later',
  'correction-by-name', 'correction-by-contradiction', 'correction-late', 'digression', 'why', 'how-long', 'who-are-you',
  'switch', 'second-need', 'cancel', 'begin-again', 'resume', 'service-restart', 'new-version', 'read-back', 'consent', 'scrub',
  'child-alone', 'handover', 'danger', 'advance-relief', 'several-tickets', 'staged-aid', 'third-party', 'anonymous',
  'progress', 'complaint', 'misconduct', 'suggestion-or-praise', 'offer', 'referral', 'other-12345', 'abuse', 'injection',
  'noise', 'places-of-one-name', 'filed-once', 'after-filing', 'mongolian',
] as const; // prettier-ignore

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
  tags: z.array(z.enum(CAPABILITIES)).default([]),
  lang: z.enum(['zh', 'en']).default('zh'),
  office_hours: z.boolean().default(true),
  turns: z
    .array(
      z.strictObject({
        /** The service stops and starts, or comes back with other questions in its dialogs, before the line. */
        before: z.enum(['restart', 'new version']).optional(),
        say: z.string(),
        expect: expectation.default({}),
      }),
    )
    .min(1),
  /** After the lines every question is answered plainly, up to the tickets. */
  to_the_end: z
    .strictObject({
      /** Slot → answer, where the usual one does not fit. */
      answers: z.record(z.string(), z.string()).default({}),
      /** Most questions of the whole talk, the read-back not counted. */
      questions: z.number(),
      never_asked: z.array(z.string()).default([]),
      asked: z.array(z.string()).default([]),
    })
    .optional(),
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
