import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import WebSocket from 'ws';
import { createDirectLineSockets } from '../../../src/adapters/channels/direct-line/direct-line-sockets';
import { createMemoryLiveUpdates } from '../../../src/adapters/memory/memory-live-updates';
import type { StoredMessage } from '../../../src/application/ports';
import { MORNING, aMessage } from '../../support/records';
import { until } from '../../support/until';

/** Well under the heartbeat, which would bring everything in the end. */
const SOON_MS = 3_000;

test('a client that does not answer the goodbye does not hold up the end', async () => {
  const sockets = createDirectLineSockets({
    live: createMemoryLiveUpdates(),
    tokens: {
      issue: () => '',
      read: () => ({ kind: 'socket', conversationId: 'talk', from: 0 }),
      readOld: () => undefined,
    },
    conversations: { messages: () => Promise.resolve([]) },
    clock: { now: () => MORNING },
    logger: { info: () => undefined, warn: () => undefined, error: () => undefined },
    mayConnect: () => true,
    activityOf: ({ seq }) => ({ value: seq }),
    openSockets: () => undefined,
  });
  const server = createServer();
  sockets.attach(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const client = new WebSocket(`ws://127.0.0.1:${port}/v3/directline/stream?t=x`);
  await new Promise((done) => client.on('open', done));
  client.pause();

  let closed = false;
  server.close(() => (closed = true));
  sockets.close();
  await until('the server is closed', () => closed, 2 * SOON_MS);
  client.terminate();
});

test('an event at any moment of a look is seen without waiting for the heartbeat', async () => {
  const live = createMemoryLiveUpdates();
  const stored: StoredMessage[] = [];
  const seen: number[] = [];
  let afterRead: (() => void) | undefined;
  const sockets = createDirectLineSockets({
    live,
    tokens: {
      issue: () => '',
      read: () => ({ kind: 'socket', conversationId: 'talk', from: 0 }),
      readOld: () => undefined,
    },
    conversations: {
      messages: (_id, from) => {
        const answer = Promise.resolve(stored.slice(from));
        afterRead?.();
        return answer;
      },
    },
    clock: { now: () => MORNING },
    logger: { info: () => undefined, warn: () => undefined, error: () => undefined },
    mayConnect: () => true,
    activityOf: ({ seq }) => ({ value: seq }),
    openSockets: () => undefined,
  });
  const server = createServer();
  sockets.attach(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const client = new WebSocket(`ws://127.0.0.1:${port}/v3/directline/stream?t=x`);
  client.on('message', (frame: Buffer) => {
    const { activities } = JSON.parse(frame.toString()) as { activities: { value: number }[] };
    seen.push(...activities.map(({ value }) => value));
  });
  await new Promise((done) => client.on('open', done));

  const add = (): void => {
    stored.push(aMessage({ seq: stored.length }));
    live.publish({ type: 'message', id: 'talk', seq: stored.length - 1 });
  };
  for (let ticks = 0; ticks < 8; ticks += 1) {
    const before = stored.length;
    // So many microtasks after a look that finds nothing, a message comes.
    afterRead = () => {
      afterRead = undefined;
      let rest = ticks;
      const tick = (): void => (rest-- > 0 ? queueMicrotask(tick) : add());
      tick();
    };
    live.publish({ type: 'message', id: 'talk', seq: before });
    await until(`a message ${ticks} microtasks after a look is seen`, () => seen.length > before, SOON_MS);
  }
  expect(seen).toEqual(stored.map(({ seq }) => seq));

  client.terminate();
  sockets.close();
  await new Promise((done) => server.close(done));
});
