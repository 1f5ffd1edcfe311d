import type { JobQueue } from '../../src/application/job-queue';
import { createReconcile } from '../../src/application/reconcile';
import { createRelayOutbox } from '../../src/application/relay-outbox';
import { JobWorld } from '../support/job-world';
import { aConversation, aRow, aTicket, aTurn, minutesAfter } from '../support/records';
import { recordingLogger } from '../support/recording-logger';

function memoryQueue() {
  const held = new Map<string, 'waiting' | 'failed'>();
  const state = { up: true, held };
  const queue: JobQueue = {
    isUp: () => state.up,
    hand: (rows) => Promise.resolve(rows.forEach(({ id }) => held.set(id, held.get(id) ?? 'waiting'))),
    revive: ({ id }) => {
      const was = held.get(id) ?? 'lost';
      held.set(id, 'waiting');
      return Promise.resolve(was);
    },
  };
  return { state, queue };
}

let world: JobWorld;
let state: ReturnType<typeof memoryQueue>['state'];
let queue: JobQueue;
beforeEach(() => {
  world = new JobWorld();
  ({ state, queue } = memoryQueue());
});
const relay = () => createRelayOutbox({ ...world.deps, queue })();
const reconcile = () => createReconcile({ ...world.deps, queue, logger: recordingLogger() })();

test('due rows are handed over in batches, and not at all while the queue is away', async () => {
  await world.record.outbox.add(
    Array.from({ length: 250 }, (_, n) => aRow({ id: `row-${String(n).padStart(3, '0')}` })),
  );
  state.up = false;
  expect(await relay()).toEqual({ handed: 0, more: false });
  state.up = true;
  expect(await relay()).toEqual({ handed: 200, more: true });
  expect(await relay()).toEqual({ handed: 50, more: false });
  expect(state.held.size).toBe(250);
});

test('a queue that refuses leaves the rows pending', async () => {
  await world.record.outbox.add([aRow()]);
  const refusing = { ...queue, hand: () => Promise.reject(new Error('away')) };
  await expect(createRelayOutbox({ ...world.deps, queue: refusing })()).rejects.toThrow('away');
  expect(await world.record.outbox.pending(9)).toHaveLength(1);
});

test('lost and failed rows come back; those that wait are not looked at again at once', async () => {
  await world.record.outbox.add(['waits', 'lost', 'failed', 'done'].map((id) => aRow({ id })));
  await relay();
  state.held.delete('lost');
  state.held.set('failed', 'failed');
  await world.record.outbox.markDone('done', world.now);
  state.held.delete('done');
  world.now = minutesAfter(2);
  expect(await reconcile()).toEqual({ waiting: 1, lost: 1, failed: 1 });
  expect(state.held.has('done')).toBe(false);
  expect(await reconcile()).toEqual({ waiting: 0, lost: 0, failed: 0 });
});

test('a clock without its job gets one', async () => {
  const due = {
    sign: { at: minutesAfter(30), provisional: false },
    done: { at: minutesAfter(900), provisional: false },
  };
  await world.file(aTicket({ due, nextDueAt: minutesAfter(30) }));
  await reconcile();
  await reconcile();
  expect((await world.jobs('clock-due')).map(({ runAt }) => runAt)).toEqual([
    minutesAfter(30),
    minutesAfter(900),
  ]);
});

test('a silent conversation gets its job, once, shortly before it is due', async () => {
  const conversation = aConversation({ wakeAt: minutesAfter(30) });
  await world.record.conversations.commitTurn(aTurn({ conversation }));
  await reconcile();
  expect(await world.jobs('break-silence')).toEqual([]);
  world.now = minutesAfter(29.5);
  await reconcile();
  await reconcile();
  expect(await world.jobs('break-silence')).toEqual([
    {
      id: expect.stringContaining('conversation-1') as string,
      job: 'break-silence',
      payload: { conversationId: 'conversation-1', due: minutesAfter(30).toISOString() },
      runAt: minutesAfter(30),
    },
  ]);
});
