import type { DangerKind } from '../../understanding/labels';
import { findCorrection } from './find-correction';
import type { Turn } from './turn';

const CLOSED = new Set(['name', 'phone', 'place', 'count', 'age', 'date', 'yes_no']);
const SHORT = 10;
const GRAVE = /[死杀火血刀跳昏晕喘毒命活冻饿疼]|煤气|打我|打人|救|不见|失踪|找不|联系不上|轻生|解脱|\b(?:die|dying|kill|suicid|knife|blood|bleed|fire|gas|smoke|faint|unconscious|breath|hit|beat|missing|freez|hungry|help me)/i;

/** A correction, a name or a village as the answer to a closed question, with no grave word in it: no alarm, whatever it looks like. */
function isShortAnswer(t: Turn): boolean {
  const kind = t.open === null ? undefined : t.catalogue.slots.get(t.open.slot)?.kind;
  if (kind === undefined && t.open === null) return false;
  if (GRAVE.test(t.text)) return false;
  return (kind !== undefined && CLOSED.has(kind) && t.text.length <= SHORT) || findCorrection(t).length > 0;
}

/**
 * The danger that this message raises, if it must interrupt everything. Lack of food, heat or shelter that a day can
 * bear goes the short lane of first aid instead, where the number is given as well.
 */
export function dangerNow(t: Turn): DangerKind | undefined {
  const { danger, urgency } = t.input.understanding;
  if (danger === 'none' || t.input.value !== undefined) return undefined;
  if (isShortAnswer(t)) return undefined;
  // Said again in the same talk: the alarm stands, the message is passed on.
  if (t.flags.danger === danger) return undefined;
  if (danger !== 'exposure') return danger;
  if (urgency === 'critical' && t.dialog?.id !== 'advance-relief') return danger;
  return undefined;
}
