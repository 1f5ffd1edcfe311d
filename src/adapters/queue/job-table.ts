import type { JobName, JobPayloads } from '../../application/jobs';
import type { JobTable } from './job';
import { breakSilenceJob } from './jobs/break-silence';
import { clockDueJob } from './jobs/clock-due';
import { deliverReplyJob } from './jobs/deliver-reply';
import { dispatchTicketJob } from './jobs/dispatch-ticket';
import { followUpJob } from './jobs/follow-up';
import { notifyOfficeJob } from './jobs/notify-office';

/** The use cases behind the jobs. */
export interface JobUseCases {
  readonly dispatchTicket: (number: string) => Promise<void>;
  readonly deliverReply: (payload: JobPayloads['deliver-reply'], jobId: string) => Promise<void>;
  readonly notifyOffice: (payload: JobPayloads['notify-office'], jobId: string) => Promise<void>;
  readonly clockDue: (payload: JobPayloads['clock-due']) => Promise<void>;
  readonly breakSilence: (payload: JobPayloads['break-silence']) => Promise<void>;
  readonly followUp: (payload: JobPayloads['follow-up']) => Promise<void>;
}

export function createJobTable(useCases: JobUseCases): JobTable {
  return {
    'dispatch-ticket': dispatchTicketJob(useCases.dispatchTicket),
    'deliver-reply': deliverReplyJob(useCases.deliverReply),
    'notify-office': notifyOfficeJob(useCases.notifyOffice),
    'clock-due': clockDueJob(useCases.clockDue),
    'break-silence': breakSilenceJob(useCases.breakSilence),
    'follow-up': followUpJob(useCases.followUp),
  };
}

/** All names, for those who need queues but no use cases. */
export const JOB_NAMES: readonly JobName[] = [
  'dispatch-ticket',
  'deliver-reply',
  'notify-office',
  'clock-due',
  'break-silence',
  'follow-up',
];
