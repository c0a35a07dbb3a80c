import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { createRates } from '../../../src/http/limits/rates.ts';
import { openPostgresStore } from '../../../src/store/postgres/postgres.ts';
import type { Store } from '../../../src/store/store.ts';
import { postgresPlaces } from './places.ts';

const newPlace = postgresPlaces();

async function open(url: string): Promise<Required<Pick<Store, 'shareRates'>> & Store> {
  const store = await openPostgresStore({ url, poolSize: 2, timeoutMs: 20_000 });
  onTestFinished(() => store.close());
  const { shareRates } = store;
  if (!shareRates) throw new Error('a store for several processes shares their rates');
  return { ...store, shareRates };
}

test('processes refuse by the sum of what all of them let through', async () => {
  const url = await newPlace();
  const processes = await Promise.all(
    [1, 2, 3].map(async () => ({ store: await open(url), rates: createRates({ chats: 100 }, () => 0) })),
  );
  for (const { rates } of processes) for (let taken = 0; taken < 40; taken += 1) rates.take('chats', '203.0.113.1');
  for (const { rates, store } of processes) await rates.share(store.shareRates);
  const [first, second, last] = processes;
  // The first heard nothing of the others yet, and the second of the first alone.
  expect(() => first?.rates.take('chats', '203.0.113.1')).not.toThrow();
  expect(() => second?.rates.take('chats', '203.0.113.1')).not.toThrow();
  expect(() => last?.rates.take('chats', '203.0.113.1')).toThrow(expect.objectContaining({ statusCode: 429 }));
  expect(() => last?.rates.take('chats', '203.0.113.2')).not.toThrow();
  for (const { rates, store } of processes) await rates.share(store.shareRates);
  for (const { rates } of processes.slice(0, 2))
    expect(() => rates.take('chats', '203.0.113.1')).toThrow(expect.objectContaining({ statusCode: 429 }));
});

test('many processes that add to the same limits at once add up, and wait for one another', async () => {
  const url = await newPlace();
  const stores = await Promise.all([open(url), open(url)]);
  const keys = Array.from({ length: 50 }, (_, index) => `messages chat ${index}`);
  const used = (order: readonly string[]) => order.map((key) => ({ key, ms: 100_000 }));
  await Promise.all(
    Array.from({ length: 10 }, (_, round) =>
      stores[round % 2]?.shareRates(used(round % 3 === 0 ? keys : keys.toReversed())),
    ),
  );
  const found = (await stores[0]?.shareRates(used(keys))) ?? [];
  expect(found.map(({ key }) => key).toSorted()).toEqual(keys.toSorted());
  // Eleven times so much, of which some has come back.
  for (const { ms } of found) expect(Math.ceil(ms / 100_000)).toBe(11);
});

test('what has come back is forgotten, and no address stands in the database', async () => {
  const url = await newPlace();
  const store = await open(url);
  await store.shareRates([{ key: 'requests 203.0.113.1', ms: -1 }]);
  await store.shareRates([{ key: 'requests 203.0.113.2', ms: 60_000 }]);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query('SELECT * FROM uses');
  await client.end();
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain('203.0.113');
});
