import { createHash } from 'node:crypto';
import { createAttachmentStore } from '../../../src/adapters/db/attachment-store';
import { createAuditLog } from '../../../src/adapters/db/audit-log';
import { createIdempotencyStore } from '../../../src/adapters/db/idempotency-store';
import { keepHouse } from '../../../src/adapters/db/keep-house';
import { createStaffStore } from '../../../src/adapters/db/staff-store';
import { createSuggestionLog } from '../../../src/adapters/db/suggestion-log';
import { createTokenStore } from '../../../src/adapters/db/token-store';
import type { Staff } from '../../../src/application/access-ports';
import { testDatabase, type TestDatabase } from '../../support/database';
import { MORNING, minutesAfter } from '../../support/records';
import { realRecord, type RealRecord } from '../../support/record';

let database: TestDatabase;
let record: RealRecord;
beforeAll(async () => {
  database = await testDatabase();
  record = await realRecord(database.url, { now: () => MORNING });
});
afterAll(async () => {
  await record.database.close();
  await database.drop();
});

const wang: Staff = {
  id: 'staff-1', name: 'Wang', role: 'officer', officeCode: '150521100', passwordHash: '$argon2id$x',
  mustChangePassword: true, disabled: false, createdAt: MORNING, lastLoginAt: null,
}; // prettier-ignore

test('staff are found by name without regard to case, and a name is taken once', async () => {
  const staff = createStaffStore(record.database);
  expect(await staff.add(wang)).toBe('added');
  expect(await staff.add({ ...wang, id: 'staff-2', name: 'WANG' })).toBe('name_taken');
  expect(await staff.byName('wANG')).toEqual(wang);
  await staff.setPassword('staff-1', 'new', false);
  await staff.recordLogin('staff-1', minutesAfter(1));
  await staff.setDisabled('staff-1', true);
  expect(await staff.byId('staff-1')).toEqual({
    ...wang, passwordHash: 'new', mustChangePassword: false, disabled: true, lastLoginAt: minutesAfter(1),
  }); // prettier-ignore
  expect((await staff.list()).map(({ id }) => id)).toEqual(['staff-1']);
  expect(await staff.byName('nobody')).toBeUndefined();
});

test('a token is found by its hash until it is revoked', async () => {
  const tokens = createTokenStore(record.database);
  const hash = createHash('sha256').update('secret').digest();
  const token = {
    id: 'token-1',
    name: 'program',
    hash,
    role: 'supervisor',
    officeCode: '1505',
    createdAt: MORNING,
  } as const;
  await tokens.add(token);
  expect(await tokens.byHash(hash)).toEqual(token);
  expect(await tokens.byHash(Buffer.alloc(32))).toBeUndefined();
  expect(await tokens.revoke('token-1', MORNING)).toBe(true);
  expect(await tokens.revoke('token-1', MORNING)).toBe(false);
  expect(await tokens.byHash(hash)).toBeUndefined();
});

test('the audit log gives back what was written, newest first, and seals the reason', async () => {
  const audit = createAuditLog(record.database, record.seals.vault);
  for (let n = 0; n < 5; n += 1) {
    await audit.append({ at: minutesAfter(n), actor: `staff-${n % 2}`, action: 'ticket.unmask', subject: '10000007', reason: `王秀英 ${n}`, data: { n } });
  } // prettier-ignore
  const page = await audit.list({ subject: '10000007', limit: 3 });
  expect(page.items.map(({ reason }) => reason)).toEqual(['王秀英 4', '王秀英 3', '王秀英 2']);
  const rest = await audit.list({ subject: '10000007', limit: 3, ...(page.next && { cursor: page.next }) });
  expect(rest.items.map(({ data }) => data?.n)).toEqual([1, 0]);
  expect(rest.next).toBeUndefined();
  expect((await audit.list({ actor: 'staff-1', limit: 9 })).items).toHaveLength(2);
  await expect(audit.list({ limit: 3, cursor: 'made up' })).rejects.toMatchObject({ code: 'invalid_input' });
});

test('an idempotency key: the first acts, the others wait for its answer and then get the same', async () => {
  const keys = createIdempotencyStore(record.database, record.seals.vault);
  const begin = (hash: string, at = MORNING) => keys.begin('key', 'staff-1 POST /pull', hash, at);
  const first = await Promise.all(Array.from({ length: 8 }, () => begin('h1')));
  expect(first.filter((one) => one === 'new')).toHaveLength(1);
  expect(first.filter((one) => one === 'running')).toHaveLength(7);
  expect(await begin('h2')).toBe('mismatch');
  await keys.finish('key', 'staff-1 POST /pull', { status: 201, body: '{"name":"王"}' });
  expect(await begin('h1')).toEqual({ status: 201, body: '{"name":"王"}' });
  expect(await begin('h1', minutesAfter(60))).toEqual({ status: 201, body: '{"name":"王"}' });
  expect(await keys.begin('key', 'staff-2 POST /pull', 'h1', MORNING)).toBe('new');
});

test('an idempotency key whose request died or failed is free again', async () => {
  const keys = createIdempotencyStore(record.database, record.seals.vault);
  expect(await keys.begin('dies', 's', 'h', MORNING)).toBe('new');
  expect(await keys.begin('dies', 's', 'h', minutesAfter(0.9))).toBe('running');
  expect(await keys.begin('dies', 's', 'h', minutesAfter(1.1))).toBe('new');
  expect(await keys.begin('fails', 's', 'h', MORNING)).toBe('new');
  await keys.abandon('fails', 's');
  expect(await keys.begin('fails', 's', 'other', MORNING)).toBe('new');
});

test('a file comes back as it was sent, up to 5 MB', async () => {
  const files = createAttachmentStore(record.database, record.seals.vault);
  const bytes = Buffer.alloc(5 * 1024 * 1024, 7);
  const file = {
    id: 'file-1',
    conversationId: 'c',
    at: MORNING,
    mediaType: 'image/png',
    name: '现场照片.png',
    bytes,
  };
  await files.put(file);
  const found = await files.get('file-1');
  expect({ ...found, bytes: found?.bytes.equals(bytes) }).toEqual({ ...file, bytes: true });
  await expect(
    files.put({ ...file, id: 'big', bytes: Buffer.alloc(bytes.length + 1) }),
  ).rejects.toMatchObject({
    code: 'too_large',
  });
  expect(await files.get('big')).toBeUndefined();
});

test('suggestions are kept with what became of them', async () => {
  const log = createSuggestionLog(record.database);
  const one = { id: 's-1', conversationId: 'c', seq: 4, at: MORNING, source: 'M05-1', score: 0.5 };
  await log.record([one, { ...one, id: 's-2' }]);
  await log.record([]);
  expect(await log.byId('s-1')).toEqual(one);
  expect(await log.decide('s-1', 'edited', 'staff-1', MORNING)).toBe(true);
  expect(await log.decide('s-9', 'used', 'staff-1', MORNING)).toBe(false);
});

test('housekeeping takes away done jobs and old keys, and nothing else', async () => {
  const row = (id: string) => ({ id, job: 'clock-due', payload: {}, runAt: MORNING });
  await record.outbox.add([row('done'), row('waiting')]);
  await record.outbox.markDone('done', MORNING);
  await keepHouse(record.database, minutesAfter(6 * 1440));
  expect(await record.outbox.isDone('done')).toBe(true);
  await keepHouse(record.database, minutesAfter(8 * 1440));
  expect(await record.outbox.isDone('done')).toBe(false);
  expect((await record.outbox.pending(9)).map(({ id }) => id)).toEqual(['waiting']);
});
