import type { DialogCatalogue } from './catalogue';
import type { DialogEvent } from './event';
import type { DialogState } from './state';
import { yesOrNo } from '../slots/yes-or-no';
import type { TurnInput } from './turn-input';
import { asksForMongolian } from './phrases/asks-for-mongolian';
import { findCommand, type Command } from './phrases/find-command';
import { isChildSpeaking } from './phrases/is-child-speaking';
import { isNoise } from './phrases/is-noise';
import { refineUnderstanding } from './phrases/refine-understanding';
import { afterFiling } from './turn/after-filing';
import { countRound } from './turn/count-round';
import { dangerNow } from './turn/danger-now';
import { offerElder, takeElder } from './turn/elder-mode';
import { handOver } from './turn/hand-over';
import { leaveOpen } from './turn/leave-open';
import { openCase } from './turn/open-case';
import { takeOffer } from './turn/consult';
import { passOnDanger } from './turn/pass-on-danger';
import { raiseDanger } from './turn/raise-danger';
import { takeMissing } from './turn/add-missing';
import { BATCH, endBatch, takeUpBatch } from './turn/batch';
import { claimTicket } from './turn/claim-ticket';
import { leaveForNow, resumeElsewhere } from './turn/resume-elsewhere';
import { recap, takeUnconfirmed, UNCONFIRMED } from './turn/recap';
import { reopenQuestion } from './turn/reopen-question';
import { smallTalk } from './turn/small-talk';
import { takeMessage } from './turn/take-message';
import { takeLanguage } from './turn/take-language';
import { Turn } from './turn/turn';

/**
 * One turn of a conversation: the state, what the citizen said and what it means in; the next state and what is to be
 * done and said out. Pure and total: no input throws, and every turn says something.
 */
export function advance(
  catalogue: DialogCatalogue,
  state: DialogState,
  input: TurnInput,
): { state: DialogState; events: DialogEvent[] } {
  const t = new Turn(catalogue, state, {
    ...input,
    understanding: refineUnderstanding(input.text, input.understanding),
  });
  takeLanguage(t);
  if (t.scrubbed !== null) t.say('say', 'note.scrubbed');
  const before = t.open?.slot;
  decide(t);
  countRound(t, before);
  offerElder(t);
  if (!t.events.some(({ kind }) => kind !== 'ended')) t.say('say', 'chat.other');
  return t.finish();
}

/** Life first, then what is asked of the talk itself, then the open question, then a new matter. */
function decide(t: Turn): void {
  const danger = dangerNow(t);
  if (danger !== undefined) return raiseDanger(t, danger);
  if (isNoise(t.text) && !isNod(t)) return onNoise(t);
  if (t.flags.danger === undefined && takeElder(t)) return;
  const command = findCommand(t.text);
  if (t.flags.danger !== undefined && command !== 'resume' && command !== 'restart') return passOnDanger(t);
  if (isChildSpeaking(t.text) && t.flags.child !== true) return onChild(t);
  if (asksForMongolian(t.text)) {
    t.say('answer', 'note.mongolian');
    if (t.open !== null || t.dialog !== null) reopenQuestion(t);
    return;
  }
  if (t.input.away === true && recap(t, command)) return;
  if (t.flags[UNCONFIRMED] === true && t.dialog === null && takeUnconfirmed(t)) return;
  if (t.dialog === null && t.needs.length === 0 && resumeElsewhere(t)) return;
  if (command === undefined && leaveForNow(t)) return;
  if (t.dialog === null && claimTicket(t)) return;
  if (takeMissing(t)) return;
  if (t.flags[BATCH] !== undefined && (command === 'cancel' || command === 'bye')) return endBatch(t);
  if (takeUpBatch(t)) return;
  if (command !== undefined && onCommand(t, command)) return;
  if (typeof t.flags.offer === 'string' && takeOffer(t)) return;
  if (t.dialog === null && t.open?.slot === 'what_happened') {
    t.open = null;
    return openCase(t);
  }
  if (t.open !== null || t.dialog !== null) return takeMessage(t);
  if (t.tickets.length > 0) return afterFiling(t);
  openCase(t);
}

/** A thumb up or an OK sign to a question or an offer is a yes, as people mean it. */
function isNod(t: Turn): boolean {
  return (t.open !== null || t.flags.offer !== undefined) && yesOrNo(t.text) === 'yes';
}

function onNoise(t: Turn): void {
  if (leaveOpen(t)) return;
  t.say('say', 'calm.noise');
  if (t.open !== null || t.dialog !== null) reopenQuestion(t);
}

/** The service takes no details of a child from the child: a person comes. */
function onChild(t: Turn): void {
  t.flags.child = true;
  handOver(t, 'child');
}

/** True where the command was carried out; thanks and greetings in front of a need are none. */
function onCommand(t: Turn, command: Command): boolean {
  switch (command) {
    case 'handoff':
      handOver(t, 'asked');
      return true;
    case 'cancel':
      if (t.dialog === null && t.open === null && t.flags.offer === undefined) return false;
      t.closeCase();
      forget(t);
      t.say('end', 'cancelled');
      t.emit({ kind: 'ended' });
      return true;
    case 'restart':
      t.closeCase();
      forget(t);
      t.say('say', 'restarted');
      return true;
    case 'resume':
      delete t.flags.danger;
      delete t.flags.handoff;
      if (t.dialog === null && t.open === null) return false;
      if (t.dialog?.id === 'danger') t.closeCase();
      t.say('say', 'resumed');
      reopenQuestion(t);
      return true;
    case 'bye':
      if (t.open !== null || t.flags.offer !== undefined) return false;
      t.say('end', 'chat.bye');
      return true;
    case 'thanks':
    case 'wait':
    case 'greeting':
      if (leaveOpen(t)) return true;
      if (t.flags.offer !== undefined && command === 'thanks') {
        delete t.flags.offer;
        t.closeCase();
      }
      smallTalk(t, command);
      return true;
  }
}

/** Nothing of a case that was given up stays, except what was filed. */
function forget(t: Turn): void {
  t.fields = {};
  t.places = {};
  const { filed, elder } = t.flags;
  t.flags = { ...(filed === undefined ? {} : { filed }), ...(elder === undefined ? {} : { elder }) };
}
