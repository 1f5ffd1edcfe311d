import type { FindOffice } from '../routing/office';
import type { LocatePlace } from '../routing/place';
import { advance } from './advance';
import { begin } from './begin';
import type { DialogCatalogue } from './catalogue';
import type { DialogEvent } from './event';
import type { DialogState } from './state';
import type { TurnInput } from './turn-input';
import { upgradeState } from './upgrade-state';

interface Step {
  readonly state: DialogState;
  readonly events: readonly DialogEvent[];
}

/** The engine with its catalogue and place functions bound: what the application calls. */
export interface DialogEngine {
  begin(lang: DialogState['lang']): Step;
  advance(state: DialogState, input: Omit<TurnInput, 'locate' | 'findOffice'>): Step;
}

export function createDialogEngine(
  catalogue: DialogCatalogue,
  { locate, findOffice }: { readonly locate: LocatePlace; readonly findOffice?: FindOffice },
): DialogEngine {
  return {
    begin: (lang) => begin(catalogue, lang),
    advance: (state, input) =>
      advance(catalogue, upgradeState(catalogue, state), { ...input, locate, ...(findOffice && { findOffice }) }),
  };
}
