import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { isUnavailable } from '../../src/store/sqlite/unavailable.ts';
import { orUnavailable } from '../../src/store/unavailable.ts';

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

test.each([
  ['a disk without room, as SQLite tells it', fullDatabase(), 'store-full'],
  ['a disk without room, as PostgreSQL tells it', Object.assign(new Error(), { code: '53100' }), 'store-full'],
  ['a disk without room, as the system tells it', Object.assign(new Error(), { code: 'ENOSPC' }), 'store-full'],
  ['a server that is not there', Object.assign(new Error(), { code: 'ECONNREFUSED' }), 'store-unavailable'],
])('%s is told by its code', async (_, error, code) => {
  await expect(
    orUnavailable(
      () => Promise.reject(error),
      () => true,
    ),
  ).rejects.toMatchObject({ code });
});

test('a disk without room is an outage of SQLite, and no bug', () => {
  expect(isUnavailable(fullDatabase())).toBe(true);
});
