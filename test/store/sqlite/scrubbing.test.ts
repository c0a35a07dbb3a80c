import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { openSqliteStore } from '../../../src/store/sqlite/sqlite.ts';
import { caseOf, entryOf } from '../finding-contract.ts';
import { temporaryPlaces } from '../places.ts';
import { committed, opening, says, turn } from './turns.ts';

const newPlace = temporaryPlaces();

/** The files of a folder in which some bytes stand. */
function filesWith(place: string, text: string): string[] {
  return readdirSync(place).filter((name) => readFileSync(join(place, name)).includes(text));
}

/** A shop in which Anna's words are in records that grew, shrank and moved, between those of others. */
async function busyShop(store: ReturnType<typeof openSqliteStore>): Promise<void> {
  for (const id of ['aaron', 'anna', 'annette', 'zoe']) await committed(store, opening(id));
  for (let n = 1; n < 40; n += 1) {
    for (const id of ['aaron', 'anna', 'annette', 'zoe']) {
      const words = `${id === 'anna' ? 'CANARY' : 'other'} ${n} `.repeat((n * 37) % 700);
      await committed(
        store,
        turn(id, n, {
          ...says(words, `${id === 'anna' ? 'CANARY-key' : 'key'}${n}`),
          record: { words: words.slice(0, (n * 911) % 9_000) },
          events: [{ type: 'said', data: words.slice(0, 300) }],
          effects: [{ kind: 'card', key: id, payload: words.slice(0, 900) }],
        }),
      );
    }
    await store.keepFile(
      {
        id: `file-${n}`,
        conversationId: n % 2 ? 'anna' : 'zoe',
        name: 'a.png',
        contentType: 'image/png',
        bytes: new TextEncoder().encode((n % 2 ? 'CANARY' : 'other').repeat(n * 900)),
        at: '2026-11-21T09:00:00.000Z',
      },
      99,
    );
  }
}

it('after erasing no byte of it is left in the database, its free pages or its write-ahead log', async () => {
  const place = await newPlace();
  const store = openSqliteStore(place);
  await busyShop(store);
  expect(filesWith(place, 'CANARY')).not.toEqual([]);
  await store.erase({ conversationId: 'anna' });
  await store.scrub();
  expect(filesWith(place, 'CANARY')).toEqual([]);
  expect(await store.conversation('zoe')).toMatchObject({ revision: 40 });
  await store.close();
  expect(filesWith(place, 'CANARY')).toEqual([]);
});

it('nor of the words by which its case was found', async () => {
  const place = await newPlace();
  const store = openSqliteStore(place);
  const ids = Array.from({ length: 60 }, (_, n) => (n % 3 ? `other${n}` : `canary${n}`));
  for (const id of ids) {
    const word = id.startsWith('canary') ? 'canary' : 'other';
    const texts = Array.from({ length: 400 }, (_, n) => `${word}${(n * 7_919 + id.length) % 3_000}`);
    const entry = entryOf(id, { texts });
    await committed(store, opening(id));
    await committed(store, turn(id, 1, { cases: [caseOf(entry)], caseEntries: [entry] }));
    const more = { ...entry, texts: [`${word}more`, `${word}${id}`], isWhole: false };
    await committed(store, turn(id, 2, { caseEntries: [more] }));
  }
  expect(filesWith(place, 'canary')).not.toEqual([]);
  for (const id of ids) if (id.startsWith('canary')) await store.erase({ conversationId: id });
  await store.scrub();
  expect(filesWith(place, 'canary')).toEqual([]);
  expect((await store.findCases({ text: 'othermore', at: '', limit: 99 })).cases).toHaveLength(40);
  await store.close();
  const database = new DatabaseSync(join(place, 'returns.db'));
  database.exec("INSERT INTO case_words (case_words) VALUES ('integrity-check')");
  database.close();
});

it('waits for another process that reads', async () => {
  const place = await newPlace();
  const store = openSqliteStore(place);
  await busyShop(store);
  const reader = new DatabaseSync(join(place, 'returns.db'));
  reader.exec('BEGIN; SELECT count(*) FROM turns');
  await store.erase({ conversationId: 'anna' });
  const scrubbed = store.scrub();
  reader.exec('COMMIT');
  reader.close();
  await scrubbed;
  expect(filesWith(place, 'CANARY')).toEqual([]);
  await store.close();
});

it('a database of an earlier version, which only marked what it deleted as free, is written anew once', async () => {
  const place = await newPlace();
  await openSqliteStore(place).close();
  const old = new DatabaseSync(join(place, 'returns.db'));
  old.exec(`PRAGMA application_id = 0; PRAGMA secure_delete = OFF;
    INSERT INTO secrets VALUES ('CANARY', 'CANARY'); DELETE FROM secrets WHERE name = 'CANARY'`);
  old.close();
  expect(filesWith(place, 'CANARY')).toEqual(['returns.db']);
  await openSqliteStore(place).close();
  expect(filesWith(place, 'CANARY')).toEqual([]);
});
