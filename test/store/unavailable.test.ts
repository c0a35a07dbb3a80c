import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { storeOutage } from '../../src/store/unavailable.ts';

/** What SQLite throws where there is no room left. */
function fullDatabase(): unknown {
  const database = new DatabaseSync(':memory:');
  database.exec('CREATE TABLE notes (text); PRAGMA max_page_count = 3');
  try {
    database.exec('INSERT INTO notes VALUES (zeroblob(1000000))');
  } catch (error) {
    return error;
  } finally {
    database.close();
  }
  throw new Error('there was room');
}

test('a disk without room is told from a bug', () => {
  expect(storeOutage(fullDatabase())).toMatchObject({ code: 'store-full' });
  expect(storeOutage(Object.assign(new Error(), { code: 'ENOSPC' }))).toMatchObject({ code: 'store-full' });
  expect(storeOutage(Object.assign(new Error(), { code: '53100' }))).toMatchObject({ code: 'store-full' });
});

test.each([
  ['another process that holds the database', { code: 'ERR_SQLITE_ERROR', errcode: 5 }],
  ['a failing disk, as SQLite tells it in detail', { code: 'ERR_SQLITE_ERROR', errcode: 10 | (3 << 8) }],
  ['a database server that is shut down', { code: '57P01' }],
  ['a database server that is not there', { code: 'ECONNREFUSED' }],
])('%s is an outage', (_, fields) => {
  expect(storeOutage(Object.assign(new Error(), fields))).toMatchObject({ code: 'store-unavailable' });
});

test.each([undefined, null, 'text', new Error(), { code: 'ERR_SQLITE_ERROR', errcode: 19 }, { code: 'ERR_ASSERTION' }])(
  '%o is none',
  (thrown) => expect(storeOutage(thrown)).toBeUndefined(),
);
