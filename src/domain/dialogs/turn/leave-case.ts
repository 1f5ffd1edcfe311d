import type { Need } from '../state';
import { stopAdding } from './add-missing';
import { BATCH } from './batch';
import { fileCase } from './file-case';
import { UNCONFIRMED } from './recap';
import type { Turn } from './turn';

const LEAST_PLACE = 6;

/**
 * Nobody has answered for so long that the case is taken from the talk: filed as it stands where an office can do
 * something with it, else left for the person to take up again.
 */
export function leaveCase(t: Turn, then: 'file' | 'close'): void {
  // What was spoken of is filed already: nothing is left undone, and nothing is to be said.
  if (t.need === undefined && t.tickets.length > 0) {
    stopAdding(t);
    return t.emit({ kind: 'ended' });
  }
  if (then === 'file' && t.need !== undefined && namesNeed(t, t.need) && isReachable(t)) {
    t.say('say', 'silence.filed');
    fileCase(t, false, true);
    t.flags[UNCONFIRMED] = true;
  } else t.say('end', 'silence.left');
  t.emit({ kind: 'ended' });
}

/** Is it said what is wanted? A question, an accusation or an offer is nobody's need; nor is a household of a batch yet to be told of. */
function namesNeed(t: Turn, { act, measure }: Need): boolean {
  const named = measure !== null && t.flags[BATCH] === undefined;
  return (act === 'help' || act === 'consult') && (named || t.given('what_happened'));
}

/** Is there a way to the person? */
function isReachable(t: Turn): boolean {
  return (
    t.given('caller_phone') || t.given('current_address') || (t.places.present?.length ?? 0) >= LEAST_PLACE
  );
}
