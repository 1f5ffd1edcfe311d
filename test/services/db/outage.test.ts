import { CuttableProxy } from '../../support/cuttable-proxy';
import { testDatabase, type TestDatabase } from '../../support/database';
import { MORNING, aConversation, aMessage, aTurn } from '../../support/records';
import { realRecord, type RealRecord } from '../../support/record';

let database: TestDatabase;
let proxy: CuttableProxy;
let record: RealRecord;
beforeAll(async () => {
  database = await testDatabase();
  proxy = await CuttableProxy.before(database.url);
  record = await realRecord(proxy.url, { now: () => MORNING });
});
afterAll(async () => {
  await record.database.close();
  await proxy.cut();
  await database.drop();
});

test('PostgreSQL away: every road says unavailable, nothing is half done, and it works again by itself', async () => {
  expect(await record.conversations.commitTurn(aTurn())).toBe('committed');
  expect(await record.database.isReady()).toBe(true);
  await proxy.cut();
  const next = aTurn({
    conversation: aConversation({ version: 2, nextSeq: 3 }),
    expectedVersion: 1,
    messages: [aMessage({ seq: 2, dedupeKey: 'second' })],
  });
  for (const road of [
    () => record.conversations.commitTurn(next),
    () => record.conversations.load('conversation-1'),
    () => record.conversations.list({ limit: 5 }),
    () => record.tickets.byNumber('10000007'),
    () => record.tickets.list({ officeCodes: ['1'], limit: 5 }),
    () => record.outbox.pending(5),
  ]) {
    await expect(road()).rejects.toMatchObject({ name: 'TusaError', code: 'unavailable' });
  }
  expect(await record.database.isReady()).toBe(false);
  await proxy.restore();
  expect((await record.conversations.load('conversation-1'))?.version).toBe(1);
  expect(await record.conversations.commitTurn(next)).toBe('committed');
  expect(await record.database.isReady()).toBe(true);
});

test('turns under way when the connection breaks are each there whole or not at all', async () => {
  const ids = Array.from({ length: 40 }, (_, index) => `broken-${index}`);
  for (const id of ids) await record.conversations.commitTurn(aTurn({ conversation: aConversation({ id }) }));
  const outcomes = ids.map((id) =>
    record.conversations
      .commitTurn(
        aTurn({
          conversation: aConversation({ id, version: 2, nextSeq: 4 }),
          expectedVersion: 1,
          messages: [
            aMessage({ conversationId: id, seq: 2, dedupeKey: 'b' }),
            aMessage({ conversationId: id, seq: 3 }),
          ],
        }),
      )
      .catch((fault: { code: string }) => fault.code),
  );
  setImmediate(() => void proxy.cut());
  const results = await Promise.all(outcomes);
  await proxy.restore();
  for (const [index, id] of ids.entries()) {
    const version = (await record.conversations.load(id))?.version;
    const messages = await record.conversations.messages(id, 0);
    expect([version, messages.length]).toEqual(messages.length === 4 ? [2, 4] : [1, 2]);
    if (results[index] === 'committed') expect(version).toBe(2);
    else expect(results[index]).toBe('unavailable');
  }
});

test('a faulty turn among many does not take the others with it', async () => {
  const ids = Array.from({ length: 10 }, (_, index) => `mixed-${index}`);
  for (const id of ids) await record.conversations.commitTurn(aTurn({ conversation: aConversation({ id }) }));
  const results = await Promise.all(
    ids.map((id, index) =>
      record.conversations.commitTurn(
        aTurn({
          conversation: aConversation({ id, version: index === 4 ? 9 : 2, nextSeq: 3 }),
          expectedVersion: index === 4 ? 8 : 1,
          messages: [aMessage({ conversationId: id, seq: 2, dedupeKey: index === 7 ? 'first' : 'second' })],
        }),
      ),
    ),
  );
  expect(results).toEqual(
    ids.map((_, index) => (index === 4 ? 'stale' : index === 7 ? 'duplicate' : 'committed')),
  );
});
