import { z } from 'zod';
import { condition } from '../dialogs/condition';
import { measureCode } from '../understanding/labels';

const policyId = z.string().regex(/^M\d\d-\d+$/);

/** What a question to the policy of a measure may be after. */
export const QUESTION_KINDS = ['refused', 'conditions', 'papers', 'where', 'time', 'amount'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/**
 * A line of the pre-screen: under `when`, what is known speaks for or against, or a missing detail would change the
 * picture. `policy`: the item that says so, of this measure or another. Never a decision; see lint-prescreen.ts.
 */
const prescreenLine = z.strictObject({
  when: condition,
  speaks: z.enum(['for', 'against', 'missing']),
  zh: z.string().min(1),
  en: z.string().min(1),
  policy: policyId,
});
export type PrescreenLine = z.infer<typeof prescreenLine>;

/** A paper to bring. `have`: a slot whose answer shows that the person holds it. */
const paperToBring = z.strictObject({
  paper: z.string().min(1),
  when: condition.optional(),
  policy: policyId.optional(),
  have: z.string().optional(),
});

/** A file `dialogs/prescreen/Mxx.yml`. `answers`: which policy items answer which kind of question, best first. */
export const prescreenFile = z.strictObject({
  measure: measureCode,
  answers: z.partialRecord(z.enum(QUESTION_KINDS), z.array(policyId).min(1)).default({}),
  lines: z.array(prescreenLine).min(1),
  papers: z.array(paperToBring).default([]),
});
export type PrescreenFile = z.infer<typeof prescreenFile>;

/** `dialogs/prescreen/papers.yml`: a paper's name, and the words by which people name it. */
export const papersFile = z.record(
  z.string().regex(/^[a-z][a-z_]*$/),
  z.strictObject({ zh: z.string().min(1), en: z.string().min(1), words: z.array(z.string().min(1)).min(1) }),
);
export type Paper = z.infer<typeof papersFile>[string];

/** The pre-screens of all measures that have one, and the papers that they name. */
export interface Prescreens {
  readonly byMeasure: ReadonlyMap<string, PrescreenFile>;
  readonly papers: ReadonlyMap<string, Paper>;
}
