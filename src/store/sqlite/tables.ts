import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { restored, storable } from '../text.ts';
import type { Row, Source, Table, Target } from '../transfer/tables.ts';
import { databaseFile, openSqliteStore } from './sqlite.ts';

const cell = z.union([z.string().transform(restored), z.number(), z.null(), z.instanceof(Uint8Array)]);
const rowSchema: z.ZodType<Row> = z.record(z.string(), cell);

/** Reads the database of a data folder as of now, also while a server writes it; it is brought to today's schema. */
export async function sqliteSource(dataDir: string): Promise<Source> {
  const database = await openDatabase(dataDir);
  database.exec('BEGIN');
  return {
    async *rows({ name, order }) {
      for (const row of database.prepare(`SELECT * FROM ${name} ORDER BY ${order.join(', ')}`).iterate()) {
        yield rowSchema.parse({ ...row });
      }
    },
    async close() {
      database.close();
    },
  };
}

/** Fills the database of a data folder, which no server may have open. */
export async function sqliteTarget(dataDir: string): Promise<Target> {
  const database = await openDatabase(dataDir);
  // Rows come table by table, whatever they refer to.
  database.exec('PRAGMA foreign_keys = OFF; BEGIN EXCLUSIVE');
  return {
    async isEmpty() {
      return database.prepare('SELECT 1 FROM conversations LIMIT 1').get() === undefined;
    },
    async clear({ name }) {
      database.exec(`DELETE FROM ${name}`);
    },
    async write(table, rows) {
      for (const row of rows) insert(database, table, row);
    },
    async finish() {
      database.exec(onlyFirstIsDue);
      database.exec('COMMIT');
    },
    async close() {
      if (database.isTransaction) database.exec('ROLLBACK');
      database.close();
    },
  };
}

/** Here an effect is due only when it is the first of its kind and key; see `migrations.ts`. */
const onlyFirstIsDue = `
  UPDATE outbox SET due = CASE WHEN id IN (
    SELECT min(id) FROM outbox WHERE delivered IS NULL AND parked IS NULL GROUP BY kind, key
  ) THEN coalesce(due, '') END`;

function insert(database: DatabaseSync, { name }: Table, row: Row): void {
  const columns = Object.keys(row);
  const places = columns.map(() => '?').join(', ');
  const values = Object.entries(row).map(([column, value]) =>
    column === 'inbound_key' && typeof value === 'string' ? storable(value) : value,
  );
  database.prepare(`INSERT INTO ${name} (${columns.join(', ')}) VALUES (${places})`).run(...values);
}

async function openDatabase(dataDir: string): Promise<DatabaseSync> {
  await openSqliteStore(dataDir).close();
  return new DatabaseSync(join(dataDir, databaseFile), { timeout: 5_000 });
}
