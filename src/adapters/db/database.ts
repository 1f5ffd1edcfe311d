import { Kysely, PostgresDialect } from 'kysely';
import { Pool, types } from 'pg';
import { databaseFault } from './database-fault';
import type { Tables } from './tables';

export interface DatabaseOptions {
  readonly url: string;
  /** Connections at most; one durable commit waits for the disk, so throughput comes from their number. */
  readonly poolSize: number;
  /** Name shown in pg_stat_activity. */
  readonly name?: string;
  /** A connection died while nobody used it. The pool has already replaced it. */
  readonly onConnectionLost?: (fault: Error) => void;
}

/** A statement of the hot path, prepared once a connection under its name. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/** No statement may run longer; the caller gets `unavailable`. Milliseconds. */
const STATEMENT_MS = 5_000;
const CONNECT_MS = 3_000;
/** The server stops counting before us; this is for a server that does not answer at all. */
const ANSWER_MS = STATEMENT_MS + 1_000;
const INT8 = 20;

/** The pool and the two ways through it. Every fault comes out as TusaError, see databaseFault. */
export class Database {
  readonly pool: Pool;
  private readonly builder: Kysely<Tables>;

  constructor(options: DatabaseOptions) {
    this.pool = new Pool({
      connectionString: options.url,
      max: options.poolSize,
      application_name: options.name ?? 'tusa',
      connectionTimeoutMillis: CONNECT_MS,
      statement_timeout: STATEMENT_MS,
      query_timeout: ANSWER_MS,
      idle_in_transaction_session_timeout: STATEMENT_MS,
      keepAlive: true,
      types: {
        // Counts and identities fit a number; a global parser would change them for other users of pg.
        getTypeParser: ((oid: number, format: 'text') =>
          oid === INT8
            ? Number
            : (types.getTypeParser(oid, format) as unknown)) as typeof types.getTypeParser,
      },
    });
    this.pool.on('error', (fault) => options.onConnectionLost?.(fault));
    this.builder = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: this.pool }) });
  }

  /** Runs a named prepared statement; `values` as node-postgres takes them. */
  async run<Row extends object>(statement: Statement, values: readonly unknown[]): Promise<Row[]> {
    try {
      return (await this.pool.query<Row>({ ...statement, values: values as unknown[] })).rows;
    } catch (fault) {
      throw databaseFault(fault);
    }
  }

  /** As `run`, for callers that read the driver's own fault; they must pass on through databaseFault what they do not know. */
  async attempt<Row extends object>(statement: Statement, values: readonly unknown[]): Promise<Row[]> {
    return (await this.pool.query<Row>({ ...statement, values: values as unknown[] })).rows;
  }

  /** The roads that are not hot: built and type-checked by Kysely. */
  async build<T>(query: (builder: Kysely<Tables>) => Promise<T>): Promise<T> {
    try {
      return await query(this.builder);
    } catch (fault) {
      throw databaseFault(fault);
    }
  }

  async isReady(): Promise<boolean> {
    try {
      await this.pool.query('select 1');
      return true;
    } catch {
      return false;
    }
  }

  /** Waits for what runs, then closes every connection. */
  async close(): Promise<void> {
    await this.pool.end();
  }
}
