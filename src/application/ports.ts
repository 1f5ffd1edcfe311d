import type { DialogState } from '../domain/dialogs/state';
import type { Say } from '../domain/dialogs/event';
import type { HistoryEntry, OutcomeCode, Ticket, TicketState } from '../domain/tickets/ticket';
import type { Understanding } from '../domain/understanding/understanding';
import type { Danger, Language, MeasureCode, Urgency } from '../domain/understanding/labels';
import type { AuditEntry } from './access-ports';

/*
 * Every interface to the outside: what the application needs, not how it is done. Adapters implement them,
 * src/compose.ts joins the two. Times are UTC Dates; ids are opaque text.
 */

export interface Clock {
  now(): Date;
}

export interface Ids {
  /** Time-ordered unique id (UUIDv7 text). */
  next(): string;
  /** Uniform random integer, 0 ≤ n < below; from a cryptographic source. */
  random(below: number): number;
}

/** Winston behind it. `fields` are ids, codes, counts and durations; never words or numbers of a person. */
export interface Logger {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  /** Somebody must look: an error here wakes a person. */
  error(event: string, fields?: LogFields): void;
}
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Who has the word: the bot, nobody yet though a person was promised, an operator, or nobody any more. */
export type ConversationStatus = 'bot' | 'waiting' | 'human' | 'ended';

export interface Conversation {
  readonly id: string;
  readonly channel: string;
  /** The channel's own address of the citizen, needed to push messages to them. */
  readonly channelUser: string;
  readonly lang: Language;
  readonly status: ConversationStatus;
  readonly danger: Danger;
  readonly urgency: Urgency;
  readonly measure: MeasureCode | null;
  /** Why a person is wanted; null while none is. */
  readonly handoff: string | null;
  /** Since when a person is wanted: the queue sorts danger first, then by this. */
  readonly waitingSince: Date | null;
  readonly operatorId: string | null;
  readonly state: DialogState;
  /** Counts up with every committed turn; guards against two turns at once. */
  readonly version: number;
  /** Sequence number of the next message: the Direct Line watermark. */
  readonly nextSeq: number;
  readonly createdAt: Date;
  readonly lastMessageAt: Date;
  /**
   * When to look whether its person has fallen silent; null: never. It may be earlier than needed, never later, so that
   * most turns need not move it.
   */
  readonly wakeAt: Date | null;
}

/** One message of either side, kept word for word. `seq` starts at 0 in each conversation. */
export interface StoredMessage {
  readonly conversationId: string;
  readonly seq: number;
  readonly at: Date;
  readonly author: 'citizen' | 'bot' | 'operator' | 'service';
  /** Staff id of an operator. */
  readonly authorId?: string;
  readonly text: string;
  /** The bot's step, choices, tickets; absent for citizens. */
  readonly say?: Omit<Say, 'kind' | 'text'>;
  readonly understanding?: Understanding;
  /** The channel's own data, given back untouched (Direct Line echoes clientActivityID). */
  readonly channelData?: unknown;
  /** Identity given by the channel; unique in the conversation. */
  readonly dedupeKey?: string;
}

/** A job written down in the transaction of its cause. `id` becomes the bull job id. */
export interface OutboxRow {
  readonly id: string;
  readonly job: string;
  readonly payload: Readonly<Record<string, string | number | boolean | null>>;
  /** Earliest time to run. */
  readonly runAt: Date;
}

export interface NewTicket {
  readonly ticket: Ticket;
  readonly history: readonly HistoryEntry[];
}

/** A change of one existing ticket: the row as it shall be, the version it was, and the lines added. */
export interface TicketChange {
  readonly ticket: Ticket;
  readonly expectedVersion: number;
  readonly history: readonly HistoryEntry[];
}

/** Everything that one turn changes; written in one transaction or not at all. */
export interface TurnCommit {
  readonly conversation: Conversation;
  /** The version that the turn was computed from; null creates the conversation. */
  readonly expectedVersion: number | null;
  readonly messages: readonly StoredMessage[];
  /** Another conversation changed by the turn, its `version` one more: its case goes on in this one. */
  readonly other?: Conversation;
  readonly newCase?: { readonly id: string; readonly createdAt: Date };
  readonly newTickets: readonly NewTicket[];
  readonly ticketChanges: readonly TicketChange[];
  readonly outbox: readonly OutboxRow[];
  /** Who of the staff did it, where somebody did. */
  readonly audit?: readonly AuditEntry[];
}

/** `stale`: another turn came first, compute again. `duplicate`: this dedupeKey was taken before. */
export type CommitResult = 'committed' | 'stale' | 'duplicate';

export interface ConversationStore {
  /**
   * `recent` may answer from memory with what this process saw last: cheap, and safe for computing a turn, because
   * commitTurn says `stale` when another process was faster and the next load is then a current one.
   */
  load(id: string, freshness?: 'current' | 'recent'): Promise<Conversation | undefined>;
  commitTurn(turn: TurnCommit): Promise<CommitResult>;
  /** The inbound message with this key and the bot's messages that answered it, in order; empty when unknown. */
  findTurn(id: string, dedupeKey: string): Promise<readonly StoredMessage[]>;
  /** Those whose unfinished case may be taken up under this telephone with their code; newest first, at most five. */
  resumable(phone: string): Promise<readonly Conversation[]>;
  /** Conversations to be looked at by then, those of longest ago first; see `wakeAt`. */
  wakingBefore(before: Date, limit: number): Promise<readonly Pick<Conversation, 'id' | 'wakeAt'>[]>;
  /** Messages with seq ≥ from, in order; at most `limit` (default 500). */
  messages(id: string, from: number, limit?: number): Promise<readonly StoredMessage[]>;
  /** For operators: danger first, then longest waiting, then newest. */
  list(filter: {
    status?: readonly ConversationStatus[];
    limit: number;
    cursor?: string;
  }): Promise<Page<ConversationSummary>>;
}

export type ConversationSummary = Omit<Conversation, 'state' | 'channelUser'> & {
  /** Last words of the citizen, already masked. */
  readonly lastText: string;
  readonly tickets: readonly string[];
};

export interface Page<T> {
  readonly items: readonly T[];
  /** Opaque; absent on the last page. */
  readonly next?: string;
}

export interface TicketStore {
  byNumber(number: string): Promise<{ ticket: Ticket; history: readonly HistoryEntry[] } | undefined>;
  byConversation(conversationId: string): Promise<readonly Ticket[]>;
  /** Tickets of one household's case. */
  byCase(caseId: string): Promise<readonly Ticket[]>;
  /** Same telephone (blind index) and same measure, still open: for duplicates and repeats. */
  openByPhone(phone: string, measure: MeasureCode | null): Promise<readonly Ticket[]>;
  /** Does this telephone belong to the ticket? For resuming on another channel. */
  phoneMatches(number: string, phone: string): Promise<boolean>;
  /**
   * Claims up to `max` dispatched tickets of the office for one holder, most urgent then oldest first; lapsed claims
   * count as open. Concurrent callers never get the same ticket. A history line is written per ticket.
   */
  pull(request: {
    officeCode: string;
    holder: string;
    max: number;
    now: Date;
    claimUntil: Date;
  }): Promise<readonly Ticket[]>;
  list(filter: {
    officeCodes: readonly string[];
    states?: readonly TicketState[];
    holder?: string;
    limit: number;
    cursor?: string;
  }): Promise<Page<Ticket>>;
  /** Tickets whose next open mark falls into the span, soonest first. */
  dueBetween(from: Date, to: Date, limit: number): Promise<readonly Ticket[]>;
  /** `stale` when the version moved on. Everything is written together or not at all. */
  change(
    change: TicketChange,
    outbox: readonly OutboxRow[],
    audit?: readonly AuditEntry[],
  ): Promise<'changed' | 'stale'>;
  counts(officeCodes: readonly string[]): Promise<
    readonly {
      officeCode: string;
      state: TicketState;
      urgency: Urgency;
      measure: MeasureCode | null;
      outcome: OutcomeCode | null;
      n: number;
    }[]
  >;
}

export interface Outbox {
  /** For jobs that follow from other jobs; an id that is there already is left alone. */
  add(rows: readonly OutboxRow[]): Promise<void>;
  /** Not yet handed to the queue and due; oldest first. Rows stay until `done`. */
  pending(limit: number): Promise<readonly OutboxRow[]>;
  markHanded(ids: readonly string[], at: Date): Promise<void>;
  markDone(id: string, at: Date): Promise<void>;
  /** Handed over before `before` and still not done: what Redis may have lost. */
  lost(before: Date, limit: number): Promise<readonly OutboxRow[]>;
  isDone(id: string): Promise<boolean>;
}

/** Pushes a message to a citizen outside of their own request. */
export interface Delivery {
  deliver(
    conversation: Pick<Conversation, 'id' | 'channel' | 'channelUser'>,
    messages: readonly StoredMessage[],
  ): Promise<void>;
}

/** Live screens: ids and kinds only, never words. Between nodes by Redis; losing one is harmless, screens refetch. */
export interface LiveUpdates {
  publish(event: LiveEvent): void;
  /** Returns the function that ends the subscription. */
  subscribe(listener: (event: LiveEvent) => void): () => void;
}
export type LiveEvent =
  | {
      readonly type: 'conversation';
      readonly id: string;
      readonly status: ConversationStatus;
      readonly danger: Danger;
    }
  | { readonly type: 'message'; readonly id: string; readonly seq: number }
  | {
      readonly type: 'ticket';
      readonly number: string;
      readonly officeCode: string;
      readonly state: TicketState;
      readonly urgency: Urgency;
    };
