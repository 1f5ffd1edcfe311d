import { createRedisLiveUpdates, type RedisLiveUpdates } from '../../../src/adapters/live/redis-live-updates';
import type { LiveEvent } from '../../../src/application/ports';
import { CuttableProxy } from '../../support/cuttable-proxy';
import { testRedis } from '../../support/database';
import { until } from '../../support/until';

const event = (seq: number): LiveEvent => ({ type: 'message', id: 'live-test', seq });
let proxy: CuttableProxy;
let nodes: RedisLiveUpdates[];
let heard: LiveEvent[][];
beforeEach(async () => {
  proxy = await CuttableProxy.before((await testRedis()).url);
  nodes = ['a', 'b'].map((name) => createRedisLiveUpdates(proxy.url, name, () => undefined));
  heard = nodes.map((node) => {
    const events: LiveEvent[] = [];
    // Published events cross all databases of a server: other tests may be talking.
    node.subscribe((one) => void (one.type === 'message' && one.id === 'live-test' && events.push(one)));
    return events;
  });
});
afterEach(async () => {
  for (const node of nodes) node.stop();
  await proxy.cut();
});
const [A, B] = [0, 1];
const publish = (node: number, seq: number) => nodes[node]?.publish(event(seq));
const seqs = (node: number) => heard[node]?.map((one) => (one.type === 'message' ? one.seq : -1));

/** Until A is heard at B: connections take a moment. */
async function connected(seq: number): Promise<void> {
  await until('the nodes hear each other', () => {
    publish(A, seq);
    return seqs(B)?.includes(seq) ?? false;
  });
}

test('an event reaches its own process at once and once, and the other by Redis', async () => {
  for (const node of nodes) node.start();
  await connected(0);
  const before = seqs(A)?.length ?? 0;
  publish(B, 1);
  expect(seqs(B)?.at(-1)).toBe(1);
  await until('A hears B', () => seqs(A)?.at(-1) === 1);
  expect(seqs(A)).toHaveLength(before + 1);
  expect(seqs(B)?.filter((seq) => seq === 1)).toHaveLength(1);
});

test('without Redis events stay in the process; when it comes they flow', async () => {
  await proxy.cut();
  for (const node of nodes) node.start();
  publish(A, 1);
  expect([seqs(A), seqs(B)]).toEqual([[1], []]);
  await proxy.restore();
  await connected(2);
  await proxy.cut();
  publish(A, 3);
  expect(seqs(A)?.at(-1)).toBe(3);
  await proxy.restore();
  await connected(4);
});

test('a listener that throws stops neither the teller nor the others', () => {
  nodes[A]?.subscribe(() => {
    throw new Error('broken screen');
  });
  const late: LiveEvent[] = [];
  const leave = nodes[A]?.subscribe((one) => late.push(one));
  publish(A, 1);
  leave?.();
  publish(A, 2);
  expect(late).toEqual([event(1)]);
});
