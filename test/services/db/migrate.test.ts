import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { describeSchema } from '../../../src/adapters/db/describe-schema';
import { migrate } from '../../../src/adapters/db/migrate';
import { emptyDatabase, testDatabase, type TestDatabase } from '../../support/database';
import { MORNING } from '../../support/records';

const ROOT = join(__dirname, '..', '..', '..');
const open: { client: Client; database: TestDatabase }[] = [];

async function connect(database: TestDatabase): Promise<Client> {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  open.push({ client, database });
  return client;
}

afterEach(async () => {
  for (const { client, database } of open.splice(0)) {
    await client.end();
    await database.drop();
  }
});

test('the schema in git is what the migrations make (else: npm run dump-schema)', async () => {
  const client = await connect(await testDatabase());
  const file = readFileSync(join(ROOT, 'src', 'adapters', 'db', 'schema.sql'), 'utf8');
  expect(await describeSchema(client)).toBe(file);
});

test('four processes that start at once apply every migration once', async () => {
  const database = await emptyDatabase();
  await connect(database);
  const applied = await Promise.all([1, 2, 3, 4].map(() => migrate(database.url, ROOT, MORNING)));
  expect(applied.filter((names) => names.length > 0)).toHaveLength(1);
  expect(await migrate(database.url, ROOT, MORNING)).toEqual([]);
});

test('partitions are made ahead, again only where they are missing, and never over lines that lie there', async () => {
  const database = await testDatabase();
  const client = await connect(database);
  const partitions = async (): Promise<string[]> => {
    const { rows } = await client.query<{ name: string }>(
      `select inhrelid::regclass::text as name from pg_inherits where inhparent = 'ticket_history'::regclass order by 1`,
    );
    return rows.map(({ name }) => name);
  };
  const made = [
    'ticket_history_202603',
    'ticket_history_202604',
    'ticket_history_202605',
    'ticket_history_202606',
  ];
  expect(await partitions()).toEqual([...made, 'ticket_history_default']);
  const line = (at: string) =>
    client.query(
      `insert into ticket_history (ticket_number, at, action, actor, to_state, data, to_citizen)
        values ('1', $1, 'file', 'citizen', 'open', '{}', false)`,
      [at],
    );
  await line('2026-03-31T23:59:59.999Z');
  await line('2026-04-01T00:00:00Z');
  await line('2026-08-15T00:00:00Z');
  const where = await client.query<{ name: string }>(
    'select tableoid::regclass::text as name from ticket_history order by at',
  );
  expect(where.rows.map(({ name }) => name)).toEqual([
    'ticket_history_202603', 'ticket_history_202604', 'ticket_history_default',
  ]); // prettier-ignore
  await migrate(database.url, ROOT, new Date('2026-06-20T00:00:00Z'));
  expect(await partitions()).toEqual([
    ...made, 'ticket_history_202607', 'ticket_history_202609', 'ticket_history_default',
  ]); // prettier-ignore
});
