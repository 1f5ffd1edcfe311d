import type { DialogEngine } from '../domain/dialogs/create-dialog-engine';
import type { DialogState } from '../domain/dialogs/state';
import { MINUTE_MS } from '../domain/clocks/shanghai';
import { byDay, type SilenceStep } from '../domain/silence/plan-silence';
import type { SilenceRules } from '../domain/silence/silence-rules';
import { doneSteps, kindOfTalk, lastHeard, markDone, nextOfTalk } from '../domain/silence/talk-silence';
import { TusaError } from '../domain/errors';
import { announceTurn } from './announce-turn';
import { applyEvents, type Applied, type ApplyDeps } from './apply-events';
import { jobRow, type JobPayloads } from './jobs';
import type { Clock, Conversation, ConversationStore, LiveUpdates, Logger, TurnCommit } from './ports';

export interface BreakSilenceDeps extends ApplyDeps {
  readonly conversations: ConversationStore;
  readonly clock: Clock;
  readonly live: LiveUpdates;
  readonly logger: Logger;
  readonly engine: Pick<DialogEngine, 'remind' | 'leave' | 'takeUp' | 'askMissing'>;
  readonly silence: SilenceRules;
  readonly outboxChanged: () => void;
}

const MAX_TRIES = 8;
/** While an operator has the word the silence is theirs; it is looked at again after so long. */
const LATER_MS = 30 * MINUTE_MS;

/**
 * A conversation was silent for as long as it may be: a reminder, a call for an operator, or the end of its waiting.
 * Done once however often it is run: what is done moves `wakeAt`, to which `due` must be equal.
 */
export function createBreakSilence(
  deps: BreakSilenceDeps,
): (payload: JobPayloads['break-silence']) => Promise<void> {
  return async ({ conversationId, due }) => {
    for (let attempt = 0; attempt < MAX_TRIES; attempt += 1) {
      const conversation = await deps.conversations.load(conversationId);
      if (conversation?.wakeAt?.toISOString() !== due) return;
      const turn = await nextTurn(deps, conversation);
      const result = await deps.conversations.commitTurn(turn);
      if (result === 'duplicate') return;
      if (result === 'committed') {
        announceTurn(deps, conversation, turn);
        if (isAlarm(conversation, turn))
          deps.logger.error('conversation.silent_in_danger', { conversation: conversationId });
        if (isUnanswered(conversation))
          deps.logger.error('conversation.unanswered_in_danger', { conversation: conversationId });
        return;
      }
    }
    throw new TusaError('conflict', 'the conversation is busy');
  };
}

async function nextTurn(deps: BreakSilenceDeps, conversation: Conversation): Promise<TurnCommit> {
  const now = deps.clock.now();
  if (conversation.status === 'human')
    return quiet(conversation, { wakeAt: new Date(now.getTime() + LATER_MS) });
  const step = stepNow(deps, conversation, now);
  switch (step) {
    case undefined:
      return quiet(conversation, { wakeAt: wakeAfter(deps, conversation, conversation.state) });
    case 'remind':
      return remind(deps, conversation, now);
    case 'alert':
      return alert(deps, conversation, now);
    case 'expire':
      return expire(deps, conversation, now);
  }
}

/** The last step that is due: who was away for days is not reminded first and let go a moment later. */
function stepNow(deps: BreakSilenceDeps, conversation: Conversation, now: Date): SilenceStep | undefined {
  let step: SilenceStep | undefined;
  let { state } = conversation;
  for (;;) {
    const next = nextOfTalk(deps.silence, state, conversation.lastMessageAt);
    if (next === null || next.at > now) return step;
    step = next.step;
    // A call for an operator is never skipped.
    if (step === 'alert') return step;
    state = markDone(state, step);
  }
}

/** One millisecond on at least: the same moment would be the same job, which is done. */
function wakeAfter(
  deps: BreakSilenceDeps,
  { wakeAt, lastMessageAt }: Conversation,
  state: DialogState,
): Date | null {
  const next = nextOfTalk(deps.silence, state, lastMessageAt);
  return next && new Date(Math.max(next.at.getTime(), (wakeAt?.getTime() ?? 0) + 1));
}

function quiet(conversation: Conversation, change: Partial<Conversation>): TurnCommit {
  return {
    conversation: { ...conversation, ...change, version: conversation.version + 1 },
    expectedVersion: conversation.version,
    messages: [],
    newTickets: [],
    ticketChanges: [],
    outbox: [],
  };
}

/** Only where we may speak, and where nobody was promised a person instead. */
async function remind(deps: BreakSilenceDeps, conversation: Conversation, now: Date): Promise<TurnCommit> {
  const { state, channel, status } = conversation;
  const done = markDone(state, 'remind');
  const wakeAt = wakeAfter(deps, conversation, done);
  if (status !== 'bot' || !deps.silence.speaks_on.includes(channel))
    return quiet(conversation, { state: done, wakeAt });
  const said = deps.engine.remind(done, now);
  return spoken(
    deps,
    conversation,
    await applyEvents(deps, conversation, said.state, said.events, now, 0),
    now,
    {
      wakeAt,
    },
  );
}

/** Nobody came to somebody in danger, who has said no more. */
function isAlarm(before: Conversation, { conversation }: TurnCommit): boolean {
  const done = (one: Conversation) => doneSteps(one.state).includes('alert');
  return conversation.state.flags.danger !== undefined && done(conversation) && !done(before);
}

/** An operator has the word, and whoever is in danger spoke last. */
function isUnanswered({ status, danger, state, lastMessageAt }: Conversation): boolean {
  return status === 'human' && danger !== 'none' && lastHeard(state, new Date(0)) >= lastMessageAt;
}

/** The operators' screen shows it. */
function alert(deps: BreakSilenceDeps, conversation: Conversation, now: Date): TurnCommit {
  const state = markDone(conversation.state, 'alert');
  return quiet(conversation, {
    state,
    wakeAt: wakeAfter(deps, conversation, state),
    ...(conversation.status !== 'waiting' && {
      status: 'waiting',
      handoff: 'silent',
      waitingSince: conversation.waitingSince ?? now,
    }),
  });
}

async function expire(deps: BreakSilenceDeps, conversation: Conversation, now: Date): Promise<TurnCommit> {
  const marked = markDone(conversation.state, 'expire');
  const then = kindOfTalk(deps.silence, conversation.state)?.then ?? 'close';
  const left = deps.engine.leave(marked, then, now);
  const applied = await applyEvents(deps, conversation, left.state, left.events, now, 0);
  return spoken(deps, conversation, applied, now, {
    wakeAt: null,
    ...(conversation.status === 'bot' && { status: 'ended' }),
  });
}

/** What is said is stored at once; it is pushed in the same night at the earliest when the night is over. */
function spoken(
  deps: BreakSilenceDeps,
  conversation: Conversation,
  applied: Applied,
  now: Date,
  change: Partial<Conversation>,
): TurnCommit {
  const { id, nextSeq, version } = conversation;
  const messages = applied.says.map(({ kind: _kind, text, ...say }, index) => ({
    conversationId: id,
    seq: nextSeq + index,
    at: now,
    author: 'service' as const,
    text,
    say,
  }));
  const delivery = jobRow(
    deps.ids,
    'deliver-reply',
    { conversationId: id, from: nextSeq, to: nextSeq + messages.length - 1 },
    byDay(deps.silence.night, now),
  );
  return {
    conversation: {
      ...conversation,
      ...change,
      state: applied.state,
      version: version + 1,
      nextSeq: nextSeq + messages.length,
      lastMessageAt: now,
    },
    expectedVersion: version,
    messages,
    ...(applied.newCase && { newCase: applied.newCase }),
    newTickets: applied.newTickets,
    ticketChanges: applied.ticketChanges,
    outbox:
      messages.length > 0 && deps.silence.speaks_on.includes(conversation.channel)
        ? [...applied.outbox, delivery]
        : applied.outbox,
  };
}
