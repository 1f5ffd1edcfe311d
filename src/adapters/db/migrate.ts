import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Kysely, Migrator, PostgresDialect, sql } from 'kysely';
import { Pool } from 'pg';
import { TusaError } from '../../domain/errors';
import { databaseFault } from './database-fault';

/** Where the numbered SQL files are, from the folder of package.json. They are read from the sources, also by dist/. */
export const MIGRATIONS = join('src', 'adapters', 'db', 'migrations');

/** Partitions of the history are made for this month and so many after it. */
const MONTHS_AHEAD = 3;

/**
 * Brings the database to the newest schema; returns the names of what was applied. Kysely's Migrator holds a lock
 * meanwhile, so any number of processes may start at once. Forward only.
 */
export async function migrate(
  databaseUrl: string,
  projectRoot: string,
  now: Date,
): Promise<readonly string[]> {
  // A pool of its own: no statement time limit, and the lock's connection is not one of the service's.
  const pool = new Pool({ connectionString: databaseUrl, max: 2, connectionTimeoutMillis: 10_000 });
  pool.on('error', () => undefined);
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    const migrations = await readMigrations(join(projectRoot, MIGRATIONS));
    const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } });
    const { error, results } = await migrator.migrateToLatest();
    if (error) throw migrationFault(error, results?.find(({ status }) => status === 'Error')?.migrationName);
    await ensureHistoryPartitions(db, now);
    return (results ?? []).map(({ migrationName }) => migrationName);
  } finally {
    await db.destroy();
  }
}

async function readMigrations(
  folder: string,
): Promise<Record<string, { up(db: Kysely<unknown>): Promise<void> }>> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}_[a-z_]+\.sql$/.test(name)).sort();
  const entries = names.map(async (name) => {
    const text = await readFile(join(folder, name), 'utf8');
    return [
      name.replace('.sql', ''),
      { up: async (db: Kysely<unknown>) => void (await sql.raw(text).execute(db)) },
    ] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

/** Call it also once a day: a line without its partition lands in the default one and stays there. */
export async function ensureHistoryPartitions<T>(db: Kysely<T>, now: Date): Promise<void> {
  const day = now.toISOString().slice(0, 10);
  await sql`select ensure_history_partitions(${day}::date, ${MONTHS_AHEAD + 1}::integer)`.execute(db);
}

function migrationFault(error: unknown, name: string | undefined): TusaError {
  const fault = databaseFault(error);
  if (fault.code === 'unavailable') return fault;
  return new TusaError('internal', `migration ${name ?? ''} failed`, [], { cause: error });
}
