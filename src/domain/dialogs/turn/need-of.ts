import type { Need } from '../state';
import type { Turn } from './turn';

/** The first need of a message, as it will be filed. */
export function needOf(t: Turn): Need {
  const { scope, measures, department, act, urgency, danger, subject } = t.input.understanding;
  return {
    scope,
    measure: scope === 'measure' ? (measures[0]?.id ?? null) : null,
    department: scope === 'referral' ? department : null,
    act,
    urgency,
    danger,
    subject,
  };
}
