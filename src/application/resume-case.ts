import type { DialogEvent } from '../domain/dialogs/event';
import { adoptCase, withoutCase } from '../domain/dialogs/adopt-case';
import { RESUME_CODE } from '../domain/dialogs/resumable-phone';
import type { DialogState } from '../domain/dialogs/state';
import type { Conversation, ConversationStore, Ids } from './ports';

/** Flag of the conversation that is looked for: codes tried in vain. A code that was tried so often is dead. */
const FAILS = 'resumeFails';
const MOST_FAILS = 5;
const DIGITS = 6;

export type ResumeOutcome =
  /** `state`: this conversation with the case of `other`, which is changed in the same transaction. */
  | {
      readonly kind: 'resumed';
      readonly state: DialogState;
      readonly from: Conversation;
      readonly other: Conversation;
    }
  /** The same whether the telephone is unknown or the code is wrong, so that nothing can be learnt by trying. */
  | { readonly kind: 'failed'; readonly other?: Conversation }
  | { readonly kind: 'with_person' };

export interface ResumeDeps {
  readonly conversations: Pick<ConversationStore, 'resumable'>;
  readonly ids: Pick<Ids, 'random'>;
}

/** Looks for an unfinished case by its telephone and code. Both must be right before anything of it is told. */
export async function resumeCase(
  { conversations, ids }: ResumeDeps,
  id: string,
  state: DialogState,
  { phone, code }: Extract<DialogEvent, { kind: 'resume_case' }>,
): Promise<ResumeOutcome> {
  const found = (await conversations.resumable(phone)).filter((one) => one.id !== id);
  // Any of them: whoever begins one of their own under the telephone of another does not draw all failures to it.
  const counted = found[ids.random(Math.max(1, found.length))];
  if (counted === undefined) return { kind: 'failed' };
  const from = found.find(({ state: { flags } }) => flags[RESUME_CODE] === code);
  if (from === undefined || found.some(({ state: { flags } }) => Number(flags[FAILS] ?? 0) >= MOST_FAILS))
    return { kind: 'failed', other: failedAgain(counted) };
  if (from.status === 'human') return { kind: 'with_person' };
  return {
    kind: 'resumed',
    state: adoptCase(state, from.state),
    from,
    other: {
      ...from,
      state: withoutCase(from.state),
      status: 'ended',
      handoff: null,
      waitingSince: null,
      wakeAt: null,
      version: from.version + 1,
    },
  };
}

/** Counted with whom it is tried against: from however many conversations, the tries are few. */
function failedAgain(conversation: Conversation): Conversation {
  const { flags } = conversation.state;
  const fails = Math.min(MOST_FAILS, Number(flags[FAILS] ?? 0) + 1);
  return {
    ...conversation,
    state: { ...conversation.state, flags: { ...flags, [FAILS]: fails } },
    version: conversation.version + 1,
  };
}

/** The state with a code to go on elsewhere: the one it has, or a new one where there is none or it is dead. */
export function withResumeCode(
  ids: Pick<Ids, 'random'>,
  state: DialogState,
): { readonly state: DialogState; readonly code: string } {
  const { [FAILS]: fails, ...flags } = state.flags;
  const known = flags[RESUME_CODE];
  const code =
    typeof known === 'string' && Number(fails ?? 0) < MOST_FAILS
      ? known
      : String(ids.random(10 ** DIGITS)).padStart(DIGITS, '0');
  const kept = code === known && fails !== undefined ? { [FAILS]: fails } : {};
  return { state: { ...state, flags: { ...flags, ...kept, [RESUME_CODE]: code } }, code };
}
