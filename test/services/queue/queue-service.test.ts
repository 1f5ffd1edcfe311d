import Redis from 'ioredis';
import { createMemoryRecord } from '../../../src/adapters/memory/memory-record';
import type { JobTable } from '../../../src/adapters/queue/job';
import { createJobTable, type JobUseCases } from '../../../src/adapters/queue/job-table';
import { createQueueService, type QueueService } from '../../../src/adapters/queue/queue-service';
import type { Outbox } from '../../../src/application/ports';
import { createReconcile } from '../../../src/application/reconcile';
import { createRelayOutbox } from '../../../src/application/relay-outbox';
import { TusaError } from '../../../src/domain/errors';
import { CuttableProxy } from '../../support/cuttable-proxy';
import { testRedis } from '../../support/database';
import { recordingLogger, type RecordingLogger } from '../../support/recording-logger';
import { until } from '../../support/until';

const clock = { now: () => new Date() };
const nothing = () => Promise.resolve();
const idle: JobUseCases = {
  dispatchTicket: nothing, deliverReply: nothing, notifyOffice: nothing, clockDue: nothing, breakSilence: nothing,
  followUp: nothing,
}; // prettier-ignore

interface Node {
  readonly service: QueueService;
  readonly reconcile: (lostAfterMs?: number) => Promise<{ lost: number; failed: number }>;
}

let redisUrl: string;
let outbox: Outbox;
let logger: RecordingLogger;
let open: QueueService[];
beforeEach(async () => {
  redisUrl = (await testRedis()).url;
  outbox = createMemoryRecord(clock).outbox;
  logger = recordingLogger();
  open = [];
});
afterEach(async () => {
  for (const service of open) await service.stop(5_000);
});

/** Gives jobs short pauses, so that a test of retries need not wait for minutes. */
function hurried(useCases: JobUseCases): JobTable {
  const table = createJobTable(useCases);
  const dispatch = table['dispatch-ticket'];
  return {
    ...table,
    'dispatch-ticket': { ...dispatch, limits: { ...dispatch.limits, attempts: 3, backoffMs: 5 } },
  };
}

function node(useCases: Partial<JobUseCases>, url = redisUrl): Node {
  let reconcile: Node['reconcile'] | undefined;
  const service = createQueueService({
    redisUrl: url,
    jobs: hurried({ ...idle, ...useCases }),
    outbox,
    clock,
    logger,
    carriers: (queue) => {
      reconcile = createReconcile({
        outbox, queue, clock, logger, tickets: { dueBetween: () => Promise.resolve([]) },
        conversations: { wakingBefore: () => Promise.resolve([]) },
      }); // prettier-ignore
      return { relayOutbox: createRelayOutbox({ outbox, queue, clock }), reconcile };
    },
  });
  open.push(service);
  return {
    service,
    reconcile: (lostAfterMs) => reconcile?.(lostAfterMs) ?? Promise.reject(new Error('no carriers')),
  };
}

const add = (id: string, number = id) =>
  outbox.add([{ id, job: 'dispatch-ticket', payload: { number }, runAt: new Date(0) }]);
const allDone = async (ids: readonly string[]) =>
  (await Promise.all(ids.map((id) => outbox.isDone(id)))).every(Boolean);

test('every row is worked on once and marked done, and nothing of it stays in Redis', async () => {
  const seen: string[] = [];
  const { service } = node({ dispatchTicket: (number) => (seen.push(number), nothing()) });
  service.start(true);
  const ids = Array.from({ length: 300 }, (_, index) => `row-${index}`);
  for (const id of ids) await add(id);
  service.poke();
  await until('all rows are done', () => allDone(ids));
  expect([...seen].sort()).toEqual([...ids].sort());
  const counts = await service.queues['dispatch-ticket'].getJobCounts();
  expect(counts).toMatchObject({ waiting: 0, active: 0, delayed: 0, failed: 0 });
});

test('two nodes that hand over and work at the same time run every row once', async () => {
  const seen: string[] = [];
  const dispatchTicket = (number: string) => (seen.push(number), nothing());
  const ids = Array.from({ length: 200 }, (_, index) => `row-${index}`);
  for (const id of ids) await add(id);
  for (const { service } of [node({ dispatchTicket }), node({ dispatchTicket })]) service.start(true);
  await until('all rows are done', () => allDone(ids));
  expect(new Set(seen).size).toBe(200);
});

test('a row whose time has not come waits in the outbox', async () => {
  const { service } = node({});
  await outbox.add([{ id: 'later', job: 'clock-due', payload: {}, runAt: new Date(Date.now() + 3_600_000) }]);
  await add('now');
  service.start(true);
  await until('the other one is done', () => outbox.isDone('now'));
  expect(await service.queues['clock-due'].getJobCounts()).toMatchObject({
    waiting: 0,
    delayed: 0,
    active: 0,
  });
  expect(await outbox.isDone('later')).toBe(false);
});

test('a failing job is tried again; after the last attempt somebody is woken, and the reconciler tries it later', async () => {
  let broken = true;
  let runs = 0;
  const { service, reconcile } = node({
    dispatchTicket: () => {
      runs += 1;
      return broken ? Promise.reject(new Error('王秀英 13800001234')) : nothing();
    },
  });
  service.start(true);
  await add('row-1');
  service.poke();
  await until('it has failed', () => logger.lines.some(({ event }) => event === 'job.failed'));
  expect(runs).toBe(3);
  expect(logger.lines.filter(({ event }) => event === 'job.attempt_failed')).toHaveLength(2);
  const job = await service.queues['dispatch-ticket'].getJob('row-1');
  expect(JSON.stringify([job?.toJSON(), logger.lines])).not.toMatch(/王秀英|13800001234/);
  broken = false;
  await until('it is found again', async () => (await reconcile(-1)).failed === 1);
  await until('it is done', () => outbox.isDone('row-1'));
});

test('a payload that is not the job’s fails at once and is told', async () => {
  const { service } = node({});
  await outbox.add([{ id: 'odd', job: 'dispatch-ticket', payload: { nothing: 1 }, runAt: new Date(0) }]);
  service.start(true);
  await until('it has failed', () => logger.lines.some(({ event }) => event.startsWith('job.')));
  expect(logger.lines.find(({ event }) => event.startsWith('job.'))?.fields).toMatchObject({
    id: 'odd',
    fault: 'invalid_input',
  });
});

test('a job that this version does not know waits for one that does, and holds up nobody', async () => {
  const { service, reconcile } = node({});
  await outbox.add([{ id: 'row-0', job: 'of-tomorrow', payload: {}, runAt: new Date(0) }]);
  await add('row-1');
  service.start(true);
  await until('the known one is done', () => outbox.isDone('row-1'));
  expect(logger.lines).toContainEqual({
    level: 'error', event: 'queue.unknown_job', fields: { id: 'row-0', job: 'of-tomorrow' },
  }); // prettier-ignore
  expect(await reconcile(-1)).toMatchObject({ lost: 0, failed: 0 });
  expect(await outbox.isDone('row-0')).toBe(false);
});

test('an effect that happened before the done-mark is not repeated once the mark is there', async () => {
  let runs = 0;
  const { service } = node({ dispatchTicket: () => ((runs += 1), nothing()) });
  await add('row-1');
  await outbox.markDone('row-1', new Date());
  await service.queues['dispatch-ticket'].add({ number: 'row-1' }, { jobId: 'row-1' });
  service.start(true);
  await until('the queue is empty', async () => {
    const counts = await service.queues['dispatch-ticket'].getJobCounts();
    return counts.waiting + counts.active === 0;
  });
  expect(runs).toBe(0);
});

test('what Redis forgot is found and done', async () => {
  const handing = node({});
  handing.service.start(false);
  const ids = ['row-1', 'row-2', 'row-3'];
  for (const id of ids) await add(id);
  await until('they are handed over', async () => (await outbox.pending(9)).length === 0);
  const redis = new Redis(redisUrl);
  await redis.flushdb();
  redis.disconnect();
  const seen: string[] = [];
  const working = node({ dispatchTicket: (number) => (seen.push(number), nothing()) });
  working.service.start(true);
  await until('they are found again', async () => (await working.reconcile(-1)).lost === 3);
  await until('they are done', () => allDone(ids));
  expect(seen.sort()).toEqual(ids);
  expect(await working.reconcile(-1)).toMatchObject({ lost: 0, failed: 0 });
});

test('a row that merely waits is left where it is', async () => {
  const { service, reconcile } = node({});
  service.start(false);
  await add('row-1');
  await until('it is handed over', async () => (await outbox.pending(9)).length === 0);
  for (let round = 0; round < 3; round += 1)
    expect(await reconcile(-1)).toMatchObject({ lost: 0, failed: 0 });
  expect(await service.queues['dispatch-ticket'].getWaitingCount()).toBe(1);
});

test('Redis away at the start and again later: work waits in the outbox, flows when it is back, nothing falls over', async () => {
  const proxy = await CuttableProxy.before(redisUrl);
  await proxy.cut();
  const seen: string[] = [];
  const { service } = node({ dispatchTicket: (number) => (seen.push(number), nothing()) }, proxy.url);
  service.start(true);
  await add('row-1');
  service.poke();
  await until('the absence is noticed', () => logger.lines.some(({ event }) => event === 'queue.redis_away'));
  expect(service.isUp()).toBe(false);
  expect(await outbox.pending(9)).toHaveLength(1);
  await proxy.restore();
  await until('the first is done', () => outbox.isDone('row-1'));
  await proxy.cut();
  await until('the absence is noticed again', () => !service.isUp());
  await add('row-2');
  service.poke();
  expect(await outbox.pending(9)).toHaveLength(1);
  await proxy.restore();
  await until('the second is done', () => outbox.isDone('row-2'));
  expect(seen).toEqual(['row-1', 'row-2']);
  await service.stop(5_000);
  await proxy.cut();
}, 60_000);

test('the end waits for a job under way', async () => {
  let release: () => void = () => undefined;
  const { service } = node({ dispatchTicket: () => new Promise<void>((done) => (release = done)) });
  service.start(true);
  await add('row-1');
  service.poke();
  await until('it runs', async () => (await service.queues['dispatch-ticket'].getActiveCount()) === 1);
  const stopped = service.stop(10_000);
  release();
  await stopped;
  expect(await outbox.isDone('row-1')).toBe(true);
});

test('the end comes also without Redis', async () => {
  const proxy = await CuttableProxy.before(redisUrl);
  await proxy.cut();
  const { service } = node({}, proxy.url);
  service.start(true);
  const start = Date.now();
  await service.stop(10_000);
  expect(Date.now() - start).toBeLessThan(5_000);
});

test('a fault of the outbox pauses the relay and no more', async () => {
  const whole = outbox;
  let down = true;
  outbox = {
    ...whole,
    pending: (limit) => (down ? Promise.reject(new TusaError('unavailable', 'away')) : whole.pending(limit)),
  };
  const { service } = node({});
  await whole.add([{ id: 'row-1', job: 'dispatch-ticket', payload: { number: '1' }, runAt: new Date(0) }]);
  service.start(true);
  await until('the pause is told', () => logger.lines.some(({ event }) => event === 'relay.paused'));
  down = false;
  await until('it is done', () => whole.isDone('row-1'));
});
