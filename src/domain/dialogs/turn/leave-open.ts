import { parseAnswer } from '../../slots/parse-answer';
import { findCommand } from '../phrases/find-command';
import { findDigression } from '../phrases/find-digression';
import { isAbuse } from '../phrases/is-abuse';
import { isNoise } from '../phrases/is-noise';
import { READBACK } from './read-back';
import { giveUp } from './take-answer';
import type { Turn } from './turn';

/** Turns on one open question, whatever fills them, before it is left open: there is always a way on. */
export const LONGEST_ROUND = 6;

/** Leaves a question that has been open for too long, unless this message may be its answer. True where it was left. */
export function leaveOpen(t: Turn): boolean {
  const slot = t.open?.slot;
  if (
    slot === undefined ||
    slot === READBACK ||
    slot === 'measure' ||
    Number(t.flags.round ?? 0) < LONGEST_ROUND ||
    mayAnswer(t, slot)
  )
    return false;
  t.flags.round = 0;
  giveUp(t, slot);
  return true;
}

function mayAnswer(t: Turn, slot: string): boolean {
  if (isNoise(t.text) || isAbuse(t.text) || findCommand(t.text) !== undefined) return false;
  const kind = t.catalogue.slots.get(slot)?.kind ?? 'text';
  const asks = findDigression(t.text, kind === 'text');
  if (asks !== undefined && (kind === 'text' || asks !== 'policy')) return false;
  if (kind === 'text') return true;
  if (kind === 'place') return t.input.place.code !== '' || t.input.place.candidates.length > 0;
  return parseAnswer(kind, t.text, t.input.now) !== undefined;
}
