import { randomBytes } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { Client } from 'pg';
import { Database } from '../../src/adapters/db/database';
import { migrate } from '../../src/adapters/db/migrate';
import { createTicketStore } from '../../src/adapters/db/ticket-store';
import { createBlindIndex } from '../../src/adapters/seal/blind-index';
import { createMasterVault } from '../../src/adapters/seal/master-vault';
import type { TicketStore } from '../../src/application/ports';
import type { BenchRow } from './bench-row';

/** Open in both databases, so that only the past differs. */
const OPEN = 1_000;
const SMALL = 1_000;
const LARGE = 1_000_000;
const OFFICE = '150521100';
const OFFICES = 1_200;
const PULL = 20;
const ROUNDS = 14;
const MINUTE_MS = 60_000;

interface Subject {
  readonly database: Database;
  readonly tickets: TicketStore;
  readonly times: number[];
}

/**
 * Time of one pull of 20 tickets with a thousand tickets in the record against a million, the thousand open ones being
 * the same. `databaseUrl`: a server on which two scratch databases may be made. The two take turns, so that whatever
 * else the machine does falls on both.
 */
export async function benchPull(databaseUrl: string, root: string): Promise<BenchRow[]> {
  const now = new Date();
  const small = await prepare(databaseUrl, 'tusa_bench_small', SMALL, root, now);
  const begun = performance.now();
  const large = await prepare(databaseUrl, 'tusa_bench_large', LARGE, root, now);
  const fillSeconds = (performance.now() - begun) / 1000;
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const subject of [small, large]) await reopen(subject);
    for (let pull = 0; pull < OPEN / PULL; pull += 1) {
      for (const subject of [small, large]) {
        const start = performance.now();
        const pulled = await subject.tickets.pull({
          officeCode: OFFICE,
          holder: 'bench',
          max: PULL,
          now,
          claimUntil: new Date(now.getTime() + 15 * MINUTE_MS),
        });
        const time = performance.now() - start;
        if (pulled.length !== PULL) throw new Error(`pulled ${pulled.length} tickets instead of ${PULL}`);
        // The first round warms caches and prepares statements.
        if (round > 0) subject.times.push(time);
      }
    }
  }
  const rows = [small, large].flatMap(({ times }, index) => {
    const size = index === 0 ? '10³' : '10⁶';
    return [
      { name: `pull of ${PULL}, ${size} tickets: median`, value: quantile(times, 0.5), unit: 'ms' },
      { name: `pull of ${PULL}, ${size} tickets: p99`, value: quantile(times, 0.99), unit: 'ms' },
    ];
  });
  const ratio = (part: number): number =>
    Number((quantile(large.times, part) / quantile(small.times, part)).toFixed(2));
  for (const { database } of [small, large]) await database.close();
  await dropDatabases(databaseUrl, ['tusa_bench_small', 'tusa_bench_large']);
  return [
    ...rows,
    { name: 'pull: median with 10⁶ tickets / with 10³', value: ratio(0.5), unit: 'ratio' },
    { name: 'pull: p99 with 10⁶ tickets / with 10³ (target ≤ 1.5)', value: ratio(0.99), unit: 'ratio' },
    { name: 'pull: a million tickets written in', value: Math.round(fillSeconds), unit: 's' },
  ];
}

async function prepare(
  server: string,
  name: string,
  count: number,
  root: string,
  now: Date,
): Promise<Subject> {
  await dropDatabases(server, [name]);
  await onServer(server, (admin) => admin.query(`create database ${name}`));
  const url = new URL(server);
  url.pathname = `/${name}`;
  await migrate(url.href, root, now);
  const vault = createMasterVault(new Map([['bench', randomBytes(32)]]));
  const blindIndex = createBlindIndex(randomBytes(32));
  const key = vault.newKey();
  const fields = JSON.stringify({
    caller_name: { value: '王秀英', status: 'given', confirmed: true },
    caller_phone: { value: '13800001234', status: 'given', confirmed: true },
    what_happened: {
      value: '男人在工地干活，停工三个月没收入了，也没交过失业保险。'.repeat(3),
      status: 'given',
    },
  });
  const client = new Client({ connectionString: url.href });
  await client.connect();
  await client.query(FILL, [count, key, vault.seal(key, 'fields', fields), now, OPEN, OFFICE, OFFICES]);
  await client.query(HISTORY);
  await client.query('vacuum analyze');
  await client.end();
  const database = new Database({ url: url.href, poolSize: 2, name: 'tusa-bench' });
  return { database, tickets: createTicketStore(database, { vault, blindIndex }), times: [] };
}

/** $1 how many, $2 key, $3 sealed fields, $4 now, $5 open ones, $6 their office, $7 offices. The open ones come last. */
const FILL = `
  with made as (insert into cases values ('bench', 'bench', $4))
  insert into tickets (number, case_id, conversation_id, key, scope, measure, act, urgency, danger, subject,
    office_code, assist_offices, needs_person, routing_reason, state, version, holder, created_at, dispatched_at,
    updated_at, due, extended, reopened, outcome, fields)
  select (10000000 + n)::text, 'bench', 'c' || n, $2, 'measure', 'M05', 'help',
    (array['normal', 'normal', 'normal', 'urgent', 'critical'])[1 + n % 5]::urgency, 'none', 'self',
    case when is_open then $6::text else (150521100 + n % $7::int)::text end, '{}', false, 'bench',
    case when is_open then 'open' else 'closed' end, 1, null,
    at, at, at, '{}', false, 0, case when is_open then null else 'helped' end, $3
  from generate_series(1, $1::int) n,
    lateral (select n > $1::int - $5::int as is_open,
      $4::timestamptz - make_interval(mins => ($1::int - n) / 3) as at) made_at`;
const HISTORY = `
  insert into ticket_history (ticket_number, at, action, actor, to_state, data, to_citizen)
  select number, created_at, 'file', 'citizen', 'open', '{}', true from tickets`;

/** Puts every pulled ticket back, and takes away the dead rows of that, which no real pull leaves behind. */
async function reopen({ database }: Subject): Promise<void> {
  await database.pool.query(
    `update tickets set state = 'open', holder = null, claim_expires_at = null where state = 'claimed'`,
  );
  await database.pool.query({ text: 'vacuum tickets' });
}

async function dropDatabases(server: string, names: readonly string[]): Promise<void> {
  await onServer(server, async (admin) => {
    for (const name of names) await admin.query(`drop database if exists ${name} with (force)`);
  });
}

async function onServer(server: string, work: (admin: Client) => Promise<unknown>): Promise<void> {
  const admin = new Client({ connectionString: server });
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}

function quantile(times: readonly number[], part: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return Number((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0).toFixed(2));
}
