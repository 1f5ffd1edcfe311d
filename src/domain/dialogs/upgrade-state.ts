import type { DialogCatalogue } from './catalogue';
import { initialState } from './initial-state';
import { STATE_FORMAT, type DialogState } from './state';

/**
 * Lifts a stored state to this version: a shape of long ago gets what it lacks; a dialog or slot that the catalogue
 * no longer has is left, with its answers kept, for the talk to go on from what is known.
 */
export function upgradeState(catalogue: DialogCatalogue, state: DialogState): DialogState {
  const current =
    state.format === STATE_FORMAT ? state : { ...initialState(state.lang), ...state, format: STATE_FORMAT };
  const gone = current.dialog !== null && !catalogue.dialogs.has(current.dialog.id);
  const { open } = current;
  const orphan =
    open !== null && open.slot !== 'readback' && open.slot !== 'measure' && !catalogue.slots.has(open.slot);
  if (!gone && !orphan) return current;
  return {
    ...current,
    ...(gone ? { dialog: { id: 'general-matter', version: 1, step: 'start' } } : {}),
    open: orphan ? null : open,
  };
}
