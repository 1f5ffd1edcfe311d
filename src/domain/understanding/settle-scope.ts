import type { Danger, Department, Scope } from './labels';

/** A danger without a stated need belongs elsewhere, unless the need is this plain. */
const PLAIN_NEED = 0.85;

/**
 * The scope once danger is known, by the labelling guide: fire and sudden illness without a stated need are general
 * matters, violence and self-harm are referred; a lack of food, shelter or heat is a need of itself.
 */
export function settleScope(scope: Scope, inside: number, danger: Danger): Scope {
  if (danger === 'none' || danger === 'child_harm' || danger === 'missing') return scope;
  if (danger === 'exposure') return scope === 'chat' ? 'measure' : scope;
  if (scope === 'measure' && inside >= PLAIN_NEED) return scope;
  return danger === 'fire' || danger === 'medical' ? (scope === 'referral' ? scope : 'general') : 'referral';
}

/** The department that a danger settles, if it does: violence the police, self-harm the health office. */
export function departmentOf(danger: Danger, folded: string): Department | undefined {
  if (danger === 'violence') return 'police';
  if (danger === 'self_harm') return 'health';
  return danger === 'missing' && /报警|派出所|没回来|走丢|走失/.test(folded) ? 'police' : undefined;
}
