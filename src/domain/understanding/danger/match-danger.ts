import { compilePattern, isFound, type Pattern } from '../features/pattern';
import type { DangerKind, Urgency } from '../labels';
import type { DangerRules } from './danger-rules';

/** What the rules say of a folded text. */
export interface DangerMatch {
  readonly rule: string;
  readonly danger: DangerKind;
  readonly urgency: Exclude<Urgency, 'normal'>;
  /** Hardly any doubt of the model silences it. */
  readonly sure: boolean;
}

/**
 * The compiled rules. `found` tells of each pattern of dangerPatterns, from `first` on, whether the text holds it: the
 * reader of features has already looked, so nothing is searched for twice.
 */
export interface DangerMatcher {
  /** The surest rule that holds; of several the gravest. */
  danger(folded: string, found: Uint8Array, first: number): DangerMatch | undefined;
  /** Whether help is needed today, danger or not. */
  urgent(folded: string): boolean;
  /** The text quotes danger rather than tells of it. */
  calm(found: Uint8Array, first: number): boolean;
  /** The text says that it is over, denied, or no matter of people. */
  eased(found: Uint8Array, first: number): boolean;
}

const BOTH = { han: true, letters: true } as const;

/** Compiles the exceptions of the rules once. */
export function createDangerMatcher({ words, never_calm, rules, urgent }: DangerRules): DangerMatcher {
  const compile = (sources: readonly string[] | undefined): Pattern | undefined =>
    sources && compilePattern(sources, words);
  const compiled = rules.map((rule, index) => ({
    index,
    match: {
      rule: rule.id,
      danger: rule.danger,
      urgency: rule.urgency,
      sure: rule.sure ?? false,
    } satisfies DangerMatch,
    with: compile(rule.with),
    unless: compile(rule.unless),
    always: never_calm.includes(rule.danger),
  }));
  const urgentRules = urgent.map((rule) => ({ any: compile(rule.any)!, unless: compile(rule.unless) }));
  // The sure ones first, then the critical; among equals the order of the file.
  const rank = ({ match }: (typeof compiled)[number]) =>
    Number(match.sure) * 2 + Number(match.urgency === 'critical');
  compiled.sort((a, b) => rank(b) - rank(a));
  const calm = (found: Uint8Array, first: number) => found[first + rules.length] === 1;
  return {
    danger: (folded, found, first) => {
      for (const rule of compiled) {
        if (found[first + rule.index] !== 1) continue;
        if (rule.with && !isFound(rule.with, folded, BOTH)) continue;
        if (rule.unless && isFound(rule.unless, folded, BOTH)) continue;
        if (rule.always || !calm(found, first)) return rule.match;
      }
      return undefined;
    },
    urgent: (folded) =>
      urgentRules.some(
        ({ any, unless }) => isFound(any, folded, BOTH) && !(unless && isFound(unless, folded, BOTH)),
      ),
    calm,
    eased: (found, first) => found[first + rules.length + 1] === 1,
  };
}
