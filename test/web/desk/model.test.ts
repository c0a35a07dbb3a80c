import { beforeEach, describe, expect, test } from 'vitest';
import type { CaseSummary, CaseView } from '../../../src/desk/case/case-view.ts';
import type { SavedView } from '../../../src/desk/finding/views.ts';
import { Desk } from '../../../web/desk/model/desk.js';
import { Refusal } from '../../../web/desk/model/refusal.js';
import type { DeskState } from '../../../web/desk/model/state.js';
import { ann, bob, counts, summary, view } from './cases.ts';

let cases: CaseSummary[];
let views: Map<string, CaseView>;
let calls: string[];
let refusal: Refusal | undefined;
let waits: Promise<void> | undefined;
let state: DeskState;
let desk: Desk;
let focused: string[];
let address: string | undefined;
let time: number;
let undelivered = 0;
const isLastPage = true;
const saved: SavedView[] = [];

beforeEach(() => {
  cases = [summary({ reference: 'AAAA-AAAA' }), summary({ reference: 'BBBB-BBBB' })];
  views = new Map(cases.map(({ reference }) => [reference, view({ reference })]));
  [calls, focused, refusal, waits, address, time] = [[], [], undefined, undefined, undefined, 0];
  const focus = (part: string) => () => void focused.push(part);
  desk = new Desk({
    api: {
      async queue(filters, pages) {
        calls.push(['queue', ...Object.values(filters), ...(pages > 1 ? [pages] : [])].join(' '));
        await waits;
        if (refusal?.code === 'offline') throw refusal;
        return { cases, counts, ...(isLastPage ? {} : { next: 'there' }) };
      },
      views: async () => saved,
      keepView: async (view) => [...saved, view],
      dropView: async () => [],
      undelivered: async () => undelivered,
      case: async (reference) => views.get(reference),
      async step(reference, { action }) {
        calls.push(`${action} ${reference}`);
        if (refusal) throw refusal;
        const taken = { ...view({ reference }), state: 'claimed', agent: ann } as const;
        views.set(reference, taken);
        return taken;
      },
      async showTyping(reference) {
        calls.push(`typing ${reference}`);
      },
    },
    show(shown) {
      state = shown;
    },
    showInAddress(reference) {
      address = reference;
    },
    focus: { title: focus('title'), answer: focus('answer'), steps: focus('steps'), isLost: () => true },
    clock: () => time,
  });
});

describe('the queue', () => {
  test('is read once more when something changes while it is read', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    waits = promise;
    const reading = [desk.refresh(), desk.refresh(), desk.refresh()];
    resolve();
    await Promise.all(reading);
    expect(calls).toEqual(['queue open', 'queue open']);
  });

  test('stays as it was while the server cannot be reached, and says so until it can', async () => {
    await desk.refresh();
    refusal = new Refusal({ code: 'offline', message: 'no answer' });
    await desk.refresh();
    expect([state.cases.length, state.isOffline]).toEqual([2, true]);
    refusal = undefined;
    await desk.refresh();
    expect(state.isOffline).toBe(false);
  });

  test('can show closed cases, too', async () => {
    await desk.look({ state: 'all' });
    expect(calls).toEqual(['queue all']);
  });

  test('announces an urgent case once', async () => {
    await desk.refresh();
    expect(state.news).toEqual([]);
    cases = [summary({ reference: 'CCCC-CCCC', urgent: true }), ...cases];
    await desk.refresh();
    expect(state.news.map(({ reference }) => reference)).toEqual(['CCCC-CCCC']);
    cases = [summary({ reference: 'DDDD-DDDD', urgent: true }), ...cases];
    await desk.refresh();
    expect(state.news.map(({ reference }) => reference)).toEqual(['DDDD-DDDD']);
  });

  test('marks a case whose customer writes, unless it is open', async () => {
    await desk.open('AAAA-AAAA');
    for (const reference of ['AAAA-AAAA', 'BBBB-BBBB']) await desk.hear({ what: 'customer-message', reference });
    expect([...state.unread]).toEqual(['BBBB-BBBB']);
    await desk.open('BBBB-BBBB');
    expect([...state.unread]).toEqual([]);
  });
});

describe('a case', () => {
  test('is opened with its address and the focus', async () => {
    await desk.open('AAAA-AAAA');
    expect([state.selected, state.view?.reference, state.pane]).toEqual(['AAAA-AAAA', 'AAAA-AAAA', 'chat']);
    expect([address, focused]).toEqual(['AAAA-AAAA', ['title']]);
  });

  test('that does not exist leaves the desk, and says so', async () => {
    await desk.follow('XXXX-XXXX');
    expect([state.selected, state.missing, address]).toEqual([undefined, 'XXXX-XXXX', undefined]);
  });

  test('that was left is not shown when its answer comes late', async () => {
    await desk.open('AAAA-AAAA');
    const { promise, resolve } = Promise.withResolvers<void>();
    waits = promise;
    const reading = desk.refresh();
    desk.leave();
    resolve();
    await reading;
    expect([state.selected, state.view]).toEqual([undefined, undefined]);
  });

  test('is claimed, and the focus is where the answer goes', async () => {
    await desk.open('AAAA-AAAA');
    expect(await desk.take({ action: 'claim' })).toBe(true);
    expect([state.view?.agent, focused.at(-1)]).toEqual([ann, 'answer']);
  });

  test('that somebody else has taken says who', async () => {
    await desk.open('AAAA-AAAA');
    refusal = new Refusal({ code: 'taken', message: 'Bob has this case', by: bob });
    expect(await desk.take({ action: 'claim' })).toBe(false);
    expect(state.trouble?.by).toEqual(bob);
  });

  test('keeps its form open while news come in, until somebody takes a step', async () => {
    await desk.open('AAAA-AAAA');
    desk.openForm('approve');
    await desk.refresh();
    expect(state.form).toBe('approve');
    views.set('AAAA-AAAA', view({ reference: 'AAAA-AAAA', state: 'claimed', agent: bob }));
    await desk.refresh();
    expect(state.form).toBeUndefined();
  });

  test('closes its form before anything else, and the steps have the focus', async () => {
    await desk.open('AAAA-AAAA');
    desk.openForm('uphold');
    expect(desk.closeForm()).toBe(true);
    expect([state.form, focused.at(-1)]).toEqual([undefined, 'steps']);
    expect(desk.closeForm()).toBe(false);
  });
});

describe('an answer', () => {
  test('that was begun is there again when its case is', async () => {
    await desk.open('AAAA-AAAA');
    desk.write('Hello Anna');
    await desk.open('BBBB-BBBB');
    desk.write('Hello Ben');
    expect(state.drafts).toEqual({ 'AAAA-AAAA': 'Hello Anna', 'BBBB-BBBB': 'Hello Ben' });
  });

  test('is gone from its own case alone once it is sent', async () => {
    await desk.open('AAAA-AAAA');
    desk.write('Hello Anna');
    const sending = desk.answer();
    await desk.open('BBBB-BBBB');
    desk.write('Hello Ben');
    await sending;
    expect(state.drafts).toEqual({ 'AAAA-AAAA': '', 'BBBB-BBBB': 'Hello Ben' });
    expect(calls).toContain('say AAAA-AAAA');
  });

  test('stays where it cannot be sent', async () => {
    await desk.open('AAAA-AAAA');
    desk.write('Hello');
    refusal = new Refusal({ code: 'not-in-this-state', message: 'the case is closed', state: 'closed' });
    await desk.answer();
    expect([state.drafts['AAAA-AAAA'], state.isSending, state.trouble?.state]).toEqual(['Hello', false, 'closed']);
  });

  test('is not sent twice, nor without words', async () => {
    await desk.open('AAAA-AAAA');
    desk.write('  ');
    await desk.answer();
    desk.write('Hello');
    await Promise.all([desk.answer(), desk.answer()]);
    expect(calls.filter((call) => call.startsWith('say'))).toEqual(['say AAAA-AAAA']);
  });

  test('shows the customer that somebody writes, every three seconds', async () => {
    await desk.open('AAAA-AAAA');
    for (time of [10_000, 12_999, 13_000]) desk.write(`it is ${time}`);
    expect(calls.filter((call) => call.startsWith('typing'))).toHaveLength(2);
  });
});

test('says how much could not be delivered, and says it no more once that was sent again', async () => {
  undelivered = 2;
  await desk.refresh();
  expect(state.undelivered).toBe(2);
  undelivered = 0;
  await desk.refresh();
  expect(state.undelivered).toBe(0);
});
