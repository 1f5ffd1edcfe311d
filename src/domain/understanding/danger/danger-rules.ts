import { z } from 'zod';
import { compilePattern, type Pattern } from '../features/pattern';
import { danger, urgency } from '../labels';

const pattern = z.string().min(1).refine(compiles, 'not a regular expression; check brackets and bars');

/** A rule that is sure by itself. Patterns are regular expressions on the folded text (simplified, lower case, half width). */
const rule = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  danger: danger.exclude(['none']),
  urgency: urgency.exclude(['normal']),
  /** So plain that hardly any doubt of the model silences it. */
  sure: z.boolean().optional(),
  /** One of these must be found … */
  any: z.array(pattern).min(1),
  /** … and one of these, if given … */
  with: z.array(pattern).optional(),
  /** … and none of these. */
  unless: z.array(pattern).optional(),
});

/** A file `intents/danger-rules.yml`. */
export const dangerRulesFile = z.strictObject({
  /** Names used in patterns as {name}, to keep them readable. */
  words: z.record(z.string().regex(/^[a-z_]+$/), z.string()).default({}),
  /** Texts that quote danger rather than tell of it: news, drills, idioms. They silence every rule not marked below. */
  calm: z.array(pattern),
  /** Dangers that `calm` does not silence. */
  never_calm: z.array(danger).default([]),
  /** Texts that say it is over, denied, brushed aside or about an animal: weaker than `calm`, for the model alone. */
  eased: z.array(pattern).optional(),
  rules: z.array(rule),
  /** Urgent without being dangerous, or urgent whatever the model says. */
  urgent: z
    .array(
      z.strictObject({ id: z.string(), any: z.array(pattern).min(1), unless: z.array(pattern).optional() }),
    )
    .default([]),
});
export type DangerRules = z.infer<typeof dangerRulesFile>;

function compiles(source: string): boolean {
  try {
    new RegExp(source.replaceAll(/\{[a-z_]+\}/g, 'x'), 'u');
    return true;
  } catch {
    return false;
  }
}

/** What each rule looks for, its exceptions left aside, in their order; then the marks of calm and of ease. */
export function dangerPatterns({ rules, calm, eased, words }: DangerRules): readonly Pattern[] {
  return [...rules.map(({ any }) => any), calm, eased ?? []].map((sources) => compilePattern(sources, words));
}
