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
const CALM_FROM = 0.85;

/** Rules first, for what is certain; the model for what is veiled. */
export function decideDanger(signs: DangerSigns): { readonly danger: Danger; readonly urgency: Urgency } {
  const { rule } = signs;
  if (rule) {
    const graver = signs.dangerP >= 0.5 && signs.criticalLead > 0;
    return { danger: rule.danger, urgency: rule.urgency === 'critical' || graver ? 'critical' : 'urgent' };
  }
  if (signs.dangerP >= (signs.calm ? CALM_FROM : signs.dangerFrom)) {
    return { danger: signs.modelDanger, urgency: signs.criticalLead > 0 ? 'critical' : 'urgent' };
  }
  const urgent = signs.urgentRule || (!signs.calm && signs.urgentP >= signs.urgentFrom);
  return { danger: 'none', urgency: urgent ? 'urgent' : 'normal' };
}
