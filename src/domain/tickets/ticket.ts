import type { Act, Danger, Department, MeasureCode, Scope, Subject, Urgency } from '../understanding/labels';

/**
 * Life of a ticket 工单. `open`: waits in its office's lane, nobody holds it. `claimed`: pulled, lapses after
 * CLAIM_MINUTES unless signed. `resolved`: answered to the citizen, follow-up pending. `closed`: followed up.
 */
export const TICKET_STATES = [
  'open',
  'claimed',
  'signed',
  'contacted',
  'waiting_citizen',
  'resolved',
  'closed',
  'merged',
] as const;
export type TicketState = (typeof TICKET_STATES)[number];

/** A claim lapses after so long unless it is signed for. */
export const CLAIM_MINUTES = 15;

/** How a ticket ended, told to the citizen in plain words beside the officer's own explanation. */
export const OUTCOME_CODES = [
  'accepted', // 已受理，进入办理（审核另有时限）
  'helped', // 已帮助到位
  'referred', // 已转到该管的部门
  'explained', // 已解释清楚
  'not_accepted', // 不予受理，说明了理由
  'unreachable', // 多次联系不上
  'withdrawn', // 本人撤回
  'no_measure', // 没有合适的措施，已计数
] as const;
export type OutcomeCode = (typeof OUTCOME_CODES)[number];

/** A detail of a case by slot id. `value` is typed by the slot: counts and ages numbers, dates ISO text. */
export interface FieldValue {
  readonly value: string | number | boolean | null;
  /** `refused` and `unknown` are answers too: never asked again. */
  readonly status: 'given' | 'unknown' | 'refused';
  /** The citizen confirmed it in the read-back. */
  readonly confirmed?: boolean;
  /** Message sequence number that it was taken from. */
  readonly source?: number;
  /** A list slot's entries, one row each; `value` then says them all in words. A column that is null was asked in vain. */
  readonly rows?: readonly FieldRow[];
}
export type FieldRow = Readonly<Record<string, string | number | null>>;
export type Fields = Readonly<Record<string, FieldValue>>;

export interface Ticket {
  /** Short, readable on the telephone, with a check digit; see ticket-number.ts. */
  readonly number: string;
  readonly caseId: string;
  readonly conversationId: string | null;
  readonly scope: Scope;
  readonly measure: MeasureCode | null;
  readonly department: Department | null;
  readonly act: Act;
  readonly urgency: Urgency;
  readonly danger: Danger;
  readonly subject: Subject;
  readonly officeCode: string;
  /** Offices that help without holding the ticket. */
  readonly assistOffices: readonly string[];
  /** Routing was unsure or nothing fitted: a person must look. */
  readonly needsPerson: boolean;
  readonly routingReason: string;
  readonly state: TicketState;
  readonly version: number;
  readonly holder: string | null;
  readonly claimExpiresAt: Date | null;
  readonly createdAt: Date;
  readonly dispatchedAt: Date | null;
  readonly updatedAt: Date;
  /** Due times of the marks still open, UTC. `provisional` where an unpublished calendar year was crossed. */
  readonly due: Readonly<Partial<Record<ClockMark, { readonly at: Date; readonly provisional: boolean }>>>;
  /** The earliest open mark: what the lanes sort by. */
  readonly nextDueAt: Date | null;
  readonly extended: boolean;
  readonly reopened: number;
  readonly outcome: OutcomeCode | null;
  readonly fields: Fields;
  /** Code of the office complained of: neither it nor one under it may ever get the ticket or see it. */
  readonly against?: string;
  /** First and last sequence number of the messages it came from; absent for tickets without a conversation. */
  readonly said?: { readonly from: number; readonly to: number };
}

/** About somebody who must not hear of it: never moved by itself, never linked with other tickets. */
export function isAboutOffice(ticket: Pick<Ticket, 'act' | 'against'>): boolean {
  return ticket.act === 'complaint' || ticket.act === 'report' || ticket.against !== undefined;
}

export type ClockMark = 'sign' | 'contact' | 'visit' | 'act' | 'done' | 'follow_up';

export const TICKET_ACTIONS = [
  'pull', 'release', 'sign', 'contact', 'wait', 'return', 'adjudicate', 'extend', 'resolve', 'escalate', 'transfer',
  'assist', 'note', 'reopen', 'close', 'merge', 'dispatch', 'breach', 'file',
] as const; // prettier-ignore
export type TicketAction = (typeof TICKET_ACTIONS)[number];

/** One line of the append-only history 经过. */
export interface HistoryEntry {
  readonly at: Date;
  readonly action: TicketAction;
  /** Staff id, `citizen`, or `service`. */
  readonly actor: string;
  readonly from: TicketState | null;
  readonly to: TicketState;
  /** Office codes, outcome, reason code: no personal data. */
  readonly data: Readonly<Record<string, string | number | boolean>>;
  /** Free words of the actor; stored encrypted. */
  readonly note: string | null;
  /** The citizen sees the note (resolution, extension). */
  readonly toCitizen: boolean;
}
