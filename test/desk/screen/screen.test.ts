import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createScreen } from '../../../src/desk/screen/screen.ts';
import { openSqliteStore } from '../../../src/store/sqlite/sqlite.ts';
import { committed, opening, says, turn } from '../../store/sqlite/turns.ts';

const ann = { id: 'ann', name: 'Ann' };
const bob = { id: 'bob', name: 'Bob' };
const reference = 'K7M2-9QXD';

/** A screen over a store in which one customer has a case. */
async function aScreen() {
  const place = mkdtempSync(join(tmpdir(), 'returns-screen-'));
  const store = openSqliteStore(place);
  onTestFinished(async () => {
    await store.close();
    rmSync(place, { recursive: true, force: true });
  });
  const clock = { now: new Date('2026-11-21T10:00:00Z') };
  const filed = { reference, conversationId: 'anna', state: 'waiting', urgent: false, caseFile: {} };
  await committed(store, opening('anna', { cases: [filed] }));
  return { store, clock, screen: createScreen(store, () => clock.now) };
}

describe('a draft', () => {
  const draft = { reference, form: 'answer', values: { text: 'Dear Anna' } };

  test('is there for its agent alone until it is emptied', async () => {
    const { screen } = await aScreen();
    expect(await screen.drafts.keep('ann', draft)).toBe(true);
    expect((await screen.remembered(ann)).drafts).toEqual([draft]);
    expect((await screen.remembered(bob)).drafts).toEqual([]);
    await screen.drafts.keep('ann', { ...draft, values: { text: '' } });
    expect((await screen.remembered(ann)).drafts).toEqual([]);
  });

  test('is refused for a case that does not exist, and goes with the customer’s data', async () => {
    const { screen, store } = await aScreen();
    expect(await screen.drafts.keep('ann', { ...draft, reference: 'XXXX-XXXX' })).toBe(false);
    await screen.drafts.keep('ann', draft);
    await store.erase({ conversationId: 'anna' });
    expect((await screen.remembered(ann)).drafts).toEqual([]);
  });
});

describe('what is unread', () => {
  test('is counted from the turn that an agent saw last, for each agent', async () => {
    const { screen, store } = await aScreen();
    await screen.marks.read('ann', { reference, conversationId: 'anna', revision: 1 });
    for (const [revision, text] of ['Hello?', 'Are you there?'].entries())
      await committed(store, turn('anna', revision + 1, says(text, text)));
    expect((await screen.remembered(ann)).read).toEqual({ [reference]: 2 });
    expect((await screen.remembered(bob)).read).toEqual({});
    await screen.marks.read('ann', { reference, conversationId: 'anna', revision: 3 });
    expect((await screen.remembered(ann)).read).toEqual({ [reference]: 0 });
  });

  test('does not come back when a slow page says what it saw before', async () => {
    const { screen, store } = await aScreen();
    await committed(store, turn('anna', 1, says('Hello?', 'k1')));
    for (const revision of [2, 1]) await screen.marks.read('ann', { reference, conversationId: 'anna', revision });
    expect((await screen.remembered(ann)).read).toEqual({ [reference]: 0 });
  });

  test('is remembered of the last cases, not of all that ever were', async () => {
    const { screen, clock, store } = await aScreen();
    for (let i = 0; i < 402; i += 1) {
      clock.now = new Date(clock.now.getTime() + 1_000);
      await screen.marks.read('ann', { reference: `CASE-${i}`, conversationId: 'anna', revision: 1 });
    }
    await screen.remembered(ann);
    const kept = (await store.deskRows({ kind: 'read', owner: 'ann' })).map(({ key }) => key);
    expect([kept.length, kept.includes('CASE-401'), kept.includes('CASE-101')]).toEqual([300, true, false]);
  });
});

describe('who has a case open', () => {
  test('is seen by others, with who writes, until they leave', async () => {
    const { screen, clock } = await aScreen();
    await screen.viewers.tell({ agent: bob, sessionId: 's1' }, { reference, isTyping: false });
    await screen.viewers.tell({ agent: bob, sessionId: 's2' }, { reference, isTyping: true });
    expect((await screen.remembered(ann)).viewers).toEqual([{ reference, agent: bob, isTyping: true }]);
    expect((await screen.remembered(bob)).viewers).toEqual([]);
    clock.now = new Date(clock.now.getTime() + 10_000);
    expect((await screen.remembered(ann)).viewers).toEqual([{ reference, agent: bob, isTyping: false }]);
    for (const sessionId of ['s1', 's2']) await screen.viewers.tell({ agent: bob, sessionId }, undefined);
    expect((await screen.remembered(ann)).viewers).toEqual([]);
  });

  test('is forgotten when their page says nothing more', async () => {
    const { screen, clock, store } = await aScreen();
    await screen.viewers.tell({ agent: bob, sessionId: 's1' }, { reference, isTyping: false });
    clock.now = new Date(clock.now.getTime() + 80_000);
    expect((await screen.remembered(ann)).viewers).toEqual([]);
    clock.now = new Date(clock.now.getTime() + 3_600_000);
    await screen.remembered(ann);
    expect(await store.deskRows({ kind: 'viewing' })).toEqual([]);
  });
});

test('how an agent wants to hear of news is the same in every browser', async () => {
  const { screen } = await aScreen();
  expect((await screen.remembered(ann)).choices).toEqual({ sound: false, notifications: false });
  await screen.choose(ann, { sound: true, notifications: false });
  expect((await screen.remembered(ann)).choices).toEqual({ sound: true, notifications: false });
});
