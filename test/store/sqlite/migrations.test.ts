import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { NewerDatabaseError } from '../../../src/store/newer-database.ts';
import { migrate, migrations } from '../../../src/store/sqlite/migrations.ts';
import { openSqliteStore } from '../../../src/store/sqlite/sqlite.ts';
import { temporaryPlaces } from '../places.ts';
import { turn } from './turns.ts';

const newPlace = temporaryPlaces();
const version = (database: DatabaseSync) => database.prepare('PRAGMA user_version').get()?.user_version;
const tables = (database: DatabaseSync) =>
  database
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    .all()
    .map((row) => row.name);

/** A data folder as version 1 of the schema left it. */
async function versionOneFolder(): Promise<string> {
  const place = await newPlace();
  const database = new DatabaseSync(join(place, 'returns.db'));
  database.exec(readFileSync(new URL('fixtures/version-1.sql', import.meta.url), 'utf8'));
  database.close();
  return place;
}

describe('migrations', () => {
  it('carry a database of version 1 to today, with every conversation in it', async () => {
    const store = openSqliteStore(await versionOneFolder());
    expect(await store.conversation('anna')).toMatchObject({ revision: 2, policyId: 'equipment-shop' });
    expect(await store.activities('anna', 0, 9)).toMatchObject([
      { seq: 1, activity: { text: 'What happened?' } },
      { seq: 2, activity: { text: 'It is broken 📦' } },
      { seq: 3, replyToId: 'anna|0000002', activity: { text: 'Since when?' } },
    ]);
    expect(await store.repeated('anna', 'k1')).toMatchObject({ revision: 2 });
    expect(await store.events('anna')).toMatchObject([{ type: 'opened' }, { type: 'answered' }]);
    expect(await store.case('R-1')).toMatchObject({ urgent: true, caseFile: { why: 'asked' } });
    expect(await store.decision('D-1')).toMatchObject({ state: 'issued', policyDigest: 'sha256:aa' });
    expect(await store.policy('sha256:aa')).toMatchObject({ text: 'id: equipment-shop' });
    expect(await store.secret('key', async () => 'new')).toBe('old');
    const submitted = { rma: 'RMA-1', reference: 'D-1', conversationId: 'anna', state: 'open' as const, form: {} };
    expect(await store.commit(turn('anna', 2, { returns: [submitted] }))).toMatchObject({
      kind: 'committed',
      revision: 3,
    });
    expect(await store.return('D-1')).toMatchObject(submitted);
    await store.close();
  });

  it('fail with what went wrong first, where the database has given up the transaction itself', () => {
    const database = new DatabaseSync(':memory:');
    // So does SQLite on a full disk.
    expect(() => migrate(database, ['CREATE TABLE a (x)', 'ROLLBACK; SELECT * FROM the_disk_is_full'])).toThrow(
      'no such table: the_disk_is_full',
    );
    expect(tables(database)).toEqual([]);
  });

  it('run each step once, in order', () => {
    const database = new DatabaseSync(':memory:');
    migrate(database, ['CREATE TABLE a (x)']);
    migrate(database, ['CREATE TABLE a (x)', 'CREATE TABLE b (x)', 'ALTER TABLE b ADD COLUMN y']);
    migrate(database, ['CREATE TABLE a (x)', 'CREATE TABLE b (x)', 'ALTER TABLE b ADD COLUMN y']);
    expect(version(database)).toBe(3);
    expect(tables(database)).toEqual(['a', 'b']);
  });

  it('leave the database as it was when a step fails', () => {
    const database = new DatabaseSync(':memory:');
    migrate(database, ['CREATE TABLE a (x)']);
    expect(() => migrate(database, ['', 'CREATE TABLE b (x)', 'NOT SQL'])).toThrow();
    expect(version(database)).toBe(1);
    expect(tables(database)).toEqual(['a']);
  });

  it('refuse a database that is newer than the program', async () => {
    const place = await versionOneFolder();
    const database = new DatabaseSync(join(place, 'returns.db'));
    database.exec(`PRAGMA user_version = ${migrations.length + 1}`);
    expect(() => openSqliteStore(place)).toThrow(NewerDatabaseError);
    expect(() => openSqliteStore(place)).toThrow(
      `schema version ${migrations.length + 1}, this program knows up to ${migrations.length}`,
    );
    expect(version(database)).toBe(migrations.length + 1);
    database.close();
  });

  it('let several processes start on the same new folder at once', async () => {
    const place = await newPlace();
    const module = new URL('../../../src/store/sqlite/sqlite.ts', import.meta.url).href;
    const program = `
      const { openSqliteStore } = await import(process.argv[1]);
      await openSqliteStore(process.argv[2]).ping();`;
    const starts = Array.from({ length: 6 }, async () => {
      const child = spawn(process.execPath, ['--input-type=module', '-e', program, module, place], {
        stdio: 'inherit',
      });
      return (await once(child, 'exit'))[0];
    });
    expect(await Promise.all(starts)).toEqual([0, 0, 0, 0, 0, 0]);
  });
});
