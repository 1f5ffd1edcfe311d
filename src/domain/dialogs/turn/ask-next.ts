import { holds } from '../condition';
import { ask } from './ask';
import { noteClaim } from './claim-ticket';
import { fileCase } from './file-case';
import { handOver } from './hand-over';
import { readBack } from './read-back';
import { askList, isAnswered, isList } from './take-list';
import { keepPlaceAsSaid } from './take-place';
import type { Turn } from './turn';

/**
 * Goes on with the dialog: the first step that is still to do. Nothing remembers a position, so a conversation goes on
 * under a new version of its dialog, and an answer given early is never asked again.
 */
export function askNext(t: Turn): void {
  const dialog = t.running;
  if (dialog === undefined || t.dialog === null) return;
  t.dialog = { ...t.dialog, version: dialog.version };
  const budget = t.need?.urgency === 'normal' ? dialog.budget.normal : dialog.budget.urgent;
  for (const step of dialog.steps) {
    if (!holds(step.when, t.needs, t.fields)) continue;
    if ('ask' in step) {
      const asked = Number(t.flags.asked ?? 0);
      if (isAnswered(t, step.ask) || (asked >= budget && !dialog.required.includes(step.ask))) continue;
      if (step.ask === 'current_address' && dialog.place === 'county' && countyKnown(t)) continue;
      if (step.extra && t.need?.urgency !== 'normal') continue;
      if (t.flags.enough === true && !dialog.required.includes(step.ask)) continue;
      if (isList(t, step.ask)) {
        if (askList(t, step.ask)) return;
        continue;
      }
      t.flags.asked = asked + 1;
      ask(t, step.ask);
      return;
    }
    if ('say' in step) {
      const done = `did.${step.say}`;
      if (t.flags[done] !== true) t.say('say', step.say);
      t.flags[done] = true;
      continue;
    }
    if ('confirm' in step) return readBack(t);
    if ('file' in step) return fileCase(t);
    if ('handoff' in step) return handOver(t, step.handoff);
    if ('progress' in step) {
      const number = t.fields.ticket_number?.value;
      const phone = t.fields.caller_phone?.value;
      if (typeof number === 'string') noteClaim(t, number);
      t.emit({
        kind: 'ask_progress',
        ...(typeof number === 'string' ? { number } : {}),
        ...(typeof phone === 'string' ? { phone } : {}),
      });
      delete t.fields.ticket_number;
      t.closeCase();
      return;
    }
    if ('end' in step) {
      t.emit({ kind: 'ended' });
      t.closeCase();
      return;
    }
  }
  readBack(t);
}

/** A county that was named is address enough for a county's desk. */
function countyKnown(t: Turn): boolean {
  if ((t.places.present?.length ?? 0) < 6 || typeof t.flags.placeText !== 'string') return false;
  keepPlaceAsSaid(t, 'current_address', t.flags.placeText);
  return true;
}
