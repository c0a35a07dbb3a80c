import pg from 'pg';
import { restored } from '../text.ts';
import { orUnavailable } from '../unavailable.ts';
import { isUnavailable } from './unavailable.ts';

/** How the database is reached. */
export interface PostgresSettings {
  /** `postgres://user:password@host:port/database` */
  url: string;
  /** The most connections that turns of this process use at once; one more listens. */
  poolSize: number;
  /** After how many milliseconds a call is given up. */
  timeoutMs: number;
}

/** A statement that is prepared once a connection under its name. */
export interface Statement {
  name: string;
  text: string;
}
type Row = Record<string, unknown>;

/** The calls of this process to the database; each rejects with StoreUnavailableError when it cannot be used. */
export interface Database {
  /** The rows of one statement, which is a transaction of its own. */
  rows(statement: Statement, values?: unknown[]): Promise<Row[]>;
  row(statement: Statement, values?: unknown[]): Promise<Row | undefined>;
  /** Statements of one transaction, rolled back when `work` throws. */
  transaction<T>(work: (rows: Database['rows']) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** What a stalled network adds to the time that the server itself takes at most. */
const NETWORK_MS = 1_000;

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
      orUnavailable(async () => {
        const { rows } = await connection.query<Row>({ ...statement, values });
        return rows.map(restoredRow);
      }, isUnavailable);
  const rows = rowsOn(pool);

  return {
    rows,
    async row(statement, values) {
      return (await rows(statement, values))[0];
    },
    async transaction(work) {
      const client = await orUnavailable(() => pool.connect(), isUnavailable);
      let failure: Error | undefined;
      try {
        const query = rowsOn(client);
        await query({ name: 'begin', text: 'BEGIN' });
        const result = await work(query);
        await query({ name: 'commit', text: 'COMMIT' });
        return result;
      } catch (error) {
        failure = error instanceof Error ? error : new Error('a transaction failed', { cause: error });
        throw error;
      } finally {
        // A connection that is thrown away rolls back, too.
        client.release(failure);
      }
    },
    close: () => pool.end(),
  };
}

/** Counts and numbers of rows are far below what a JavaScript number can hold. */
function getTypeParser(oid: number, format?: 'text' | 'binary') {
  return oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format);
}

function restoredRow(row: Row): Row {
  for (const [column, value] of Object.entries(row)) if (typeof value === 'string') row[column] = restored(value);
  return row;
}
