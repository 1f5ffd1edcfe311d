import type { Danger, DangerKind, Urgency } from './labels';
import type { DangerMatch } from './danger/match-danger';

export interface DangerSigns {
  readonly rule: DangerMatch | undefined;
  readonly urgentRule: boolean;
  /** The text quotes danger (news, drill, idiom) rather than tells of it. */
  readonly calm: boolean;
  /** The text says that it is over, denied, brushed aside or about an animal. */
  readonly eased: boolean;
  /** The model's likeliest kind, and its probability that there is danger at all. */
  readonly modelDanger: DangerKind;
  readonly dangerP: number;
  /** The model's probability of one kind. */
  readonly kindP: (kind: DangerKind) => number;
  readonly dangerFrom: number;
  readonly urgentP: number;
  readonly urgentFrom: number;
  /** Margin of critical over urgent. */
  readonly criticalLead: number;
}

/** A quoted danger must be much likelier before it counts, one that is told as over or denied somewhat. */
const CALM_FROM = 0.5;
const EASED_FROM = 0.4;
/** Where a rule speaks, the model must be this sure of the contrary to silence it; against self-harm surer still. */
const VETO_BELOW = 0.15;
const VETO_SELF_HARM_BELOW = 0.1;
const VETO_EASED_BELOW = 0.3;
const VETO_SURE_BELOW = 0.03;
/** The kind is the rule's, unless the model is this sure of danger and holds another kind for so much likelier. */
const KIND_FROM = 0.6;
const KIND_SHARE = 0.5;
/** Fire, sudden illness and self-harm are a matter of life as soon as they are there at all. */
const ALWAYS_CRITICAL: ReadonlySet<DangerKind> = new Set(['fire', 'medical', 'self_harm']);
/** Violence is critical unless the model is this far on the side of urgent. */
const VIOLENCE_URGENT_LEAD = 0.3;

/** Rules first, for what is certain; the model for what is veiled, and for which kind it is where several are named. */
export function decideDanger(signs: DangerSigns): { readonly danger: Danger; readonly urgency: Urgency } {
  const { rule, modelDanger } = signs;
  if (rule && signs.dangerP >= vetoBelow(rule, signs.eased)) {
    if (signs.dangerP >= KIND_FROM && signs.kindP(rule.danger) < KIND_SHARE * signs.kindP(modelDanger))
      return { danger: modelDanger, urgency: urgencyOf(modelDanger, signs.criticalLead) };
    const critical = rule.urgency === 'critical' || (signs.dangerP >= 0.5 && signs.criticalLead > 0);
    return { danger: rule.danger, urgency: critical ? 'critical' : 'urgent' };
  }
  if (signs.dangerP >= (signs.calm ? CALM_FROM : signs.eased ? EASED_FROM : signs.dangerFrom)) {
    return { danger: modelDanger, urgency: urgencyOf(modelDanger, signs.criticalLead) };
  }
  const urgent = signs.urgentRule || (!signs.calm && signs.urgentP >= signs.urgentFrom);
  return { danger: 'none', urgency: urgent ? 'urgent' : 'normal' };
}

function vetoBelow({ danger, sure }: DangerMatch, eased: boolean): number {
  if (sure) return VETO_SURE_BELOW;
  if (eased) return VETO_EASED_BELOW;
  return danger === 'self_harm' ? VETO_SELF_HARM_BELOW : VETO_BELOW;
}

function urgencyOf(danger: DangerKind, criticalLead: number): Urgency {
  if (ALWAYS_CRITICAL.has(danger)) return 'critical';
  return criticalLead > (danger === 'violence' ? -VIOLENCE_URGENT_LEAD : 0) ? 'critical' : 'urgent';
}
