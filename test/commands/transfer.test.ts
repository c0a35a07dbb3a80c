import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openPostgresStore } from '../../src/store/postgres/postgres.ts';
import { openSqliteStore } from '../../src/store/sqlite/sqlite.ts';
import { postgresPlaces } from '../store/postgres/places.ts';
import { committed, opening } from '../store/sqlite/turns.ts';
import { newDataDir, runCommand } from './command.ts';

const newDatabase = postgresPlaces();

test('a shop on SQLite moves to PostgreSQL by three commands', async () => {
  const dataDir = newDataDir();
  const store = openSqliteStore(dataDir);
  await committed(store, opening('anna'));
  await store.close();
  const file = join(dataDir, 'shop.jsonl');
  const DATABASE_URL = await newDatabase();

  expect(await runCommand(['migrate'], dataDir, [], { DATABASE_URL })).toMatchObject({
    code: 0,
    output: expect.stringMatching(/^The database has schema version \d+ now; it was 0\.\n$/),
  });
  expect(await runCommand(['export-all', file], dataDir)).toMatchObject({ code: 0 });
  expect(await runCommand(['import', file], dataDir, [], { DATABASE_URL })).toMatchObject({
    code: 0,
    output: expect.stringMatching(/^\d+ rows were taken over\.\n$/),
  });
  const moved = await openPostgresStore({ url: DATABASE_URL, poolSize: 1, timeoutMs: 20_000 });
  expect(await moved.conversation('anna')).toMatchObject({ revision: 1 });
  await moved.close();

  const again = await runCommand(['import', file], dataDir, [], { DATABASE_URL });
  expect(again).toMatchObject({ code: 2, errors: expect.stringMatching(/^There are conversations .+\n$/) });
  const taken = await runCommand(['export-all', file], dataDir);
  expect(taken).toMatchObject({ code: 2, errors: `${file} exists already; name a new file.\n` });
});

test.each([
  [['export-all'], {}],
  [['export-all', '/nowhere/shop.jsonl'], {}],
  [['import', '/nowhere/shop.jsonl'], {}],
  [['migrate'], { DATABASE_URL: 'postgres://127.0.0.1:1/returns' }],
])('%j where it cannot be is one line', async (args, settings) => {
  const { code, errors } = await runCommand(args, newDataDir(), [], settings);
  expect(code).not.toBe(0);
  expect(errors).toMatch(/^[^\n]+\n$/);
  expect(existsSync('/nowhere')).toBe(false);
});

test.each([
  [
    { DATABASE_URL: 'postgres://127.0.0.1:1/returns' },
    /^DATABASE_URL cannot be used: .+; see that the database server .+\n$/,
  ],
  [{ DATA_DIR: '/dev/null/nowhere' }, /^DATA_DIR cannot be used: .+; set DATA_DIR to .+\n$/],
])('a database that cannot be used is named with what to do: %j', async (settings, line) => {
  const { code, errors } = await runCommand(['migrate'], newDataDir(), [], settings);
  expect([code, errors]).toEqual([2, expect.stringMatching(line)]);
});

test('all data is written to no file that cannot be made, and one line says so', async () => {
  const dataDir = newDataDir();
  await openSqliteStore(dataDir).close();
  expect(await runCommand(['export-all', '/nowhere/shop.jsonl'], dataDir)).toMatchObject({
    code: 2,
    errors: expect.stringMatching(/^\/nowhere\/shop\.jsonl cannot be written: [^\n]+\n$/),
  });
});

test.each([
  [['export-all', 'shop.jsonl']],
  [['cases']],
  [['outbox']],
  [['desk-token']],
  [['replay']],
  [['erase', 'anna@example.com']],
])('%j on a folder that has no database makes none there, and one line says so', async (args) => {
  const dataDir = join(newDataDir(), 'mistyped');
  expect(await runCommand(args, dataDir)).toMatchObject({
    code: 2,
    errors: expect.stringMatching(/^There is no returns\.db in DATA_DIR [^\n]+ set DATA_DIR[^\n]+\n$/),
  });
  expect(existsSync(dataDir)).toBe(false);
});
