import type { DangerKind, Urgency } from '../labels';
import { joinPatterns, type DangerRules } from './danger-rules';

/** What the rules say of a folded text. */
export interface DangerMatch {
  readonly rule: string;
  readonly danger: DangerKind;
  readonly urgency: Exclude<Urgency, 'normal'>;
}

/** The compiled rules: `danger` gives the gravest match, `urgent` whether help is needed today. */
export interface DangerMatcher {
  danger(folded: string): DangerMatch | undefined;
  urgent(folded: string): boolean;
  /** The text quotes danger rather than tells of it. */
  calm(folded: string): boolean;
}

/** Compiles the rules once; matching allocates nothing but its answer. */
export function createDangerMatcher({ words, calm, never_calm, rules, urgent }: DangerRules): DangerMatcher {
  const join = (sources: readonly string[] | undefined) => joinPatterns(sources, words);
  const calmPattern = join(calm);
  const compiled = rules.map((rule) => ({
    match: { rule: rule.id, danger: rule.danger, urgency: rule.urgency } satisfies DangerMatch,
    any: join(rule.any)!,
    with: join(rule.with),
    unless: join(rule.unless),
    always: never_calm.includes(rule.danger),
  }));
  const urgentRules = urgent.map((rule) => ({ any: join(rule.any)!, unless: join(rule.unless) }));
  // Critical rules first; among equals the order of the file.
  compiled.sort((a, b) => Number(b.match.urgency === 'critical') - Number(a.match.urgency === 'critical'));
  const isCalm = (folded: string) => calmPattern !== undefined && calmPattern.test(folded);
  return {
    danger: (folded) => {
      let calmed: boolean | undefined;
      for (const rule of compiled) {
        if (!rule.any.test(folded) || (rule.with && !rule.with.test(folded)) || rule.unless?.test(folded))
          continue;
        if (rule.always || !(calmed ??= isCalm(folded))) return rule.match;
      }
      return undefined;
    },
    urgent: (folded) => urgentRules.some(({ any, unless }) => any.test(folded) && !unless?.test(folded)),
    calm: isCalm,
  };
}
