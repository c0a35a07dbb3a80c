import { beforeEach, describe, expect, test } from 'vitest';
import type { CaseSummary, CaseView } from '../../../src/desk/case/case-view.ts';
import type { SavedView } from '../../../src/desk/finding/views.ts';
import type { Remembered } from '../../../src/desk/screen/screen.ts';
import type { Alert } from '../../../web/desk/model/alerts.js';
import { Desk } from '../../../web/desk/model/desk.js';
import { Drafts } from '../../../web/desk/model/drafts.js';
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
let remembered: Remembered;
let alerts: Alert[];
let isLookedAt: boolean;

const storage = { getItem: () => null, setItem: () => undefined, removeItem: () => undefined };

beforeEach(() => {
  cases = [summary({ reference: 'AAAA-AAAA' }), summary({ reference: 'BBBB-BBBB' })];
  views = new Map(cases.map(({ reference }) => [reference, view({ reference })]));
  [calls, focused, refusal, waits, address, time] = [[], [], undefined, undefined, undefined, 0];
  remembered = { drafts: [], read: {}, viewers: [], choices: { sound: false, notifications: false } };
  [alerts, isLookedAt] = [[], true];
  const save = async () => undefined;
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
      agents: async () => [],
      async setPresence({ presence }) {
        calls.push(`presence ${presence}`);
        if (refusal) throw refusal;
        return [{ ...ann, presence, open: 0 }];
      },
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
      remembered: async () => remembered,
      async markRead(reference, revision) {
        calls.push(`read ${reference} ${revision}`);
        remembered = { ...remembered, read: { ...remembered.read, [reference]: 0 } };
      },
      async tellViewing(reference, { isTyping = false, isLast = false } = {}) {
        calls.push(`${isTyping ? 'types in' : 'views'} ${isLast ? 'nothing' : reference}`);
      },
      async choose(choices) {
        calls.push(`choose ${JSON.stringify(choices)}`);
      },
    },
    me: ann.id,
    isLead: false,
    drafts: new Drafts({ save, storage, agentId: ann.id, later: () => undefined }),
    isLookedAt: () => isLookedAt,
    alert: (news) => void alerts.push(...news),
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
    // What is open is read as well: whoever looks for something else hears of news all the same.
    expect(calls).toEqual(['queue all', 'queue open']);
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

  test('marks a case whose customer writes, unless somebody looks at it', async () => {
    remembered = { ...remembered, read: { 'AAAA-AAAA': 1, 'BBBB-BBBB': 2 } };
    await desk.open('AAAA-AAAA');
    expect(state.read).toEqual({ 'AAAA-AAAA': 0, 'BBBB-BBBB': 2 });
    expect(calls).toContain('read AAAA-AAAA 1');
    remembered = { ...remembered, read: { 'AAAA-AAAA': 1, 'BBBB-BBBB': 2 } };
    isLookedAt = false;
    await desk.hear();
    expect(state.read).toEqual({ 'AAAA-AAAA': 1, 'BBBB-BBBB': 2 });
    isLookedAt = true;
    await desk.hear();
    expect(state.read).toEqual({ 'AAAA-AAAA': 0, 'BBBB-BBBB': 2 });
  });

  test('tells of a customer who writes in a case of one’s own while somebody looks elsewhere', async () => {
    cases = [summary({ reference: 'AAAA-AAAA', state: 'claimed', agent: ann }), summary({ reference: 'BBBB-BBBB' })];
    remembered = { ...remembered, read: { 'AAAA-AAAA': 0 } };
    await desk.open('AAAA-AAAA');
    remembered = { ...remembered, read: { 'AAAA-AAAA': 1 } };
    await desk.hear();
    expect(alerts).toEqual([]);
    desk.leave();
    remembered = { ...remembered, read: { 'AAAA-AAAA': 1 } };
    await desk.hear();
    expect(alerts).toMatchObject([{ kind: 'message', one: { reference: 'AAAA-AAAA' } }]);
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
    // On a phone the chat says so, and the queue would hide it.
    expect([state.selected, state.missing, address, state.pane]).toEqual([undefined, 'XXXX-XXXX', undefined, 'chat']);
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
    refusal = undefined;
    await desk.refresh();
    expect(state.trouble?.by).toEqual(bob);
    desk.dismissTrouble();
    expect(state.trouble).toBeUndefined();
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

describe('a form that was begun', () => {
  test('is open again with its case, without the focus', async () => {
    await desk.open('AAAA-AAAA');
    desk.openForm('close');
    desk.keepDraft('close', { note: 'Your parcel' });
    await desk.open('BBBB-BBBB');
    expect(state.form).toBeUndefined();
    await desk.open('AAAA-AAAA');
    expect([state.form, state.isFormBack, state.drafts['AAAA-AAAA close']]).toEqual([
      'close',
      true,
      { note: 'Your parcel' },
    ]);
  });

  test('is not, where the case allows its step no more', async () => {
    await desk.open('AAAA-AAAA');
    desk.keepDraft('close', { note: 'Your parcel' });
    desk.leave();
    views.set('AAAA-AAAA', view({ reference: 'AAAA-AAAA', state: 'closed', steps: [] }));
    await desk.open('AAAA-AAAA');
    expect(state.form).toBeUndefined();
  });
});

test('colleagues hear which case is open, and when none is any more', async () => {
  await desk.open('AAAA-AAAA');
  [time, calls] = [30_000, []];
  desk.tick();
  desk.write('Dear Anna');
  desk.goAway();
  desk.leave();
  const told = calls.filter((call) => /^(views|types)/.test(call));
  expect(told).toEqual(['views AAAA-AAAA', 'types in AAAA-AAAA', 'views nothing', 'views undefined']);
});

describe('an answer', () => {
  test('that was begun is there again when its case is', async () => {
    await desk.open('AAAA-AAAA');
    desk.write('Hello Anna');
    await desk.open('BBBB-BBBB');
    desk.write('Hello Ben');
    expect(desk.begun).toBe('Hello Ben');
    await desk.open('AAAA-AAAA');
    expect(desk.begun).toBe('Hello Anna');
  });

  test('is gone from its own case alone once it is sent', async () => {
    await desk.open('AAAA-AAAA');
    desk.write('Hello Anna');
    const sending = desk.answer();
    await desk.open('BBBB-BBBB');
    desk.write('Hello Ben');
    await sending;
    expect(desk.begun).toBe('Hello Ben');
    await desk.open('AAAA-AAAA');
    expect(desk.begun).toBe('');
    expect(calls).toContain('say AAAA-AAAA');
  });

  test('stays where it cannot be sent', async () => {
    await desk.open('AAAA-AAAA');
    desk.write('Hello');
    refusal = new Refusal({ code: 'not-in-this-state', message: 'the case is closed', state: 'closed' });
    await desk.answer();
    expect([desk.begun, state.isSending, state.trouble?.state]).toEqual(['Hello', false, 'closed']);
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

describe('a case that changes hands', () => {
  const of = (agent?: typeof ann) =>
    agent
      ? summary({ reference: 'AAAA-AAAA', state: 'claimed', agent })
      : summary({ reference: 'AAAA-AAAA', state: 'waiting' });

  test.each([
    ['taken over by a colleague', of(ann), of(bob), { kind: 'taken', agent: 'Bob' }],
    ['free again', of(ann), of(), { kind: 'freed' }],
    ['given to me', of(bob), of(ann), { kind: 'given' }],
  ])('%s is told until it is dismissed', async (_, before, after, told) => {
    cases = [before];
    await desk.refresh();
    cases = [after];
    await desk.refresh();
    await desk.refresh();
    expect(state.handed).toEqual([{ agent: '', reference: 'AAAA-AAAA', ...told }]);
    desk.dismiss(state.handed[0] as (typeof state.handed)[number]);
    expect(state.handed).toEqual([]);
  });

  test('by a step of my own is told of by nothing', async () => {
    cases = [of()];
    await desk.open('AAAA-AAAA');
    const step = desk.take({ action: 'claim' });
    cases = [of(ann)];
    await Promise.all([desk.refresh(), step]);
    expect(state.handed).toEqual([]);
    cases = [of(bob)];
    await desk.refresh();
    expect(state.handed).toMatchObject([{ kind: 'taken', agent: 'Bob' }]);
  });
});

test('a step that is pressed again while it is under way is taken once', async () => {
  await desk.open('AAAA-AAAA');
  await Promise.all([desk.take({ action: 'release' }), desk.take({ action: 'release' })]);
  expect(calls.filter((call) => call === 'release AAAA-AAAA')).toHaveLength(1);
  await desk.take({ action: 'release' });
  expect(calls.filter((call) => call === 'release AAAA-AAAA')).toHaveLength(2);
});

test('a case that I claim among several is no news to me', async () => {
  await desk.refresh();
  desk.pick('AAAA-AAAA');
  const step = desk.takeWithPicked(() => ({ action: 'claim' }));
  cases = [summary({ reference: 'AAAA-AAAA', state: 'claimed', agent: ann })];
  await step;
  expect(state.handed).toEqual([]);
});

describe('a customer who waits for an answer', () => {
  test('is told of to whoever has the case, until they act', async () => {
    cases = [summary({ reference: 'AAAA-AAAA', state: 'claimed', agent: ann }), summary({ reference: 'BBBB-BBBB' })];
    await desk.open('AAAA-AAAA');
    await desk.hear({ what: 'unanswered', reference: 'BBBB-BBBB' });
    expect(state.handed).toEqual([]);
    await desk.hear({ what: 'unanswered', reference: 'AAAA-AAAA' });
    expect(state.handed).toEqual([{ reference: 'AAAA-AAAA', kind: 'unanswered', agent: '' }]);
    await desk.take({ action: 'say', text: 'I am looking.' });
    expect(state.handed).toEqual([]);
  });
});

describe('presence', () => {
  test('is shown as the server has it then, and a refusal is read', async () => {
    await desk.appear({ presence: 'away' });
    expect(state.colleagues).toEqual([{ ...ann, presence: 'away', open: 0 }]);
    refusal = new Refusal({ code: 'failed', message: 'not now' });
    await desk.appear({ presence: 'here' });
    expect(state.trouble?.code).toBe('failed');
  });
});
