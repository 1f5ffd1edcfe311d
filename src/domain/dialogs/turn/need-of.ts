import type { Need } from '../state';
import type { Turn } from './turn';

/** The first need of a message, as it will be filed. */
export function needOf(t: Turn): Need {
  const { scope, measures, department, act, danger, subject } = t.input.understanding;
  // Every other danger interrupts before a need is taken; where it did not, it was none.
  const lacks = danger === 'exposure' || danger === 'none';
  const urgency = lacks ? t.input.understanding.urgency : 'normal';
  return {
    scope,
    measure: scope === 'measure' ? (measures[0]?.id ?? null) : null,
    department: scope === 'referral' ? department : null,
    act,
    urgency,
    danger: lacks ? danger : 'none',
    subject,
  };
}
