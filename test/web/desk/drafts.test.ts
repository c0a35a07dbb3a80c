import { beforeEach, describe, expect, test } from 'vitest';
import type { Draft } from '../../../src/desk/screen/drafts.ts';
import { Drafts } from '../../../web/desk/model/drafts.js';
import { Refusal } from '../../../web/desk/model/refusal.js';

let kept: Map<string, string>;
let sent: Draft[];
let refusal: Refusal | undefined;
let due: (() => void)[];

const storage = {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
  removeItem: (key: string) => void kept.delete(key),
};
const begin = () =>
  new Drafts({
    async save(draft) {
      if (refusal) throw refusal;
      sent.push(draft);
    },
    storage,
    agentId: 'ann',
    later: (call) => void due.push(call),
  });
const anna: Draft = { reference: 'AAAA-AAAA', form: 'answer', values: { text: 'Dear Anna' } };
const place = 'AAAA-AAAA answer';

beforeEach(() => {
  [kept, sent, refusal, due] = [new Map(), [], undefined, []];
});

describe('a draft', () => {
  test('goes to the server a moment after it was typed, and is kept in the browser until then', async () => {
    const drafts = begin();
    drafts.write('AAAA-AAAA', 'answer', { text: 'Dear Anna' });
    expect([sent, kept.size, due.length]).toEqual([[], 1, 1]);
    await drafts.save();
    expect([sent, kept.size]).toEqual([[anna], 0]);
  });

  test('that the server has not is there after a reload, and goes to it then', async () => {
    begin().write('AAAA-AAAA', 'answer', { text: 'Dear Anna' });
    const again = begin();
    expect(again.all).toEqual({ [place]: { text: 'Dear Anna' } });
    await again.save();
    expect(sent).toEqual([anna]);
  });

  test('of another device is taken over, and goes when it is sent there', () => {
    const drafts = begin();
    drafts.load([anna], drafts.version);
    expect(drafts.all).toEqual({ [place]: anna.values });
    drafts.load([], drafts.version);
    expect(drafts.all).toEqual({});
  });

  test('that is typed just now is not overwritten by what the server had before', async () => {
    const drafts = begin();
    drafts.write('AAAA-AAAA', 'answer', { text: 'Dear Anna' });
    await drafts.save();
    const asked = drafts.version;
    drafts.write('AAAA-AAAA', 'answer', { text: 'Dear Anna, we' });
    await drafts.save();
    drafts.load([anna], asked);
    expect(drafts.all[place]).toEqual({ text: 'Dear Anna, we' });
  });

  test('stays, and is tried again, where the server does not answer', async () => {
    const drafts = begin();
    refusal = new Refusal({ code: 'offline', message: 'no answer' });
    drafts.write('AAAA-AAAA', 'answer', { text: 'Dear Anna' });
    await drafts.save();
    expect([kept.size, due.length]).toEqual([1, 2]);
    refusal = undefined;
    await drafts.save();
    expect(sent).toEqual([anna]);
  });

  test.each(['token-missing', 'csrf-token', 'role', 'too-many-requests', 'busy', 'internal'])(
    'stays in the browser where the server takes it only later: %s',
    async (code) => {
      const drafts = begin();
      refusal = new Refusal({ code, message: 'not now' });
      drafts.write('AAAA-AAAA', 'answer', { text: 'Dear Anna' });
      await drafts.save();
      expect(begin().all).toEqual({ [place]: { text: 'Dear Anna' } });
    },
  );

  test('of a case that is gone is not tried for ever', async () => {
    const drafts = begin();
    refusal = new Refusal({ code: 'unknown-case', message: 'there is none' });
    drafts.write('AAAA-AAAA', 'answer', { text: 'Dear Anna' });
    await drafts.save();
    expect([kept.size, due.length]).toEqual([0, 1]);
  });

  test('that is emptied is gone everywhere', async () => {
    const drafts = begin();
    drafts.load([anna], drafts.version);
    drafts.write('AAAA-AAAA', 'answer', { text: '' });
    await drafts.save();
    expect(sent).toEqual([{ ...anna, values: { text: '' } }]);
    expect(drafts.all).toEqual({});
  });

  test('typed on while it is sent is sent once more', async () => {
    const drafts = begin();
    drafts.write('AAAA-AAAA', 'answer', { text: 'Dear Anna' });
    const saving = drafts.save();
    drafts.write('AAAA-AAAA', 'answer', { text: 'Dear Anna, we' });
    await saving;
    expect(kept.size).toBe(1);
    await drafts.save();
    expect(sent.map(({ values }) => values.text)).toEqual(['Dear Anna', 'Dear Anna, we']);
  });
});
