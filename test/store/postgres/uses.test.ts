import pg from 'pg';
import { expect, test } from 'vitest';
import { openPostgresStore } from '../../../src/store/postgres/postgres.ts';
import { postgresPlaces } from './places.ts';

const newPlace = postgresPlaces();

test('what is counted is named nowhere in the database, so that erasing need not look for it', async () => {
  const url = await newPlace();
  const store = await openPostgresStore({ url, poolSize: 2, timeoutMs: 20_000 });
  await store.countUse('talk addressed canary@example.com', '2026-11-21T09:00:00.000Z', 60_000);
  await store.close();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query('SELECT * FROM uses');
  await client.end();
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain('canary');
});
