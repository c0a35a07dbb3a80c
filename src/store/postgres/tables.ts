import pg from 'pg';
import { z } from 'zod';
import { orOutage } from '../outages.ts';
import { restored, storable } from '../text.ts';
import type { Cell, Row, Source, Table, Target } from '../transfer/tables.ts';
import { tables } from '../transfer/tables.ts';
import { connectionOptions, type PostgresSettings } from './database.ts';
import { migratePostgres } from './migrate.ts';
import { postgresOutage } from './outage.ts';

/** So many rows are fetched at a time. */
const FETCH = 200;

const cell = z.union([z.string().transform(restored), z.number(), z.null(), z.instanceof(Uint8Array)]);
const rowSchema: z.ZodType<Row> = z.record(z.string(), cell);

/** Reads a database as of now, also while servers write it; it is brought to today's schema. */
export async function postgresSource(settings: PostgresSettings): Promise<Source> {
  const client = await openClient(settings, 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  return {
    async *rows({ name, order }) {
      await client.query(`DECLARE page CURSOR FOR SELECT * FROM ${name} ORDER BY ${order.join(', ')}`);
      for (let isMore = true; isMore; ) {
        const { rows } = await client.query<Record<string, unknown>>(`FETCH ${FETCH} FROM page`);
        for (const row of rows) yield rowSchema.parse(row);
        isMore = rows.length === FETCH;
      }
      await client.query('CLOSE page');
    },
    close: () => client.end(),
  };
}

/** Fills a database. */
export async function postgresTarget(settings: PostgresSettings): Promise<Target> {
  const client = await openClient(settings, 'BEGIN');
  return {
    async isEmpty() {
      return (await client.query('SELECT 1 FROM conversations LIMIT 1')).rowCount === 0;
    },
    async clear({ name }) {
      await client.query(`DELETE FROM ${name}`);
    },
    async write(table, rows) {
      const { text, values } = insertOf(table, rows);
      await client.query(text, values);
    },
    async finish() {
      for (const table of tables) await numberOn(client, table);
      await client.query('COMMIT');
    },
    // What was not kept is rolled back with the connection.
    close: () => client.end(),
  };
}

function insertOf({ name }: Table, rows: Row[]): { text: string; values: unknown[] } {
  const columns = Object.keys(rows[0] ?? {});
  const values: unknown[] = [];
  const lists = rows.map((row) => {
    const places = columns.map((column) => `$${values.push(cellFor(name, column, row[column] ?? null))}`);
    return `(${places.join(', ')})`;
  });
  return { text: `INSERT INTO ${name} (${columns.join(', ')}) VALUES ${lists.join(', ')}`, values };
}

function cellFor(table: string, column: string, value: Cell): unknown {
  if (typeof value === 'string') return storable(value);
  if (value instanceof Uint8Array) return Buffer.from(value);
  // Here every effect says when it is to be looked at; see `schema.ts`.
  return value === null && table === 'outbox' && column === 'due' ? '' : value;
}

/** The database's own numbers go on after those that were taken over. */
async function numberOn(client: pg.Client, { name, numbered }: Table): Promise<void> {
  if (numbered === undefined) return;
  await client.query(
    `SELECT setval(pg_get_serial_sequence($1, $2), greatest(max(${numbered}), 1), max(${numbered}) IS NOT NULL)
     FROM ${name}`,
    [name, numbered],
  );
}

async function openClient(settings: PostgresSettings, begin: string): Promise<pg.Client> {
  await migratePostgres(settings);
  // A whole table may take its time.
  const {
    statement_timeout: _,
    query_timeout: __,
    idle_in_transaction_session_timeout: ___,
    ...options
  } = connectionOptions(settings);
  const client = new pg.Client(options);
  client.on('error', () => undefined);
  await orOutage(() => client.connect(), postgresOutage);
  await client.query(begin);
  return client;
}
