import { ask } from './ask';
import { askNext } from './ask-next';
import { clarifyNeed } from './clarify-need';
import { READBACK, readBack } from './read-back';
import { askList, isList } from './take-list';
import type { Turn } from './turn';

/** Goes back to the question that was open before a digression, in other words; without one, on with the dialog. */
export function reopenQuestion(t: Turn): void {
  const open = t.open;
  if (open === null) {
    askNext(t);
    return;
  }
  if (open.slot === READBACK) readBack(t, Math.max(1, open.tries));
  else if (open.slot === 'measure') clarifyNeed(t, open.choices ?? [], open.tries + 1);
  else if (isList(t, open.slot)) {
    if (!askList(t, open.slot, true)) askNext(t);
  } else if (t.known(open.slot)) askNext(t);
  else ask(t, open.slot, open.tries);
}
