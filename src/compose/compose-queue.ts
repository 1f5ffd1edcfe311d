import { createJobTable } from '../adapters/queue/job-table';
import { createQueueService, type QueueService } from '../adapters/queue/queue-service';
import { createBreakSilence } from '../application/break-silence';
import { createClockDue } from '../application/clock-due';
import { createDeliverReply } from '../application/deliver-reply';
import { createDispatchTicket } from '../application/dispatch-ticket';
import { createFollowUp } from '../application/follow-up';
import { createNotifyOffice } from '../application/notify-office';
import type { Clock, Delivery, Ids, LiveUpdates, Logger } from '../application/ports';
import { createReconcile } from '../application/reconcile';
import { createRelayOutbox } from '../application/relay-outbox';
import { createJobWords } from '../domain/dialogs/create-job-words';
import { createTurnWords } from '../domain/dialogs/create-turn-words';
import type { Reason } from './compose-reason';
import type { DurableRecord } from './compose-record';

export interface QueueParts {
  readonly redisUrl: string;
  readonly reason: Reason;
  readonly record: DurableRecord;
  readonly live: LiveUpdates;
  readonly delivery: Delivery;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly logger: Logger;
}

/** bull with every job and the use case behind it. */
export function composeQueue(parts: QueueParts): QueueService {
  const { reason, record, logger, clock } = parts;
  const outboxChanged = (): void => service.poke();
  const deps = {
    ...parts,
    ...record,
    ...reason,
    officeByCode: reason.directory.officeByCode,
    words: createJobWords(reason.catalogue),
    outboxChanged,
  };
  const jobs = createJobTable({
    dispatchTicket: createDispatchTicket(deps),
    deliverReply: createDeliverReply(deps),
    notifyOffice: createNotifyOffice(deps),
    clockDue: createClockDue(deps),
    breakSilence: createBreakSilence({ ...deps, words: createTurnWords(reason.catalogue) }),
    followUp: createFollowUp(deps),
  });
  const service = createQueueService({
    redisUrl: parts.redisUrl,
    jobs,
    outbox: record.outbox,
    clock,
    logger,
    carriers: (queue) => ({
      relayOutbox: createRelayOutbox({ outbox: record.outbox, queue, clock }),
      reconcile: createReconcile({ ...record, queue, clock, logger }),
    }),
  });
  return service;
}
