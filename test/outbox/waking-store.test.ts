import { afterEach, beforeEach, expect, test } from 'vitest';
import { wakingStore } from '../../src/outbox/waking-store.ts';
import { openSqliteStore } from '../../src/store/sqlite/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { temporaryPlaces } from '../store/places.ts';
import { opening, turn } from '../store/sqlite/turns.ts';

const newPlace = temporaryPlaces();
const delivery = { kind: 'botframework', address: { serviceUrl: 'https://smba.example' } };
const replies = [{ type: 'message', text: 'Thank you' }];
const effects = ['card', 'mail', 'card'].map((kind) => ({ kind, key: 'R-1', payload: null }));

let told: (string[] | undefined)[];
let store: Store;

beforeEach(async () => {
  told = [];
  store = wakingStore(openSqliteStore(await newPlace()), (kinds) => told.push(kinds));
});
afterEach(() => store.close());

test('a commit tells of each kind that it leaves something of, and of nothing where there is nothing', async () => {
  await store.commit(opening('anna'));
  await store.commit(turn('anna', 1, { effects }));
  await store.commit(turn('anna', 2, { effects, delivery, replies }));
  await store.commit(turn('anna', 3, { effects, delivery, replies, isHandedOver: true }));
  expect(told).toEqual([
    ['card', 'mail'],
    ['card', 'mail', 'botframework'],
    ['card', 'mail'],
  ]);
});

test('where replies go as an earlier turn said, any kind may have something', async () => {
  await store.commit(opening('anna', { delivery, replies: [] }));
  await store.commit(turn('anna', 1, { replies }));
  expect(told).toEqual([undefined]);
});

test('what was not written wakes nobody', async () => {
  await store.commit(turn('anna', 7, { effects }));
  expect(told).toEqual([]);
});
