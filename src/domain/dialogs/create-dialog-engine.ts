import type { FindOffice } from '../routing/office';
import type { LocatePlace } from '../routing/place';
import { advance } from './advance';
import { begin } from './begin';
import type { DialogCatalogue } from './catalogue';
import type { DialogEvent } from './event';
import type { DialogState } from './state';
import type { TurnInput } from './turn-input';
import type { Ticket } from '../tickets/ticket';
import { askMissing } from './turn/add-missing';
import { leaveCase } from './turn/leave-case';
import { sayRecap } from './turn/recap';
import { reopenQuestion } from './turn/reopen-question';
import { unaskedTurn } from './unasked-turn';
import { upgradeState } from './upgrade-state';

interface Step {
  readonly state: DialogState;
  readonly events: readonly DialogEvent[];
}

/** The engine with its catalogue and place functions bound: what the application calls. */
export interface DialogEngine {
  begin(lang: DialogState['lang']): Step;
  advance(state: DialogState, input: Omit<TurnInput, 'locate' | 'findOffice'>): Step;
  /** One kind sentence to a person who stopped in the middle. */
  remind(state: DialogState, now: Date): Step;
  /** The person says no more: their case is filed as it stands, or left. */
  leave(state: DialogState, then: 'file' | 'close', now: Date): Step;
  /** A case of another conversation goes on here: what it is, and its open question. */
  takeUp(state: DialogState, now: Date): Step;
  /** Asks for the next detail that a filed ticket lacks. */
  askMissing(state: DialogState, ticket: Ticket, now: Date): Step;
}

export function createDialogEngine(
  catalogue: DialogCatalogue,
  { locate, findOffice }: { readonly locate: LocatePlace; readonly findOffice?: FindOffice },
): DialogEngine {
  const places = { locate, ...(findOffice && { findOffice }) };
  const unasked = (state: DialogState, now: Date) =>
    unaskedTurn(catalogue, upgradeState(catalogue, state), now, places);
  return {
    begin: (lang) => begin(catalogue, lang),
    advance: (state, input) => advance(catalogue, upgradeState(catalogue, state), { ...input, ...places }),
    remind: (state, now) => {
      const t = unasked(state, now);
      t.say('say', 'silence.remind');
      if (t.given('caller_phone') && t.needs.length > 0) t.emit({ kind: 'offer_resume' });
      return t.finish();
    },
    leave: (state, then, now) => {
      const t = unasked(state, now);
      leaveCase(t, then);
      return t.finish();
    },
    takeUp: (state, now) => {
      const t = unasked(state, now);
      sayRecap(t);
      reopenQuestion(t);
      return t.finish();
    },
    askMissing: (state, ticket, now) => {
      const t = unasked(state, now);
      askMissing(t, ticket);
      return t.finish();
    },
  };
}
