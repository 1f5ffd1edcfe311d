import { createAuditLog } from '../../../src/adapters/db/audit-log';
import type { AuditEntry } from '../../../src/application/access-ports';
import { testDatabase, type TestDatabase } from '../../support/database';
import { realRecord, type RealRecord } from '../../support/record';
import { MORNING, aConversation, aFiling, aLine, aTicket, aTurn } from '../../support/records';

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

const written = async (subject: string) =>
  (await createAuditLog(record.database, record.seals.vault).list({ subject, limit: 10 })).items;

test('a step of a ticket and its line of audit are written together or not at all', async () => {
  const ticket = aTicket();
  await record.conversations.commitTurn(aFiling([ticket]));
  const entry: AuditEntry = {
    at: MORNING,
    actor: 'staff-1',
    action: 'ticket.sign',
    subject: ticket.number,
    officeCode: ticket.officeCode,
    reason: '本人的话',
    data: { adjudicated: false },
  };
  const signed = { ...ticket, state: 'signed' as const, version: 2 };
  const change = { ticket: signed, expectedVersion: 1, history: [aLine({ action: 'sign', to: 'signed' })] };
  expect(await record.tickets.change(change, [], [entry])).toBe('changed');
  expect(await written(ticket.number)).toEqual([entry]);
  expect(await record.tickets.change(change, [], [entry])).toBe('stale');
  expect(await written(ticket.number)).toHaveLength(1);
});

test('so are an operator’s message and its line', async () => {
  const first = aTurn({ conversation: aConversation({ id: 'talk' }) });
  await record.conversations.commitTurn(first);
  const entry: AuditEntry = {
    at: MORNING,
    actor: 'staff-1',
    action: 'conversation.reply',
    subject: 'talk',
    data: {},
  };
  const next = {
    ...first,
    conversation: { ...first.conversation, version: 2 },
    expectedVersion: 1,
    messages: [],
    audit: [entry],
  };
  expect(await record.conversations.commitTurn(next)).toBe('committed');
  expect(await record.conversations.commitTurn(next)).toBe('stale');
  expect(await written('talk')).toEqual([entry]);
});
