import { recordContract } from '../../contracts/record.contract';
import { testDatabase, type TestDatabase } from '../../support/database';
import { realRecord, type RealRecord } from '../../support/record';

const open: { database: TestDatabase; record: RealRecord }[] = [];

recordContract(async (clock) => {
  const database = await testDatabase();
  const record = await realRecord(database.url, clock);
  open.push({ database, record });
  return record;
});

afterEach(async () => {
  for (const { database, record } of open.splice(0)) {
    await record.database.close();
    await database.drop();
  }
});
