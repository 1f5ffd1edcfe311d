import { z } from 'zod';

const minutes = z.number().int().positive();
const hour = z.number().int().min(0).max(23);

/** What follows when an open question stays unanswered; minutes since the person's last word. */
export const silenceKind = z
  .strictObject({
    remind: minutes.optional(),
    /** An operator is called. */
    alert: minutes.optional(),
    expire: minutes.optional(),
    /** What becomes of the case then: filed as it stands, marked unconfirmed, or left. */
    then: z.enum(['file', 'close']).optional(),
  })
  .refine(({ expire, then }) => (expire === undefined) === (then === undefined), {
    error: 'expire and then belong together; give both or neither',
  })
  .refine(({ remind, expire }) => remind === undefined || expire === undefined || remind < expire, {
    error: 'remind comes before expire; make it shorter',
  });
export type SilenceKind = z.infer<typeof silenceKind>;

/** `data/silence.yml`. */
export const silenceFile = z
  .strictObject({
    /** Hours of Inner Mongolia between which nobody is woken. */
    night: z.strictObject({ from: hour, to: hour }),
    /** Names of channels on which the service can speak without being asked. */
    speaks_on: z.array(z.string().min(1)),
    /** Minutes of silence after which a person who comes back hears what was spoken of. */
    recap_after: minutes,
    kinds: z.record(z.string().regex(/^[a-z]+$/), silenceKind),
    /** Dialog → kind; every other one is `ordinary`. */
    dialogs: z.record(z.string(), z.string()),
  })
  .superRefine(({ kinds, dialogs }, context) => {
    for (const kind of ['danger', 'urgent', 'ordinary']) {
      if (!(kind in kinds))
        context.addIssue({
          code: 'custom',
          path: ['kinds'],
          message: `"${kind}" is missing; every talk may come to it`,
        });
    }
    for (const [dialog, kind] of Object.entries(dialogs)) {
      if (!(kind in kinds))
        context.addIssue({
          code: 'custom',
          path: ['dialogs', dialog],
          message: `there is no kind "${kind}"; declare it under kinds or correct the name`,
        });
    }
  });
export type SilenceRules = z.infer<typeof silenceFile>;
