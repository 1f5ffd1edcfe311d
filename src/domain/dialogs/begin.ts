import type { DialogCatalogue } from './catalogue';
import type { DialogEvent } from './event';
import { initialState } from './initial-state';
import type { DialogState } from './state';
import { word } from './word';

/** The first words of a conversation: who listens, what for, and what is done with what is told. */
export function begin(
  catalogue: DialogCatalogue,
  lang: DialogState['lang'],
): { state: DialogState; events: DialogEvent[] } {
  return {
    state: initialState(lang),
    events: [
      {
        kind: 'say',
        step: 'say',
        text: `${word(catalogue, lang, 'greeting')}\n${word(catalogue, lang, 'greeting_privacy')}`,
      },
    ],
  };
}
