import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { createClient } from 'redis';
import { MIGRATIONS, migrate } from '../../src/adapters/db/migrate';
import { MORNING } from './records';

/*
 * Real servers for tests, given by scripts/test.cjs in TEST_DATABASE_URL and TEST_REDIS_URL. Migrating takes about half
 * a second and cloning a migrated template some 50 ms, so the template is made once for each state of the migrations
 * and every caller gets a clone.
 */
const ROOT = join(__dirname, '..', '..');
const TEMPLATE_LOCK = 7_234_001;
/** Redis has sixteen databases; the first only counts. */
const REDIS_DATABASES = 15;

export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** A migrated database of the caller's own. */
export function testDatabase(): Promise<TestDatabase> {
  return make(templateDatabase);
}

/** A database of the caller's own with nothing in it. */
export function emptyDatabase(): Promise<TestDatabase> {
  return make(() => Promise.resolve('template0'));
}

async function make(template: (admin: Client, server: string) => Promise<string>): Promise<TestDatabase> {
  const server = serverUrl('TEST_DATABASE_URL');
  const admin = new Client({ connectionString: inDatabase(server, 'postgres') });
  await admin.connect();
  try {
    const source = await template(admin, server);
    const name = `tusa_test_${process.pid}_${Date.now().toString(36)}_${Math.random().toString(36).slice(2, 8)}`;
    await admin.query(`create database ${name} template ${source}`);
    return { url: inDatabase(server, name), drop: () => drop(server, name) };
  } finally {
    await admin.end();
  }
}

/** An empty Redis database of the caller's own, for fifteen callers at once. Published events cross over all the same. */
export async function testRedis(): Promise<{ readonly url: string }> {
  const server = new URL(serverUrl('TEST_REDIS_URL'));
  server.pathname = '/0';
  const counter = createClient({ url: server.href });
  await counter.connect();
  const index = ((await counter.incr('tusa:tests')) % REDIS_DATABASES) + 1;
  counter.destroy();
  server.pathname = `/${index}`;
  const own = createClient({ url: server.href });
  await own.connect();
  await own.flushDb();
  own.destroy();
  return { url: server.href };
}

async function templateDatabase(admin: Client, server: string): Promise<string> {
  const folder = join(ROOT, MIGRATIONS);
  const hash = createHash('sha256');
  for (const name of readdirSync(folder).sort()) hash.update(name).update(readFileSync(join(folder, name)));
  const template = `tusa_template_${hash.digest('hex').slice(0, 12)}`;
  // Test files run side by side: one of them makes the template, the others wait for it.
  await admin.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
  try {
    const { rowCount } = await admin.query('select 1 from pg_database where datname = $1 and datistemplate', [
      template,
    ]);
    if (rowCount) return template;
    // One that is no template yet was left half-made.
    await admin.query(`drop database if exists ${template}`);
    await admin.query(`create database ${template}`);
    await migrate(inDatabase(server, template), ROOT, MORNING);
    await admin.query(`alter database ${template} with is_template true`);
    return template;
  } finally {
    await admin.query('select pg_advisory_unlock($1)', [TEMPLATE_LOCK]);
  }
}

async function drop(server: string, name: string): Promise<void> {
  const admin = new Client({ connectionString: inDatabase(server, 'postgres') });
  await admin.connect();
  await admin.query(`drop database if exists ${name} with (force)`);
  await admin.end();
}

function inDatabase(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

function serverUrl(name: 'TEST_DATABASE_URL' | 'TEST_REDIS_URL'): string {
  const url = process.env[name];
  if (!url) throw new Error(`${name} is not set: run the tests by npm test`);
  return url;
}
