import { z } from 'zod';
import { words } from './labels';

/** A line on a case before anybody decides, with the policy item that it rests on. Never a decision. */
export const prescreenLine = z.object({
  speaks: z.enum(['for', 'against', 'missing']),
  text: words,
  /** Id of the item in intents/, e.g. M01-1, and the title of its source as the item gives it. */
  policy: z.string(),
  source: z.string(),
  /** The item is checked and in force; others are for staff to weigh and are never told to citizens. */
  checked: z.boolean(),
});

/** What speaks for and against a case, what is missing, and the papers with what the person says to have. */
export const prescreen = z.object({
  lines: z.array(prescreenLine),
  papers: z.array(z.object({ name: words, have: z.boolean() })),
});
export type PrescreenView = z.infer<typeof prescreen>;
