import type { ClockMark } from '../domain/tickets/ticket';
import type { Ids, OutboxRow } from './ports';

/** Every job and what it carries: ids and codes only. src/adapters/queue/jobs/ has one file for each. */
export interface JobPayloads {
  /** A filed ticket: repeats linked, clocks set, office told. */
  'dispatch-ticket': { readonly number: string };
  /** Push to the citizen messages that are stored already, or word what became of a ticket and push that. */
  'deliver-reply':
    | { readonly conversationId: string; readonly from: number; readonly to: number }
    | { readonly number: string; readonly news: TicketNewsKind };
  /** An office has something to look at. */
  'notify-office': { readonly number: string; readonly officeCode: string; readonly cause: NoticeCause };
  /** A mark of a ticket falls due. `due`: ISO time that it was planned for. */
  'clock-due': { readonly number: string; readonly mark: ClockMark; readonly due: string };
  /** A person has stopped in the middle of a talk. `due`: the `wakeAt` of the conversation that it was planned for. */
  'break-silence': { readonly conversationId: string; readonly due: string };
  /** Ask the citizen whether it helped; after silence, close. `due`: the follow-up mark that it belongs to. */
  'follow-up': { readonly number: string; readonly stage: 'ask' | 'close'; readonly due: string };
}
export type JobName = keyof JobPayloads;

export const NOTICE_CAUSES = [
  'dispatch', 'reopen', 'transfer', 'return', 'escalate', 'assist', 'breach', 'merge', 'note',
] as const; // prettier-ignore
export type NoticeCause = (typeof NOTICE_CAUSES)[number];

/** What a citizen is told of a ticket without having asked. */
export const TICKET_NEWS_KINDS = ['resolve', 'extend', 'transfer', 'return', 'escalate', 'close'] as const;
export type TicketNewsKind = (typeof TICKET_NEWS_KINDS)[number];

/** A job as an outbox row, its payload checked against the job's name. */
export function jobRow<Name extends JobName>(
  ids: Pick<Ids, 'next'>,
  job: Name,
  payload: JobPayloads[Name],
  runAt: Date,
): OutboxRow {
  return { id: ids.next(), job, payload: { ...payload }, runAt };
}
