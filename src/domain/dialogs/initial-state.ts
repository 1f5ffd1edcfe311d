import { STATE_FORMAT, type DialogState } from './state';

/** The state of a conversation in which nothing was said yet. */
export function initialState(lang: DialogState['lang']): DialogState {
  return {
    format: STATE_FORMAT,
    lang,
    dialog: null,
    open: null,
    needs: [],
    fields: {},
    places: {},
    placeCandidates: [],
    tickets: [],
    said: [],
    flags: {},
  };
}
