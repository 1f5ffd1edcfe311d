import { MINUTE_MS } from '../clocks/shanghai';
import type { DialogState } from '../dialogs/state';
import { planSilence, type PlannedStep, type SilenceStep } from './plan-silence';
import type { SilenceKind, SilenceRules } from './silence-rules';

/** Flags of the state: when the person spoke last (milliseconds), and what was done in the silence since. */
const HEARD_AT = 'heardAt';
const DONE = 'silence';

/** The person has just spoken: a silence begins, if one does. */
export function heard(state: DialogState, now: Date): DialogState {
  const { [DONE]: _done, ...flags } = state.flags;
  return { ...state, flags: { ...flags, [HEARD_AT]: now.getTime() } };
}

/** When the person spoke last; `otherwise` for a state from before that was kept. */
export function lastHeard({ flags }: DialogState, otherwise: Date): Date {
  const at = flags[HEARD_AT];
  return typeof at === 'number' ? new Date(at) : otherwise;
}

export function markDone(state: DialogState, step: SilenceStep): DialogState {
  return { ...state, flags: { ...state.flags, [DONE]: [...doneSteps(state), step].join(' ') } };
}

/** What comes next if the person says no more; null where nothing is open. */
export function nextOfTalk(rules: SilenceRules, state: DialogState, otherwise: Date): PlannedStep | null {
  const kind = kindOfTalk(rules, state);
  return kind ? planSilence(rules, kind, lastHeard(state, otherwise), doneSteps(state)) : null;
}

/** Has the person been away for so long that they may not know where the talk stands? */
export function wasAway(rules: SilenceRules, state: DialogState, otherwise: Date, now: Date): boolean {
  return now.getTime() - lastHeard(state, otherwise).getTime() >= rules.recap_after * MINUTE_MS;
}

/** How long may this talk be silent? Undefined: it awaits nothing. */
export function kindOfTalk({ kinds, dialogs }: SilenceRules, state: DialogState): SilenceKind | undefined {
  if (state.flags.danger !== undefined) return kinds.danger;
  if (state.open === null && state.dialog === null) return undefined;
  const name = dialogs[state.dialog?.id ?? ''] ?? 'ordinary';
  const [need] = state.needs;
  return kinds[name === 'ordinary' && need !== undefined && need.urgency !== 'normal' ? 'urgent' : name];
}

/** What was done already in the silence that lasts. */
export function doneSteps({ flags }: DialogState): readonly SilenceStep[] {
  return String(flags[DONE] ?? '')
    .split(' ')
    .filter((step) => step !== '') as SilenceStep[];
}
