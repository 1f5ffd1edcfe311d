import type { DangerKind } from '../../understanding/labels';
import type { Turn } from './turn';

/**
 * The danger that this message raises, if it must interrupt everything. Lack of food, heat or shelter that a day can
 * bear goes the short lane of first aid instead, where the number is given as well.
 */
export function dangerNow(t: Turn): DangerKind | undefined {
  const { danger, urgency } = t.input.understanding;
  if (danger === 'none' || t.input.value !== undefined) return undefined;
  // Said again in the same talk: the alarm stands, the message is passed on.
  if (t.flags.danger === danger) return undefined;
  if (danger !== 'exposure') return danger;
  if (urgency === 'critical' && t.dialog?.id !== 'advance-relief') return danger;
  return undefined;
}
