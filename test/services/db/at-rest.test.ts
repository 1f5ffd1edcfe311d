import { randomBytes } from 'node:crypto';
import { rewrapKeys } from '../../../src/adapters/db/rewrap-keys';
import { createMasterVault } from '../../../src/adapters/seal/master-vault';
import { testDatabase, type TestDatabase } from '../../support/database';
import { MORNING, aConversation, aFiling, aLine, aMessage, aTicket } from '../../support/records';
import { realRecord, type RealRecord } from '../../support/record';

const clock = { now: () => MORNING };
const [k1, k2] = [randomBytes(32), randomBytes(32)];
let database: TestDatabase;
let record: RealRecord;
beforeAll(async () => {
  database = await testDatabase();
  record = await realRecord(database.url, clock, new Map([['k1', k1]]));
  const conversation = aConversation({
    channelUser: 'wechat-openid-987',
    state: { ...aConversation().state, fields: { caller_name: { value: '王秀英', status: 'given' } } },
  });
  const ticket = aTicket({
    fields: {
      caller_phone: { value: '13800001234', status: 'given' },
      caller_name: { value: '王秀英', status: 'given' },
    },
  });
  await record.conversations.commitTurn(
    aFiling([ticket], {
      conversation,
      messages: [aMessage({ text: '我叫王秀英，电话13800001234', dedupeKey: 'a' })],
      newTickets: [{ ticket, history: [aLine({ note: '王秀英说丈夫病了' })] }],
    }),
  );
});
afterAll(async () => {
  await record.database.close();
  await database.drop();
});

test('no table holds a name, a telephone, an address of a channel or free words in the clear', async () => {
  const { rows: tables } = await record.database.pool.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c
      where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace`,
  );
  let cells = 0;
  for (const { name } of tables) {
    const { rows } = await record.database.pool.query<Record<string, unknown>>(`select * from ${name}`);
    for (const value of rows.flatMap((row) => Object.values(row))) {
      const text = Buffer.isBuffer(value) ? value.toString('utf8') : JSON.stringify(value);
      expect(text).not.toMatch(/王秀英|13800001234|wechat-openid|丈夫/);
      cells += 1;
    }
  }
  expect(cells).toBeGreaterThan(50);
});

test('after rotation everything opens with the new master key alone, and the telephone is still found', async () => {
  const rotating = createMasterVault(new Map([['k2', k2], ['k1', k1]])); // prettier-ignore
  expect(await rewrapKeys(record.database, rotating)).toBeGreaterThanOrEqual(3);
  expect(await rewrapKeys(record.database, rotating)).toBe(0);
  const later = await realRecord(database.url, clock, new Map([['k2', k2]]));
  expect((await later.conversations.load('conversation-1'))?.channelUser).toBe('wechat-openid-987');
  expect((await later.conversations.messages('conversation-1', 0))[0]?.text).toContain('王秀英');
  expect((await later.tickets.byNumber('10000007'))?.history[0]?.note).toBe('王秀英说丈夫病了');
  expect(await later.tickets.openByPhone('13800001234', 'M05')).toHaveLength(1);
  await later.database.close();
});
