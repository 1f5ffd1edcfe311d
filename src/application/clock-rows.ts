import type { ClockMark, Ticket } from '../domain/tickets/ticket';
import type { JobPayloads } from './jobs';
import type { OutboxRow } from './ports';

/**
 * One job for every open mark of the ticket, at its due time. The id is made of what the job is about, so that the same
 * mark planned twice is one job, whoever plans it.
 */
export function clockRows(ticket: Ticket): readonly OutboxRow[] {
  return Object.entries(ticket.due).map(([key, { at }]) => {
    const mark = key as ClockMark;
    const due = at.toISOString();
    if (mark === 'follow_up') return followUpRow(ticket.number, 'ask', due, at);
    const payload: JobPayloads['clock-due'] = { number: ticket.number, mark, due };
    return {
      id: `clock-${ticket.number}-${mark}-${at.getTime()}`,
      job: 'clock-due',
      payload: { ...payload },
      runAt: at,
    };
  });
}

/** `due`: the follow-up mark that the job belongs to; `runAt` may be later than that. */
export function followUpRow(number: string, stage: 'ask' | 'close', due: string, runAt: Date): OutboxRow {
  const payload: JobPayloads['follow-up'] = { number, stage, due };
  return {
    id: `follow-up-${stage}-${number}-${Date.parse(due)}-${runAt.getTime()}`,
    job: 'follow-up',
    payload: { ...payload },
    runAt,
  };
}
