import type { TurnWords } from '../domain/dialogs/create-turn-words';
import type { DialogEvent } from '../domain/dialogs/event';
import type { DialogState } from '../domain/dialogs/state';
import type { Danger } from '../domain/understanding/labels';

/** Flag of the state: which numbers were given last while a person was in charge, and when (milliseconds). */
export const NUMBERS_TOLD = 'numbersTold';
/** The same numbers are not given again within so long. */
const QUIET_MS = 600_000;

/**
 * While a person is in charge the bot says nothing. But a danger still raises the alarm, and whoever is in danger hears
 * at once which number to dial: the operator may be away from the screen.
 */
export function silentTurn(
  words: Pick<TurnWords, 'dangerNumbers'>,
  state: DialogState,
  { text, danger, now }: { readonly text: string; readonly danger: Danger; readonly now: Date },
): { readonly state: DialogState; readonly events: readonly DialogEvent[] } {
  if (danger === 'none') return { state, events: [] };
  const [kind, at] = String(state.flags[NUMBERS_TOLD] ?? '').split(' ');
  if (kind === danger && now.getTime() - Number(at) < QUIET_MS)
    return { state, events: [{ kind: 'danger', danger }] };
  return {
    state: { ...state, flags: { ...state.flags, [NUMBERS_TOLD]: `${danger} ${now.getTime()}` } },
    events: [{ kind: 'danger', danger }, ...words.dangerNumbers(state.lang, danger, text)],
  };
}
