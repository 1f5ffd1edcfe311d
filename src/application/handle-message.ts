import type { DialogEngine } from '../domain/dialogs/create-dialog-engine';
import type { DialogEvent, Say } from '../domain/dialogs/event';
import type { DialogState } from '../domain/dialogs/state';
import { scrub } from '../domain/dialogs/scrub';
import { isWorkingTime } from '../domain/clocks/working-time';
import { TusaError } from '../domain/errors';
import type { SilenceRules } from '../domain/silence/silence-rules';
import { heard, nextOfTalk, wasAway } from '../domain/silence/talk-silence';
import type { LocatePlace } from '../domain/routing/place';
import type { Understand, Understanding } from '../domain/understanding/understanding';
import type { Urgency } from '../domain/understanding/labels';
import { announceTurn } from './announce-turn';
import { applyEvents, type Applied, type ApplyDeps } from './apply-events';
import { KeyedQueue } from './keyed-queue';
import { silentTurn } from './silent-turn';
import type { Clock, Conversation, ConversationStore, LiveUpdates, StoredMessage, TurnCommit } from './ports';

/** What a channel hands over: one message of one citizen. */
export interface InboundMessage {
  readonly conversationId: string;
  readonly channel: string;
  readonly channelUser: string;
  /** The channel's identity of the message; the same one again has no second effect. */
  readonly dedupeKey?: string;
  readonly text: string;
  /** The value of a button, where the channel keeps it apart. */
  readonly value?: string;
  readonly locale?: string;
  readonly channelData?: unknown;
  /** Asked before a ticket of somebody else is looked up, and counts it. Absent: always. */
  readonly mayLookUp?: () => Promise<boolean>;
}

export interface HandledMessage {
  /** Delivered before: `replies` are those of the first time. */
  readonly duplicate: boolean;
  readonly inbound: StoredMessage;
  readonly replies: readonly StoredMessage[];
}

export interface HandleMessageDeps extends ApplyDeps {
  readonly clock: Clock;
  readonly conversations: ConversationStore;
  readonly live: LiveUpdates;
  readonly understand: Understand;
  readonly locate: LocatePlace;
  readonly engine: Pick<DialogEngine, 'begin' | 'advance' | 'takeUp' | 'askMissing'>;
  readonly silence: SilenceRules;
  /** Called after a commit that left jobs in the outbox, so that the relay need not wait for its next look. */
  readonly outboxChanged: () => void;
}

/** Tries of a turn that lost a race: every loss means that another turn got through. */
const MAX_TRIES = 8;
const RANK: Readonly<Record<Urgency, number>> = { critical: 2, urgent: 1, normal: 0 };

/** The message road: load → understand → advance → one transaction → reply. Nothing is said before the commit. */
export function createHandleMessage(
  deps: HandleMessageDeps,
): (inbound: InboundMessage) => Promise<HandledMessage> {
  const queue = new KeyedQueue();
  return (inbound) => queue.run(inbound.conversationId, () => handle(deps, inbound));
}

async function handle(deps: HandleMessageDeps, inbound: InboundMessage): Promise<HandledMessage> {
  for (let attempt = 0; attempt < MAX_TRIES; attempt += 1) {
    const loaded = await deps.conversations.load(
      inbound.conversationId,
      attempt === 0 ? 'recent' : 'current',
    );
    const turn = await computeTurn(deps, loaded, inbound);
    const result = await deps.conversations.commitTurn(turn.commit);
    if (result === 'committed') {
      announceTurn(deps, loaded, turn.commit);
      return { duplicate: false, inbound: turn.inbound, replies: turn.replies };
    }
    if (result === 'duplicate' && inbound.dedupeKey !== undefined) {
      const [first, ...replies] = await deps.conversations.findTurn(
        inbound.conversationId,
        inbound.dedupeKey,
      );
      if (first) return { duplicate: true, inbound: first, replies };
    }
  }
  throw new TusaError('conflict', 'the conversation is busy; send the message again');
}

interface ComputedTurn {
  readonly commit: TurnCommit;
  readonly inbound: StoredMessage;
  readonly replies: readonly StoredMessage[];
}

async function computeTurn(
  deps: HandleMessageDeps,
  loaded: Conversation | undefined,
  inbound: InboundMessage,
): Promise<ComputedTurn> {
  const now = deps.clock.now();
  const conversation = loaded ?? newConversation(deps, inbound, now);
  // Identity and bank numbers are not kept anywhere, not even word for word; the engine says so in a kind note.
  const { text } = scrub(inbound.text);
  const understanding = deps.understand(text, now);
  const silent = conversation.status === 'human';
  const within = conversation.state.places.present?.slice(0, 6);
  const { state, events } = silent
    ? silentTurn(deps.words, conversation.state, { text, danger: understanding.danger, now })
    : deps.engine.advance(conversation.state, {
        text: inbound.text,
        ...(inbound.value !== undefined && { value: inbound.value }),
        understanding,
        place: deps.locate(text, within),
        now,
        seq: conversation.nextSeq,
        officeHours: isWorkingTime(deps.calendar, now),
        away: wasAway(deps.silence, conversation.state, conversation.lastMessageAt, now),
      });
  const allowed = await limitLookUps(deps, state, events, inbound.mayLookUp);
  const applied = await applyEvents(deps, conversation, state, allowed, now);
  const citizen: StoredMessage = {
    conversationId: conversation.id,
    seq: conversation.nextSeq,
    at: now,
    author: 'citizen',
    text,
    understanding,
    ...(inbound.channelData !== undefined && { channelData: inbound.channelData }),
    ...(inbound.dedupeKey !== undefined && { dedupeKey: inbound.dedupeKey }),
  };
  // What a case was filed by is told as part of its dialog, though that has ended by then.
  const dialog = (applied.state.dialog ?? conversation.state.dialog)?.id;
  const replies = applied.says.map((say, index) =>
    botMessage(conversation.id, conversation.nextSeq + 1 + index, now, {
      ...say,
      ...(dialog !== undefined && { dialog }),
    }),
  );
  const next = nextConversation(deps, conversation, applied, understanding, replies.length, now);
  return {
    inbound: citizen,
    replies,
    commit: {
      conversation: next,
      expectedVersion: loaded ? loaded.version : null,
      messages: [citizen, ...replies],
      ...(applied.newCase && { newCase: applied.newCase }),
      ...(applied.other && { other: applied.other }),
      newTickets: applied.newTickets,
      ticketChanges: applied.ticketChanges,
      outbox: applied.outbox,
    },
  };
}

/** Whoever tries one number after the other hears no more for a while; one's own tickets are always told. */
async function limitLookUps(
  deps: HandleMessageDeps,
  state: DialogState,
  events: readonly DialogEvent[],
  mayLookUp: InboundMessage['mayLookUp'],
): Promise<readonly DialogEvent[]> {
  const isForeign = (event: DialogEvent): boolean =>
    event.kind === 'resume_case' ||
    ((event.kind === 'ask_progress' || event.kind === 'reopen') &&
      event.number !== undefined &&
      !state.tickets.includes(event.number));
  if (!mayLookUp || !events.some(isForeign) || (await mayLookUp())) return events;
  return events.flatMap<DialogEvent>((event) =>
    isForeign(event) ? deps.words.progressLater(state.lang) : [event],
  );
}

function newConversation(deps: HandleMessageDeps, inbound: InboundMessage, now: Date): Conversation {
  return {
    id: inbound.conversationId,
    channel: inbound.channel,
    channelUser: inbound.channelUser,
    lang: inbound.locale?.startsWith('en') ? 'en' : 'zh',
    status: 'bot',
    danger: 'none',
    urgency: 'normal',
    measure: null,
    handoff: null,
    waitingSince: null,
    operatorId: null,
    state: deps.engine.begin(inbound.locale?.startsWith('en') ? 'en' : 'zh').state,
    version: 0,
    nextSeq: 0,
    createdAt: now,
    lastMessageAt: now,
    wakeAt: null,
  };
}

export function botMessage(conversationId: string, seq: number, at: Date, say: Say): StoredMessage {
  const { kind: _kind, text, ...rest } = say;
  return { conversationId, seq, at, author: 'bot', text, say: rest };
}

function nextConversation(
  deps: Pick<HandleMessageDeps, 'silence'>,
  conversation: Conversation,
  applied: Applied,
  understanding: Understanding,
  replies: number,
  now: Date,
): Conversation {
  const wanted = applied.handoff !== undefined;
  const urgency = gravest(
    conversation.urgency,
    applied.danger ? 'critical' : understanding.urgency,
    applied.takenUp?.urgency ?? 'normal',
  );
  const need = applied.state.needs[0];
  const state = heard(applied.state, now);
  return {
    ...conversation,
    lang: state.lang,
    state,
    danger: applied.danger ?? conversation.danger,
    urgency,
    measure: need ? need.measure : conversation.measure,
    status: nextStatus(conversation, applied),
    handoff: applied.handoff ?? conversation.handoff,
    waitingSince:
      wanted && conversation.status !== 'human'
        ? (conversation.waitingSince ?? applied.takenUp?.waitingSince ?? now)
        : conversation.waitingSince,
    version: conversation.version + 1,
    nextSeq: conversation.nextSeq + 1 + replies,
    lastMessageAt: now,
    wakeAt: wakeFor(nextOfTalk(deps.silence, state, now)?.at, conversation.wakeAt),
  };
}

function gravest(...all: readonly [Urgency, ...Urgency[]]): Urgency {
  return all.reduce((a, b) => (RANK[b] > RANK[a] ? b : a));
}

/** An earlier time stays: whoever wakes then finds that it was too early, and moves it. */
function wakeFor(next: Date | undefined, before: Date | null): Date | null {
  if (next === undefined) return null;
  return before !== null && before < next ? before : next;
}

function nextStatus(conversation: Conversation, applied: Applied): Conversation['status'] {
  if (conversation.status === 'human') return 'human';
  if (applied.handoff !== undefined) return 'waiting';
  if (conversation.status === 'waiting') return 'waiting';
  return applied.ended ? 'ended' : 'bot';
}
