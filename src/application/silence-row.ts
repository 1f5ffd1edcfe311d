import type { JobPayloads } from './jobs';
import type { OutboxRow } from './ports';

/** The job that looks at a silent conversation. The same conversation and time are one job, whoever plans it. */
export function silenceRow(conversationId: string, wakeAt: Date): OutboxRow {
  const payload: JobPayloads['break-silence'] = { conversationId, due: wakeAt.toISOString() };
  return {
    id: `break-silence-${conversationId}-${wakeAt.getTime()}`,
    job: 'break-silence',
    payload: { ...payload },
    runAt: wakeAt,
  };
}
