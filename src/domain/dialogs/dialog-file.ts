import { z } from 'zod';
import { condition } from './condition';

const when = condition.optional();
const id = z.string().regex(/^[a-z][a-z0-9-]*$/);

/** One step of a dialog. Steps have no positions to remember: the next step is the first that is still to do. */
export const step = z.union([
  /** Ask a slot unless it is known. `extra` questions are left out once the dialog's budget is spent. */
  z.strictObject({ ask: z.string().min(1), when, extra: z.boolean().default(false) }),
  /** Say a sentence of wording.yml, once. */
  z.strictObject({ say: z.string().min(1), when }),
  /** The steps of dialogs/fragments/<id>.yml in this place. */
  z.strictObject({ use: id, when }),
  /** Read the case back, file it once it is confirmed. */
  z.strictObject({ confirm: z.literal('readback'), when }),
  /** File what is known without a read-back: where time matters more. */
  z.strictObject({ file: z.literal(true), when }),
  /** Ask how a ticket stands. */
  z.strictObject({ progress: z.literal(true), when }),
  /** Fetch a person, with the reason that operators see. */
  z.strictObject({ handoff: z.string().min(1), when }),
  /** The talk is over for now; a later message starts afresh. */
  z.strictObject({ end: z.literal(true), when }),
]);
export type Step = z.infer<typeof step>;

/** A file `dialogs/fragments/<id>.yml`: steps that several dialogs share. */
export const fragmentFile = z.strictObject({ id, purpose: z.string().min(1), steps: z.array(step).min(1) });

/** A file `dialogs/<id>.yml`. `version` grows with every change of its questions. */
export const dialogFile = z.strictObject({
  id,
  version: z.number().int().positive(),
  purpose: z.string().min(1),
  /** Said on entering, a key of wording.yml. */
  opening: z.string().min(1).optional(),
  /** How exact a place its office needs; a county is not asked for its township in vain. */
  place: z.enum(['township', 'county']).default('township'),
  /** Most questions before the read-back, by urgency; what is required is asked all the same. */
  budget: z.strictObject({ normal: z.number().int(), urgent: z.number().int() }),
  /** Slots without which nothing is filed, unless they were refused or are not known. */
  required: z.array(z.string()).default([]),
  steps: z.array(step).min(1),
});
export type DialogFile = z.infer<typeof dialogFile>;

/** A dialog ready to run: fragments put in their places. */
export type Dialog = Omit<DialogFile, 'steps'> & {
  readonly steps: readonly Exclude<Step, { use: string }>[];
};
