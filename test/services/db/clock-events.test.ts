import { testDatabase, type TestDatabase } from '../../support/database';
import { MORNING, aFiling, aLine, aTicket, minutesAfter } from '../../support/records';
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

test('every deadline that ever held is written down, whoever changed it', async () => {
  const due = (minutes: number) => ({ at: minutesAfter(minutes), provisional: false });
  const filed = aTicket({ due: { sign: due(60), done: due(900) }, nextDueAt: minutesAfter(60) });
  await record.conversations.commitTurn(aFiling([filed]));
  await record.tickets.change(
    { ticket: { ...filed, version: 2 }, expectedVersion: 1, history: [aLine({ action: 'note' })] },
    [],
  );
  await record.tickets.change(
    {
      ticket: { ...filed, version: 3, due: { done: due(1200) }, updatedAt: minutesAfter(70) },
      expectedVersion: 2,
      history: [
        aLine({
          action: 'breach',
          data: { mark: 'sign', due: minutesAfter(60).toISOString() },
          at: minutesAfter(70),
        }),
        aLine({ action: 'sign', at: minutesAfter(70) }),
      ],
    },
    [],
  );
  const { rows } = await record.database.pool.query(
    'select kind, mark, due_at, at from clock_events order by kind, mark, due_at',
  );
  expect(rows).toEqual([
    { kind: 'breached', mark: 'sign', due_at: minutesAfter(60), at: minutesAfter(70) },
    { kind: 'cleared', mark: 'sign', due_at: minutesAfter(60), at: minutesAfter(70) },
    { kind: 'set', mark: 'done', due_at: minutesAfter(900), at: MORNING },
    { kind: 'set', mark: 'done', due_at: minutesAfter(1200), at: minutesAfter(70) },
    { kind: 'set', mark: 'sign', due_at: minutesAfter(60), at: MORNING },
  ]);
});
