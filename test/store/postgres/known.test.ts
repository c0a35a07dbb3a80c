import pg from 'pg';
import { expect, test } from 'vitest';
import { openPostgresStore } from '../../../src/store/postgres/postgres.ts';
import { committed, opening, says, turn } from '../sqlite/turns.ts';
import { postgresPlaces } from './places.ts';

const newPlace = postgresPlaces();
const open = (url: string) => openPostgresStore({ url, poolSize: 5, timeoutMs: 20_000 });

/** Runs statements that nobody is told of. */
async function silently(url: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

test('a turn never goes on from what was erased and begun anew under the same revision', async () => {
  const url = await newPlace();
  const store = await open(url);
  await committed(store, opening('anna', { record: { of: 'who was erased' } }));
  await silently(url, `UPDATE conversations SET record = '{"of":"whoever came next"}' WHERE id = 'anna'`);
  expect(await store.begin('anna', 'k1')).toMatchObject({ conversation: { record: { of: 'who was erased' } } });
  expect(await store.commit(turn('anna', 1, says('a drill', 'k1')))).toEqual({ kind: 'conflict' });
  expect(await store.begin('anna', 'k1')).toMatchObject({ conversation: { record: { of: 'whoever came next' } } });
  await committed(store, turn('anna', 1, says('a drill', 'k1')));
  await store.close();
});

test('a conversation that is gone is found to be so by its next turn', async () => {
  const url = await newPlace();
  const store = await open(url);
  await committed(store, opening('anna'));
  await silently(url, 'DELETE FROM activities', 'DELETE FROM turns', 'DELETE FROM conversations');
  expect(await store.commit(turn('anna', 1, says('a drill', 'k1')))).toEqual({ kind: 'conflict' });
  expect(await store.begin('anna', 'k1')).toBeUndefined();
  await store.close();
});

test('turns of one conversation go on from each other, and a long one still knows its keys', async () => {
  const store = await open(await newPlace());
  await committed(store, opening('anna'));
  for (let revision = 1; revision < 205; revision += 1)
    await committed(store, turn('anna', revision, says('yes', `k${revision}`)));
  expect((await store.begin('anna', 'k1'))?.repeated).toMatchObject({ revision: 2 });
  expect((await store.begin('anna', 'k204'))?.repeated).toMatchObject({ revision: 205 });
  expect(await store.begin('anna', 'k205')).toEqual({ conversation: await store.conversation('anna') });
  await store.close();
});

test('another process lets go of what one has erased', async () => {
  const url = await newPlace();
  const [one, other] = [await open(url), await open(url)];
  await committed(one, opening('anna'));
  expect(await other.knownConversation('anna')).toBeDefined();
  await one.erase({ conversationId: 'anna' });
  await expect.poll(() => other.knownConversation('anna')).toBeUndefined();
  await one.close();
  await other.close();
});
