import { expect, test } from 'vitest';
import { eraseOutdated, type RetentionDays, startRetention } from '../../src/privacy/retention.ts';
import { openSqliteStore } from '../../src/store/sqlite/sqlite.ts';
import type { Store, TurnCommit } from '../../src/store/store.ts';
import { temporaryPlaces } from '../store/places.ts';
import { committed, opening, says, turn } from '../store/sqlite/turns.ts';

const newPlace = temporaryPlaces();
const today = new Date('2026-11-21T09:00:00.000Z');
const daysAgo = (days: number): string => new Date(today.getTime() - days * 86_400_000).toISOString();
const never: RetentionDays = { conversations: 0, unused: 0, returns: 0 };

async function shop() {
  const store = openSqliteStore(await newPlace());
  const failures: unknown[] = [];
  const erased: object[] = [];
  return {
    store,
    failures,
    erased,
    round: (days: Partial<RetentionDays>, on: Partial<Store> = {}) =>
      eraseOutdated({
        store: { ...store, ...on },
        days: { ...never, ...days },
        now: () => today,
        onFailure: (_, id) => failures.push(id),
        onErased: (counts) => erased.push(counts),
      }),
    async writes(id: string, days: number, rest: Partial<TurnCommit> = {}) {
      await committed(store, opening(id, { at: daysAgo(days) }));
      await committed(store, turn(id, 1, { ...says('hello', 'k1'), at: daysAgo(days), ...rest }));
    },
    left: async () => (await store.lastTurns({ limit: 999 })).map(({ conversationId }) => conversationId),
  };
}

const caseOf = (conversationId: string, state: string) => ({
  reference: `R-${conversationId}`,
  conversationId,
  state,
  urgent: false,
  caseFile: {},
});

test('a conversation goes when nobody has written in it for longer than the setting says', async () => {
  const { writes, round, left, erased } = await shop();
  await writes('anna', 31);
  await writes('ben', 30);
  await writes('clara', 2);
  await round({ conversations: 30 });
  expect(await left()).toEqual(['ben', 'clara']);
  expect(erased).toEqual([{ conversations: 1, returns: 0, effects: 0 }]);
});

test('without a setting nothing goes, however old', async () => {
  const { writes, round, left, erased } = await shop();
  await writes('anna', 4_000);
  await round({});
  expect(await left()).toEqual(['anna']);
  expect(erased).toEqual([]);
});

test('a conversation with a case that people still have to settle stays', async () => {
  const { writes, round, left } = await shop();
  for (const state of ['waiting', 'claimed', 'closed', 'ruled'])
    await writes(state, 99, { cases: [caseOf(state, state)] });
  await round({ conversations: 30, unused: 1 });
  expect(await left()).toEqual(['claimed', 'waiting']);
});

test('a chat in which nobody wrote goes by a setting of its own; a case that was taken down for a caller is none', async () => {
  const { store, writes, round, left } = await shop();
  await committed(store, opening('opened', { at: daysAgo(8) }));
  await committed(store, opening('yesterday', { at: daysAgo(1) }));
  await committed(store, opening('caller', { at: daysAgo(8), cases: [caseOf('caller', 'waiting')] }));
  await writes('anna', 8);
  await round({ unused: 7 });
  expect(await left()).toEqual(['anna', 'caller', 'yesterday']);
});

test('what was delivered goes after a week, and what still waits stays', async () => {
  const { store, writes, round } = await shop();
  await writes('anna', 9, { effects: [{ kind: 'card', key: 'a', payload: 1 }] });
  await writes('ben', 9, { effects: [{ kind: 'card', key: 'b', payload: 2 }] });
  const leased = await store.leaseEffects({ kinds: ['card'], at: daysAgo(0), until: daysAgo(-1), limit: 1 });
  const [first] = leased;
  await store.effectDelivered(first?.id ?? 0, daysAgo(8));
  await round({});
  expect(await store.forgetDelivered(daysAgo(0), 9)).toBe(0);
  expect(await store.waitingEffects('ben', 'none')).toBe(1);
});

test('a registered return stays for its own time when its conversation goes', async () => {
  const { store, writes, round } = await shop();
  const decided = (id: string) => ({
    reference: `D-${id}`,
    conversationId: id,
    policyId: 'tool-shop',
    policyDigest: 'sha256:aa',
    state: 'issued',
    facts: {},
    decision: {},
  });
  for (const [id, days] of [
    ['anna', 400],
    ['ben', 40],
  ] as const)
    await writes(id, days, {
      decisions: [decided(id)],
      returns: [{ rma: `RMA-${id}`, reference: `D-${id}`, conversationId: id, state: 'open', form: { serial: 'S' } }],
    });
  await round({ conversations: 30, returns: 365 });
  expect(await store.return('D-anna')).toBeUndefined();
  expect(await store.return('D-ben')).toMatchObject({ rma: 'RMA-ben', form: {} });
  await round({ returns: 39 });
  expect(await store.return('D-ben')).toBeUndefined();
});

test('one that cannot be erased is told of, and the others go', async () => {
  const { store, writes, round, left, failures } = await shop();
  for (const id of ['anna', 'ben', 'clara']) await writes(id, 31);
  await round(
    { conversations: 30 },
    { erase: (erasure) => (erasure.conversationId === 'ben' ? Promise.reject(new Error('no')) : store.erase(erasure)) },
  );
  expect(await left()).toEqual(['ben']);
  expect(failures).toEqual(['ben']);
});

test('more than a page of them all go, and two processes do not disturb each other', async () => {
  const { store, writes, round, left } = await shop();
  for (let n = 0; n < 450; n += 1) await committed(store, opening(`chat-${n}`, { at: daysAgo(9) }));
  await writes('anna', 1);
  await Promise.all([round({ unused: 7 }), round({ unused: 7 })]);
  expect(await left()).toEqual(['anna']);
});

test('a stop waits for no more than the page that is looked at, however many conversations there are', async () => {
  const { store } = await shop();
  const page = Array.from({ length: 200 }, (_, index) => ({
    conversationId: `c${index}`,
    at: daysAgo(0),
    isUnused: false,
    hasOpenCase: false,
  }));
  const stop = startRetention({
    // There is always one more page.
    store: { ...store, lastTurns: async () => page },
    days: { ...never, conversations: 30 },
    now: () => today,
    everyMs: 60_000,
    onFailure: expect.unreachable,
    onErased: () => expect.unreachable(),
  });
  await stop();
  await store.close();
});
