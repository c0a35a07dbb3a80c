import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { NewerDatabaseError } from '../../../src/store/newer-database.ts';
import { migratePostgres } from '../../../src/store/postgres/migrate.ts';
import { openPostgresStore } from '../../../src/store/postgres/postgres.ts';
import { schemaSteps } from '../../../src/store/postgres/schema.ts';
import { committed, opening } from '../sqlite/turns.ts';
import { postgresPlaces } from './places.ts';

const newPlace = postgresPlaces();
const at = (url: string) => ({ url, poolSize: 2, timeoutMs: 20_000 });

async function tablesIn(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    'SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema() ORDER BY 1',
  );
  await client.end();
  return rows.map(({ name }) => name);
}

describe('the schema of PostgreSQL', () => {
  it('is made by one of several processes that start at once', async () => {
    const url = await newPlace();
    const results = await Promise.all(Array.from({ length: 4 }, () => migratePostgres(at(url))));
    const made = results.filter(({ from, to }) => to > from);
    expect(made).toEqual([{ from: 0, to: schemaSteps.length }]);
  });

  it('goes on from where it was, a step after the other', async () => {
    const url = await newPlace();
    const first = { sql: 'CREATE TABLE a (x INT)', compatibleFrom: 1 };
    await migratePostgres(at(url), [first]);
    const next = { sql: 'ALTER TABLE a ADD COLUMN y INT; CREATE TABLE b (x INT)', compatibleFrom: 1 };
    expect(await migratePostgres(at(url), [first, next])).toEqual({ from: 1, to: 2 });
    expect(await tablesIn(url)).toEqual(['a', 'b', 'schema_version']);
  });

  it('stays as it was when a step fails', async () => {
    const url = await newPlace();
    const broken = { sql: 'CREATE TABLE a (x INT); CREATE TABLE a (x INT)', compatibleFrom: 1 };
    await expect(migratePostgres(at(url), [broken])).rejects.toThrow('already exists');
    expect(await tablesIn(url)).toEqual([]);
  });

  it('of a newer program is worked with where that allows it, and refused where not', async () => {
    const url = await newPlace();
    const store = await openPostgresStore(at(url));
    const known = schemaSteps.length;
    const additive = { sql: 'CREATE TABLE later (x INT)', compatibleFrom: known };
    await migratePostgres(at(url), [...schemaSteps, additive]);
    await committed(store, opening('anna'));
    await store.close();
    const older = await openPostgresStore(at(url));
    expect(await older.conversation('anna')).toMatchObject({ revision: 1 });
    await older.close();
    const breaking = { sql: 'DROP TABLE later', compatibleFrom: known + 2 };
    await migratePostgres(at(url), [...schemaSteps, additive, breaking]);
    await expect(openPostgresStore(at(url))).rejects.toThrow(NewerDatabaseError);
  });
});
