import pg from 'pg';
import { orOutage } from '../outages.ts';
import { accepted, restored } from '../text.ts';
import { postgresOutage } from './outage.ts';

/** How the database is reached. */
export interface PostgresSettings {
  /** `postgres://user:password@host:port/database` */
  url: string;
  /** The most connections that turns of this process use at once; one more listens. */
  poolSize: number;
  /** After how many milliseconds a call is given up. */
  timeoutMs: number;
}

/** A statement that is prepared once a connection under its name; without one, for each time. */
export interface Statement {
  name?: string;
  text: string;
  /** Milliseconds, where it may take longer than others. */
  query_timeout?: number;
}
type Row = Record<string, unknown>;

/** The calls of this process to the database; each rejects with StoreUnavailableError when it cannot be used. */
export interface Database {
  /** The rows of one statement, which is a transaction of its own. */
  rows(statement: Statement, values?: unknown[]): Promise<Row[]>;
  row(statement: Statement, values?: unknown[]): Promise<Row | undefined>;
  /** Statements of one transaction, rolled back when `work` throws, or its result is not to be kept. */
  transaction<T>(work: (rows: Database['rows']) => Promise<T>, isKept?: (result: T) => boolean): Promise<T>;
  /** The rows of a statement that reads a whole table, however long that takes. */
  slowRows(statement: Statement, values?: unknown[]): Promise<Row[]>;
  /** Runs a command that is no part of a transaction, however long it takes. */
  maintain(command: string): Promise<void>;
  close(): Promise<void>;
}

/** What a stalled network adds to the time that the server itself takes at most. */
const NETWORK_MS = 1_000;
const SLOW_MS = 10 * 60_000;

/** Options of a connection of the store, pooled or not. */
export function connectionOptions({ url, timeoutMs }: PostgresSettings): pg.ClientConfig {
  return {
    connectionString: url,
    application_name: 'returns',
    connectionTimeoutMillis: timeoutMs,
    statement_timeout: timeoutMs,
    query_timeout: timeoutMs + NETWORK_MS,
    idle_in_transaction_session_timeout: timeoutMs,
    keepAlive: true,
    types: { getTypeParser },
  };
}

/** Opens a pool of connections, which come and go as they are needed. */
export function openDatabase(settings: PostgresSettings): Database {
  const pool = new pg.Pool({ ...connectionOptions(settings), max: settings.poolSize });
  // Of an idle connection that is lost the next call hears by itself.
  pool.on('error', () => undefined);

  const rowsOn =
    (connection: Pick<pg.Pool, 'query'>): Database['rows'] =>
    (statement, values) =>
      orOutage(async () => {
        const { rows } = await connection.query<Row>({ ...statement, values: values?.map(accepted) });
        return rows.map(restoredRow);
      }, postgresOutage);
  const rows = rowsOn(pool);

  return {
    rows,
    async row(statement, values) {
      return (await rows(statement, values))[0];
    },
    transaction,
    slowRows: (statement, values) =>
      transaction(async (query) => {
        await query({ name: 'take time', text: `SET LOCAL statement_timeout = ${SLOW_MS}` });
        return await query({ ...statement, query_timeout: SLOW_MS }, values);
      }),
    maintain: (command) =>
      orOutage(async () => {
        const { statement_timeout: _, query_timeout: __, ...options } = connectionOptions(settings);
        const client = new pg.Client(options);
        client.on('error', () => undefined);
        try {
          await client.connect();
          await client.query(command);
        } finally {
          await client.end();
        }
      }, postgresOutage),
    close: () => pool.end(),
  };

  async function transaction<T>(
    work: (rows: Database['rows']) => Promise<T>,
    isKept: (result: T) => boolean = () => true,
  ): Promise<T> {
    const client = await orOutage(() => pool.connect(), postgresOutage);
    let isBroken = true;
    try {
      const query = rowsOn(client);
      await query({ name: 'begin', text: 'BEGIN' });
      const result = await work(query);
      // Without names: a turn's statement begins with "commit" too.
      await query({ text: isKept(result) ? 'COMMIT' : 'ROLLBACK' });
      isBroken = false;
      return result;
    } finally {
      // A connection that is thrown away rolls back, too.
      client.release(isBroken);
    }
  }
}

/** Counts and numbers of rows are far below what a JavaScript number can hold. */
function getTypeParser(oid: number, format?: 'text' | 'binary') {
  return oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format);
}

function restoredRow(row: Row): Row {
  for (const [column, value] of Object.entries(row)) if (typeof value === 'string') row[column] = restored(value);
  return row;
}
