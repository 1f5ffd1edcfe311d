import type { Danger, DangerKind, Urgency } from './labels';
import type { DangerMatch } from './danger/match-danger';

export interface DangerSigns {
  readonly rule: DangerMatch | undefined;
  readonly urgentRule: boolean;
  /** The text quotes danger (news, drill, idiom) rather than tells of it. */
  readonly calm: boolean;
  /** The model's likeliest kind, and its probability that there is danger at all. */
  readonly modelDanger: DangerKind;
  readonly dangerP: number;
  readonly dangerFrom: number;
  readonly urgentP: number;
  readonly urgentFrom: number;
  /** Margin of critical over urgent. */
  readonly criticalLead: number;
}

/** A quoted danger must be much likelier before it counts. */
const CALM_FROM = 0.75;
/** Where a rule speaks, the model must be this sure of the contrary to silence it; against self-harm surer still. */
const VETO_BELOW = 0.12;
const VETO_SELF_HARM_BELOW = 0.05;
/** Fire, sudden illness and self-harm are a matter of life as soon as they are there at all. */
const ALWAYS_CRITICAL: ReadonlySet<DangerKind> = new Set(['fire', 'medical', 'self_harm']);
/** Violence is critical unless the model is this far on the side of urgent. */
const VIOLENCE_URGENT_LEAD = 0.3;

/** Rules first, for what is certain; the model for what is veiled. */
export function decideDanger(signs: DangerSigns): { readonly danger: Danger; readonly urgency: Urgency } {
  const { rule } = signs;
  if (rule && signs.dangerP >= (rule.danger === 'self_harm' ? VETO_SELF_HARM_BELOW : VETO_BELOW)) {
    const critical = rule.urgency === 'critical' || (signs.dangerP >= 0.5 && signs.criticalLead > 0);
    return { danger: rule.danger, urgency: critical ? 'critical' : 'urgent' };
  }
  if (signs.dangerP >= (signs.calm ? CALM_FROM : signs.dangerFrom)) {
    return { danger: signs.modelDanger, urgency: urgencyOf(signs.modelDanger, signs.criticalLead) };
  }
  const urgent = signs.urgentRule || (!signs.calm && signs.urgentP >= signs.urgentFrom);
  return { danger: 'none', urgency: urgent ? 'urgent' : 'normal' };
}

function urgencyOf(danger: DangerKind, criticalLead: number): Urgency {
  if (ALWAYS_CRITICAL.has(danger)) return 'critical';
  return criticalLead > (danger === 'violence' ? -VIOLENCE_URGENT_LEAD : 0) ? 'critical' : 'urgent';
}
