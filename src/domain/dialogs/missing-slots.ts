import type { DialogCatalogue } from './catalogue';
import { holds } from './condition';
import type { DialogState } from './state';

/** Slots that the running dialog would still ask for, in the order of asking; empty when none runs. */
export function missingSlots(catalogue: DialogCatalogue, state: DialogState): readonly string[] {
  const dialog = state.dialog === null ? undefined : catalogue.dialogs.get(state.dialog.id);
  if (!dialog) return [];
  return dialog.steps.flatMap((step) =>
    'ask' in step && !(step.ask in state.fields) && holds(step.when, state.needs, state.fields)
      ? [step.ask]
      : [],
  );
}
