import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { databaseFile } from '../../src/store/sqlite/sqlite.ts';
import { npmStart, startServer } from '../server-process.ts';
import { median } from '../statistics.ts';
import { table } from '../table.ts';
import { contest } from './contest.ts';
import { websiteCustomer } from './direct-line.ts';
import { productSettings } from './settings.ts';

const stored = [0, 100_000];
const starts = 3;
const size = { conversations: 50, turnsEach: 10, rounds: 5 };

const rows: string[][] = [];
for (const conversations of stored) {
  const dataDir = mkdtempSync(join(tmpdir(), 'returns-bench-'));
  try {
    rows.push(await measure(dataDir, conversations));
  } finally {
    rmSync(dataDir, { recursive: true });
  }
}
console.log(`\n${size.conversations} conversations at once over Direct Line, beside those that are stored\n`);
console.log(
  table([['stored', 'database MB', 'start ms', 'start CPU ms', 'CPU µs a turn', 'MB after the turns'], ...rows]),
);

async function measure(dataDir: string, conversations: number): Promise<string[]> {
  // Copies of a conversation are made in SQLite's file.
  const { DATABASE_URL: _, ...own } = productSettings;
  const settings = { PORT: '0', DATA_DIR: dataDir, ...own };
  const first = await startServer(npmStart, settings);
  await contest({ conversations: 1, turnsEach: 8, rounds: 0 }, [{ name: '', server: first, open: websiteCustomer }]);
  await first.stop();
  const megabytes = multiply(dataDir, conversations);
  const started = [];
  for (let at = 0; at < starts; at++) {
    const server = await startServer(npmStart, settings);
    started.push({ ms: server.msToListening, cpuMs: server.cpuMs() });
    await server.stop();
  }
  const server = await startServer(npmStart, settings);
  const [figures] = await contest(size, [{ name: '', server, open: websiteCustomer }]);
  const residentMb = server.residentMb();
  await server.stop();
  return [
    String(conversations),
    megabytes.toFixed(0),
    median(started.map(({ ms }) => ms)).toFixed(0),
    median(started.map(({ cpuMs }) => cpuMs)).toFixed(0),
    (figures?.cpuMicroseconds ?? Number.NaN).toFixed(0),
    residentMb.toFixed(0),
  ];
}

/** Stores a conversation as many times, under other ids, with all that it wrote; the size of the database. */
function multiply(dataDir: string, times: number): number {
  const database = new DatabaseSync(join(dataDir, databaseFile));
  database.exec('PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; BEGIN');
  const counting = `WITH RECURSIVE copies (n) AS (SELECT 1 WHERE ${times} > 0 UNION ALL SELECT n + 1 FROM copies WHERE n < ${times})`;
  for (const [name, id] of [
    ['conversations', 'id'],
    ['turns', 'conversation_id'],
    ['activities', 'conversation_id'],
    ['events', 'conversation_id'],
  ] as const) {
    const columns = database.prepare(`SELECT name FROM pragma_table_info('${name}')`).all();
    const names = columns.map((column) => String(column.name));
    const values = names.map((column) => (column === id ? `'copy ' || n || ' ' || ${id}` : column));
    database.exec(`${counting} INSERT INTO ${name} (${names}) SELECT ${values} FROM ${name}, copies`);
  }
  database.exec('COMMIT; PRAGMA wal_checkpoint(TRUNCATE)');
  const bytes = database
    .prepare('SELECT page_count * page_size AS bytes FROM pragma_page_count, pragma_page_size')
    .get();
  database.close();
  // What is still on its way to the disk would hold up the flushes of the starts.
  const file = openSync(join(dataDir, databaseFile), 'r+');
  fsyncSync(file);
  closeSync(file);
  return Number(bytes?.bytes) / 1e6;
}
