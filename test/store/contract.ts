import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store, StoreChange, StoredCase, StoredDecision, StoredReturn } from '../../src/store/store.ts';
import { committed, opening, says, turn } from './sqlite/turns.ts';

/** Opens a store; two calls with the same place see the same data. */
export type OpenStore = (place: string) => Promise<Store>;

const filed: StoredCase = {
  reference: 'R-1001',
  conversationId: 'anna',
  state: 'waiting',
  urgent: true,
  caseFile: { facts: { reason: 'other' } },
};
const issued: StoredDecision = {
  reference: 'D-1001',
  conversationId: 'anna',
  policyId: 'tool-shop',
  policyDigest: 'sha256:aa',
  state: 'issued',
  facts: { reason: 'not-working' },
  decision: { resolution: 'return' },
};
const submitted: StoredReturn = {
  rma: 'RMA-1001',
  reference: 'D-1001',
  conversationId: 'anna',
  itemKey: 'tool-shop 4711 1',
  state: 'open',
  form: { serialNumber: 'SN-1' },
};

/** What every store must keep, whatever it is made of; `newPlace` names a place with no data in it. */
export function storeContract(name: string, newPlace: () => Promise<string>, open: OpenStore): void {
  describe(`${name} keeps the store's contract`, () => {
    let link: string;
    let store: Store;
    const opened: Store[] = [];

    async function reopen(): Promise<Store> {
      const another = await open(link);
      opened.push(another);
      return another;
    }

    beforeEach(async () => {
      link = await newPlace();
      store = await reopen();
    });
    afterEach(async () => {
      for (const each of opened.splice(0)) await each.close();
    });

    it('counts the messages that came in after a turn', async () => {
      for (const id of ['anna', 'boris']) {
        await committed(store, opening(id));
        for (const [revision, text] of ['one', 'two', 'three'].entries())
          await committed(store, turn(id, revision + 1, says(text, text)));
      }
      await committed(store, turn('anna', 4, { replies: [{ type: 'message', text: 'From the shop' }] }));
      const marks = [
        { conversationId: 'anna', revision: 2 },
        { conversationId: 'boris', revision: 4 },
        { conversationId: 'nobody', revision: 0 },
      ];
      expect(await store.messagesSince(marks)).toEqual([{ conversationId: 'anna', count: 2 }]);
      expect(await store.messagesSince([])).toEqual([]);
      expect([await store.lastSeq('boris'), await store.lastSeq('nobody')]).toEqual([5, 0]);
    });

    describe('a time to wake', () => {
      const soon = '2026-11-21T10:00:00.000Z';
      const later = '2026-11-21T11:00:00.000Z';

      it('is due at its instant and not before, the longest due first', async () => {
        await committed(store, opening('anna', { wakeAt: later }));
        await committed(store, opening('boris', { wakeAt: soon }));
        expect(await store.due('2026-11-21T09:59:59.999Z', 9)).toEqual([]);
        expect(await store.due(soon, 9)).toEqual(['boris']);
        expect(await store.due(later, 9)).toEqual(['boris', 'anna']);
        expect(await store.due(later, 1)).toEqual(['boris']);
      });

      it('ends with the next turn, unless that sets one anew', async () => {
        await committed(store, opening('anna', { wakeAt: soon }));
        await committed(store, turn('anna', 1, { wakeAt: later }));
        expect(await store.due(soon, 9)).toEqual([]);
        await committed(store, turn('anna', 2));
        expect(await store.due(later, 9)).toEqual([]);
      });

      it('outlives the process', async () => {
        await committed(store, opening('anna', { wakeAt: soon }));
        expect(await (await reopen()).due(soon, 9)).toEqual(['anna']);
      });
    });

    describe('a turn', () => {
      it('opens a conversation with its greeting', async () => {
        const result = await committed(store, opening('anna'));
        expect(result).toMatchObject({ revision: 1, replies: [{ seq: 1 }, { seq: 2 }] });
        expect(await store.conversation('anna')).toEqual({
          id: 'anna',
          channel: 'directline',
          policyId: 'tool-shop',
          userId: 'dl_anna',
          revision: 1,
          record: { phase: 'asking', revision: 1 },
        });
      });

      it('stores the customer’s message before the answers to it', async () => {
        await committed(store, opening('anna'));
        const at = '2026-11-21T09:01:00.000Z';
        const replies = [
          { type: 'message', text: 'Noted' },
          { type: 'message', text: 'And now?' },
        ];
        const result = await committed(store, turn('anna', 1, { ...says('broken', 'k1'), replies, at }));
        const id = 'anna|0000003';
        expect(result).toEqual({
          kind: 'committed',
          revision: 2,
          inbound: { seq: 3, id, at, activity: { type: 'message', text: 'broken', id } },
          replies: [
            { seq: 4, id: 'anna|0000004', at, replyToId: id, activity: { ...replies[0], id: 'anna|0000004' } },
            { seq: 5, id: 'anna|0000005', at, replyToId: id, activity: { ...replies[1], id: 'anna|0000005' } },
          ],
        });
        expect(await store.activities('anna', 2, 10)).toEqual([result.inbound, ...result.replies]);
      });

      it('may carry no reply, or no message from the customer', async () => {
        await committed(store, opening('anna', { replies: [] }));
        const silent = await committed(store, turn('anna', 1, says('hello', 'k1')));
        expect(silent).toMatchObject({ inbound: { seq: 1 }, replies: [] });
        const spoken = await committed(
          store,
          turn('anna', 2, { replies: [{ type: 'message', text: 'An agent is here' }] }),
        );
        expect(spoken.inbound).toBeUndefined();
        expect(spoken.replies[0]).not.toHaveProperty('replyToId');
        expect(spoken.replies).toMatchObject([{ seq: 2 }]);
      });

      it('overrides an id that the message brought along', async () => {
        await committed(store, opening('anna', { replies: [{ type: 'message', id: 'mine' }] }));
        expect(await store.activities('anna', 0, 1)).toMatchObject([{ activity: { id: 'anna|0000001' } }]);
      });

      it('logs its events in order, with the time of the turn', async () => {
        await committed(store, opening('anna', { events: [{ type: 'opened', data: null }] }));
        const at = '2026-11-21T09:05:00.000Z';
        const events = [
          { type: 'answered', data: { reason: 'other' } },
          { type: 'asked', data: 'goods' },
        ];
        await committed(store, turn('anna', 1, { ...says('x', 'k1'), events, at }));
        expect(await store.events('anna')).toEqual([
          { type: 'opened', data: null, at: '2026-11-21T09:00:00.000Z' },
          { ...events[0], at },
          { ...events[1], at },
        ]);
      });
    });

    describe('a message that comes again', () => {
      it('gets the first result and writes nothing', async () => {
        await committed(store, opening('anna'));
        const replies = [{ type: 'message', text: 'Noted' }];
        const first = await committed(store, turn('anna', 1, { ...says('broken', 'k1'), replies }));
        await committed(store, turn('anna', 2, { ...says('next', 'k2'), replies }));
        const before = { ...(await store.conversation('anna')) };

        const again = await store.commit(
          turn('anna', 3, {
            ...says('broken', 'k1'),
            replies: [],
            events: [{ type: 'twice', data: 1 }],
            record: 'twice',
          }),
        );
        expect(again).toEqual({ ...first, kind: 'repeated' });
        expect(await store.repeated('anna', 'k1')).toEqual(again);
        expect(await store.conversation('anna')).toEqual(before);
        expect(await store.events('anna')).toEqual([]);
        expect(await store.activities('anna', 0, 99)).toHaveLength(6);
      });

      it('is recognised even when the turn was computed from an old revision', async () => {
        await committed(store, opening('anna'));
        await committed(store, turn('anna', 1, says('broken', 'k1')));
        expect(await store.commit(turn('anna', 1, says('broken', 'k1')))).toMatchObject({
          kind: 'repeated',
          revision: 2,
        });
      });

      it('is told from one whose key differs in what text of a database cannot hold', async () => {
        await committed(store, opening('anna'));
        const keys = ['k\ud83d', 'k\ud83e', 'k\ufffd', 'k\0', 'k', '\u0001json:"k"'];
        for (const [index, key] of keys.entries()) await committed(store, turn('anna', index + 1, says('x', key)));
        for (const [index, key] of keys.entries()) {
          expect(await store.repeated('anna', key)).toMatchObject({ revision: index + 2 });
        }
      });

      it('is another message in another conversation, and under another key', async () => {
        await committed(store, opening('anna'));
        await committed(store, opening('ben'));
        await committed(store, turn('anna', 1, says('broken', 'k1')));
        expect(await store.repeated('ben', 'k1')).toBeUndefined();
        expect(await store.repeated('anna', 'k2')).toBeUndefined();
        expect(await store.commit(turn('ben', 1, says('broken', 'k1')))).toMatchObject({ kind: 'committed' });
      });
    });

    describe('a conflict', () => {
      it.each([
        ['an old revision', turn('anna', 0, says('late', 'k9'))],
        ['a revision that is not there yet', turn('anna', 2, says('early', 'k9'))],
        ['opening what is open', opening('anna')],
        ['a conversation that is missing', turn('nobody', 3, says('hello', 'k9'))],
        ['a missing conversation that nobody describes', turn('nobody', 0, says('hello', 'k9'))],
      ])('%s writes nothing', async (_, commit) => {
        await committed(store, opening('anna'));
        expect(
          await store.commit({ ...commit, events: [{ type: 'lost', data: 1 }], cases: [filed], decisions: [issued] }),
        ).toEqual({ kind: 'conflict' });
        expect(await store.conversation('nobody')).toBeUndefined();
        expect(await store.conversation('anna')).toMatchObject({ revision: 1 });
        expect(await store.activities('anna', 0, 99)).toHaveLength(2);
        expect([
          await store.events('anna'),
          await store.cases({ limit: 99 }),
          await store.decisions({ limit: 99 }),
        ]).toEqual([[], [], []]);
        expect(await store.repeated('anna', 'k9')).toBeUndefined();
      });

      it('lets one of two racing turns win, and the other after it has read again', async () => {
        await committed(store, opening('anna'));
        const results = await Promise.all([
          store.commit(turn('anna', 1, says('one', 'k1'))),
          store.commit(turn('anna', 1, says('two', 'k2'))),
        ]);
        expect(results.map((result) => result.kind).sort()).toEqual(['committed', 'conflict']);
        const loser = results[0].kind === 'conflict' ? says('one', 'k1') : says('two', 'k2');
        expect(await store.commit(turn('anna', 2, loser))).toMatchObject({ kind: 'committed', revision: 3 });
      });

      it('lets one of two openings win', async () => {
        const other = await reopen();
        const results = await Promise.all([store.commit(opening('anna')), other.commit(opening('anna'))]);
        expect(results.map((result) => result.kind).sort()).toEqual(['committed', 'conflict']);
        expect(await store.activities('anna', 0, 99)).toHaveLength(2);
      });
    });

    describe('a turn begun from what a process knew last', () => {
      it('knows what it wrote, and each key of it', async () => {
        await committed(store, opening('anna'));
        const said = await committed(store, turn('anna', 1, { ...says('a drill', 'k1'), record: { step: 2 } }));
        expect(await store.begin('anna', 'k2')).toEqual({ conversation: await store.conversation('anna') });
        expect((await store.begin('anna', 'k1'))?.repeated).toEqual({ ...said, kind: 'repeated' });
        expect(await store.begin('ben', 'k1')).toBeUndefined();
      });

      it('knows the keys of turns that others wrote before it read them', async () => {
        await committed(store, opening('anna'));
        await committed(store, turn('anna', 1, { ...says('a drill', 'k1\0') }));
        const other = await reopen();
        expect(await other.begin('anna', 'k1')).toEqual({ conversation: await store.conversation('anna') });
        expect((await other.begin('anna', 'k1\0'))?.repeated).toMatchObject({ revision: 2 });
      });

      it('meets a conflict where another process came first, and begins from that afterwards', async () => {
        const other = await reopen();
        await committed(store, opening('anna'));
        await store.begin('anna', 'k1');
        await other.begin('anna', 'k1');
        const first = await committed(other, turn('anna', 1, { ...says('a drill', 'k1'), record: { step: 2 } }));
        expect(await store.commit(turn('anna', 1, { ...says('no', 'k2') }))).toEqual({ kind: 'conflict' });
        expect((await store.begin('anna', 'k2'))?.conversation).toEqual(await other.conversation('anna'));
        expect((await store.begin('anna', 'k1'))?.repeated).toEqual({ ...first, kind: 'repeated' });
      });

      it('forgets what it erased', async () => {
        await committed(store, opening('anna'));
        await store.erase({ conversationId: 'anna' });
        expect(await store.knownConversation('anna')).toBeUndefined();
        expect(await store.begin('anna', 'k1')).toBeUndefined();
      });
    });

    it('numbers the messages of many racing turns without a gap', async () => {
      await committed(store, opening('anna', { replies: [] }));
      const stores = [store, await reopen()];
      async function speak(index: number): Promise<void> {
        for (;;) {
          const each = stores[index % stores.length] ?? store;
          const { revision } = (await each.conversation('anna')) ?? { revision: 0 };
          const commit = turn('anna', revision, { ...says('x', `k${index}`), replies: [{ type: 'message' }] });
          if ((await each.commit(commit)).kind === 'committed') return;
        }
      }
      await Promise.all(Array.from({ length: 50 }, (_, index) => speak(index)));
      const all = await store.activities('anna', 0, 1_000);
      expect(all.map(({ seq }) => seq)).toEqual(Array.from({ length: 100 }, (_, index) => index + 1));
      expect(new Set(all.map(({ id }) => id)).size).toBe(100);
      expect(all.every(({ id, activity }) => activity.id === id)).toBe(true);
      expect(await store.conversation('anna')).toMatchObject({ revision: 51 });
    });

    describe('reading activities', () => {
      beforeEach(async () => {
        await committed(store, opening('anna', { replies: Array.from({ length: 5 }, () => ({ type: 'message' })) }));
        await committed(store, opening('ben'));
      });
      it.each([
        [0, 99, [1, 2, 3, 4, 5]],
        [0, 2, [1, 2]],
        [2, 2, [3, 4]],
        [4, 99, [5]],
        [5, 99, []],
        [900, 99, []],
        [0, 0, []],
      ])('after %i, at most %i', async (after, limit, expected) => {
        expect((await store.activities('anna', after, limit)).map(({ seq }) => seq)).toEqual(expected);
      });
      it('of a conversation that is missing finds none', async () => {
        expect(await store.activities('nobody', 0, 99)).toEqual([]);
        expect(await store.events('nobody')).toEqual([]);
        expect(await store.conversation('nobody')).toBeUndefined();
      });
    });

    describe('cases and decisions', () => {
      const later = '2026-11-22T00:00:00.000Z';
      beforeEach(async () => {
        await committed(store, opening('anna', { cases: [filed], decisions: [issued] }));
        await committed(store, opening('ben'));
      });

      it('are found by their reference, with the time they were first written', async () => {
        const at = '2026-11-21T09:00:00.000Z';
        expect(await store.case('R-1001')).toEqual({ ...filed, at, changedAt: at });
        expect(await store.decision('D-1001')).toEqual({ ...issued, at });
        expect(await store.case('R-9')).toBeUndefined();
        expect(await store.decision('D-9')).toBeUndefined();
      });

      it('are updated under the same reference', async () => {
        const changes = {
          cases: [{ ...filed, state: 'claimed', urgent: false }],
          decisions: [{ ...issued, state: 'withdrawn' }],
        };
        await committed(store, turn('anna', 1, { ...changes, at: later }));
        expect(await store.cases({ limit: 99 })).toMatchObject([
          { state: 'claimed', urgent: false, at: '2026-11-21T09:00:00.000Z', changedAt: later },
        ]);
        expect(await store.decisions({ limit: 99 })).toMatchObject([
          { state: 'withdrawn', at: '2026-11-21T09:00:00.000Z' },
        ]);
      });

      it('have a file that changes with them', async () => {
        const file = { state: 'claimed', agent: { id: 'ann', name: 'Ann' } };
        await committed(store, turn('anna', 1, { cases: [{ ...filed, file }], at: later }));
        expect(await store.case('R-1001')).toMatchObject({ file });
      });

      it('are found by their item while they are open, the newest first', async () => {
        const itemKey = 'tool-shop 4711 1';
        const of = (reference: string, state: string) => ({ ...filed, reference, state, itemKey });
        expect(await store.openCase(itemKey)).toBeUndefined();
        await committed(store, turn('anna', 1, { cases: [of('R-1', 'waiting'), of('R-2', 'claimed')], at: later }));
        expect(await store.openCase(itemKey)).toMatchObject({ reference: 'R-2', itemKey });
        await committed(store, turn('anna', 2, { cases: [of('R-2', 'closed')] }));
        expect(await store.openCase(itemKey)).toMatchObject({ reference: 'R-1' });
        const { itemKey: _, ...without } = of('R-1', 'waiting');
        await committed(store, turn('anna', 3, { cases: [without] }));
        expect(await store.openCase(itemKey)).toBeUndefined();
      });

      it('come newest first and oldest first', async () => {
        const second = { cases: [{ ...filed, reference: 'R-0002' }], decisions: [{ ...issued, reference: 'D-0002' }] };
        await committed(store, turn('anna', 1, { ...second, at: later }));
        await committed(store, turn('anna', 2, { cases: [{ ...filed, state: 'claimed' }] }));
        expect((await store.cases({ limit: 99 })).map(({ reference }) => reference)).toEqual(['R-0002', 'R-1001']);
        expect((await store.decisions({ limit: 99 })).map(({ reference }) => reference)).toEqual(['D-1001', 'D-0002']);
      });

      it('that are open come by how pressing they are', async () => {
        const of = (reference: string, state: string, urgent: boolean) => ({ ...filed, reference, state, urgent });
        const cases = [of('R-1', 'waiting', false), of('R-2', 'claimed', true), of('R-3', 'closed', true)];
        await committed(store, turn('anna', 1, { cases: [...cases, of('R-4', 'waiting', false)] }));
        const names = async (limit: number) => (await store.openCases(limit)).map(({ reference }) => reference);
        expect(await names(9)).toEqual(['R-1001', 'R-2', 'R-1', 'R-4']);
        expect(await names(2)).toEqual(['R-1001', 'R-2']);
      });

      it('come in pages, cases of some states alone where that is asked', async () => {
        const states = ['waiting', 'claimed', 'waiting', 'closed'];
        const cases = states.map((state, i) => ({ ...filed, reference: `R-${i}`, state }));
        const decisions = states.map((_, i) => ({ ...issued, reference: `D-${i}` }));
        await committed(store, turn('anna', 1, { cases, decisions }));
        const names = (page: { reference: string }[]) => page.map(({ reference }) => reference);

        const first = await store.cases({ limit: 2 });
        expect(names(first)).toEqual(['R-3', 'R-2']);
        const rest = await store.cases({ limit: 9, before: first.at(-1)?.cursor });
        expect(names(rest)).toEqual(['R-1', 'R-0', 'R-1001']);
        const open = await store.cases({ limit: 2, states: ['waiting'] });
        expect(names(open)).toEqual(['R-2', 'R-0']);
        expect(names(await store.cases({ limit: 2, states: ['waiting'], before: open.at(-1)?.cursor }))).toEqual([
          'R-1001',
        ]);
        expect(await store.cases({ limit: 2, states: [] })).toEqual([]);

        const oldest = await store.decisions({ limit: 2 });
        expect(names(oldest)).toEqual(['D-1001', 'D-0']);
        expect(names(await store.decisions({ limit: 2, after: oldest.at(-1)?.cursor }))).toEqual(['D-1', 'D-2']);
      });

      it.each([
        ['case', { cases: [{ ...filed, conversationId: 'ben' }] }],
        ['decision', { decisions: [{ ...issued, conversationId: 'ben' }] }],
      ])('a %s is never overwritten from another conversation', async (_, change) => {
        const stolen = turn('ben', 1, { ...says('mine', 'k1'), ...change });
        expect(await store.commit(stolen)).toEqual({ kind: 'conflict' });
        expect(await store.case('R-1001')).toMatchObject({ conversationId: 'anna' });
        expect(await store.decision('D-1001')).toMatchObject({ conversationId: 'anna' });
        expect(await store.conversation('ben')).toMatchObject({ revision: 1 });
        expect(await store.activities('ben', 2, 9)).toEqual([]);
      });
    });

    describe('returns', () => {
      const at = '2026-11-21T09:00:00.000Z';
      const without = ({ itemKey: _, ...rest }: StoredReturn): StoredReturn => rest;
      beforeEach(async () => {
        await committed(store, opening('anna', { decisions: [issued] }));
        await committed(store, opening('ben'));
      });

      it('are found by the reference of their decision and by their item, with the time they were submitted', async () => {
        expect(await store.return('D-1001')).toBeUndefined();
        await committed(store, turn('anna', 1, { returns: [submitted] }));
        expect(await store.return('D-1001')).toEqual({ ...submitted, at });
        expect(await store.openReturn('tool-shop 4711 1')).toEqual({ ...submitted, at });
        expect(await store.return('D-9')).toBeUndefined();
        expect(await store.openReturn('tool-shop 4711 2')).toBeUndefined();
      });

      it('need no item', async () => {
        const others = ['D-1002', 'D-1003'].map((reference, i) => ({ ...submitted, reference, rma: `RMA-${i}` }));
        await committed(store, turn('anna', 1, { returns: others.map(without) }));
        expect(await store.return('D-1002')).toEqual({ ...without(others[0] as StoredReturn), at });
        expect(await store.return('D-1003')).toMatchObject({ rma: 'RMA-1' });
      });

      it.each([
        ['reference', 'the same decision', { rma: 'RMA-2', itemKey: 'else' }],
        ['item', 'the same item', { rma: 'RMA-2', reference: 'D-2' }],
      ] as const)('are taken by %s: a second one for %s writes nothing', async (by, _, change) => {
        await committed(store, turn('anna', 1, { returns: [submitted] }));
        const second = turn('ben', 1, {
          ...says('mine', 'k1'),
          events: [{ type: 'lost', data: 1 }],
          decisions: [{ ...issued, reference: 'D-2', conversationId: 'ben' }],
          returns: [{ ...submitted, conversationId: 'ben', ...change }],
        });
        expect(await store.commit(second)).toEqual({ kind: 'taken', by });
        expect(await store.conversation('ben')).toMatchObject({ revision: 1 });
        expect([await store.events('ben'), await store.activities('ben', 2, 9)]).toEqual([[], []]);
        expect([await store.decision('D-2'), await store.return('D-2')]).toEqual([undefined, undefined]);
        expect(await store.return('D-1001')).toEqual({ ...submitted, at });
      });

      it('of one turn stand in each other’s way, too', async () => {
        const twice = [submitted, { ...submitted, rma: 'RMA-2', reference: 'D-2' }];
        expect(await store.commit(turn('anna', 1, { returns: twice }))).toEqual({ kind: 'taken', by: 'item' });
        expect(await store.return('D-1001')).toBeUndefined();
      });

      it('meet a conflict when their number is taken, and can come again with another', async () => {
        await committed(store, turn('anna', 1, { returns: [submitted] }));
        const clash = { ...submitted, conversationId: 'ben', reference: 'D-2', itemKey: 'else' };
        expect(await store.commit(turn('ben', 1, { returns: [clash] }))).toEqual({ kind: 'conflict' });
        await committed(store, turn('ben', 1, { returns: [{ ...clash, rma: 'RMA-2' }] }));
      });

      it('of an old revision meet the conflict first', async () => {
        await committed(store, turn('anna', 1, { returns: [submitted] }));
        expect(await store.commit(turn('anna', 1, { returns: [submitted] }))).toEqual({ kind: 'conflict' });
      });

      it('of one item that are submitted at once: one wins', async () => {
        const other = await reopen();
        const results = await Promise.all([
          store.commit(turn('anna', 1, { returns: [submitted] })),
          other.commit(
            turn('ben', 1, { returns: [{ ...submitted, rma: 'RMA-2', reference: 'D-2', conversationId: 'ben' }] }),
          ),
        ]);
        expect(results.map(({ kind }) => kind).sort()).toEqual(['committed', 'taken']);
      });
    });

    describe('those who watch', () => {
      it('hear of each commit with its notice, and of nothing that was not written', async () => {
        const heard: StoreChange[] = [];
        const stop = store.watch((change) => heard.push(change));
        const opened = (await committed(store, opening('anna', { notice: ['R-1001'] }))).replies.length;
        await store.commit(turn('anna', 7));
        await committed(store, turn('anna', 1));
        expect(heard).toEqual([
          { conversationId: 'anna', notice: ['R-1001'], messages: expect.any(Array) },
          { conversationId: 'anna', messages: await store.activities('anna', opened, 10) },
        ]);
        stop();
        await committed(store, turn('anna', 2));
        expect(heard).toHaveLength(2);
      });

      it('hear when something is being written', () => {
        const heard: string[] = [];
        const stop = store.watchTyping((id) => heard.push(id));
        store.tellTyping('anna');
        stop();
        store.tellTyping('anna');
        expect(heard).toEqual(['anna']);
      });
    });

    describe('uses', () => {
      const minute = 60_000;
      const later = (ms: number): string => new Date(Date.parse('2026-11-21T09:00:00.000Z') + ms).toISOString();

      it('are counted by key over all that share the store, each until its window has passed', async () => {
        const other = await reopen();
        expect(await store.countUse('a', later(0), minute)).toBe(1);
        expect(await other.countUse('a', later(30_000), minute)).toBe(2);
        expect(await store.countUse('b', later(30_000), minute)).toBe(1);
        expect(await store.countUse('a', later(minute - 1), minute)).toBe(3);
        expect(await store.countUse('a', later(minute), minute)).toBe(3);
        expect(await store.countUse('a', later(3 * minute), minute)).toBe(1);
      });

      it('are counted once each when many come at once', async () => {
        const stores = [store, await reopen()];
        const counts = await Promise.all(
          Array.from({ length: 20 }, (_, i) => (stores[i % 2] ?? store).countUse('a', later(i), minute)),
        );
        expect(counts.toSorted((one, next) => one - next)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
      });

      it('can be taken back, the last one first', async () => {
        await store.countUse('a', later(0), minute);
        await store.countUse('a', later(30_000), minute);
        await store.takeBackUse('a', later(30_000), minute);
        await store.takeBackUse('never', later(30_000), minute);
        expect(await store.countUse('a', later(40_000), minute)).toBe(2);
        expect(await store.countUse('a', later(70_000), minute)).toBe(2);
      });
    });

    it('keeps the text of a policy under its digest', async () => {
      const policy = { id: 'tool-shop', version: '2026-11-01', digest: 'sha256:aa', text: 'id: tool-shop\n' };
      await store.keepPolicy(policy);
      await store.keepPolicy(policy);
      expect(await store.policy('sha256:aa')).toEqual(policy);
      expect(await store.policy('sha256:bb')).toBeUndefined();
    });

    it('keeps the plan of a policy for the planner that made it, in the place of an older one', async () => {
      const plan = { digest: 'sha256:aa', planner: 2, bytes: Uint8Array.of(1, 2, 3) };
      await store.keepPlan({ ...plan, planner: 1, bytes: Uint8Array.of(9) });
      await store.keepPlan(plan);
      expect(await store.plan('sha256:aa', 2)).toEqual(plan.bytes);
      expect(await store.plan('sha256:aa', 1)).toBeUndefined();
      expect(await store.plan('sha256:bb', 2)).toBeUndefined();
      await store.keepPlan({ ...plan, bytes: Uint8Array.of() });
      expect(await store.plan('sha256:aa', 2)).toEqual(Uint8Array.of());
    });

    it('makes a secret once, even when two processes race', async () => {
      const other = await reopen();
      let made = 0;
      const make = async () => {
        made += 1;
        const mine = `secret ${made}`;
        await new Promise((resolve) => setTimeout(resolve, 5));
        return mine;
      };
      const secrets = await Promise.all([
        store.secret('key', make),
        other.secret('key', make),
        store.secret('key', make),
      ]);
      expect(new Set(secrets).size).toBe(1);
      const before = made;
      expect(await store.secret('key', make)).toBe(secrets[0]);
      expect(made).toBe(before);
      expect(await store.secret('another', async () => 'else')).toBe('else');
    });

    it('still has everything after it was closed and opened again', async () => {
      await committed(
        store,
        opening('anna', {
          cases: [filed],
          decisions: [issued],
          returns: [submitted],
          events: [{ type: 'a', data: 1 }],
        }),
      );
      await committed(store, turn('anna', 1, { ...says('broken', 'k1'), replies: [{ type: 'message' }] }));
      await store.secret('key', async () => 'kept');
      const seen = async (from: Store) => [
        await from.conversation('anna'),
        await from.activities('anna', 0, 99),
        await from.events('anna'),
        await from.cases({ limit: 99 }),
        await from.decisions({ limit: 99 }),
        await from.return('D-1001'),
        await from.repeated('anna', 'k1'),
        await from.secret('key', async () => 'other'),
      ];
      const before = await seen(store);
      await store.close();
      opened.splice(0);
      expect(await seen(await reopen())).toEqual(before);
    });

    it('keeps files as they are, and no more of a conversation than it is told', async () => {
      await committed(store, opening('anna', {}));
      const at = '2026-11-21T09:00:00.000Z';
      const file = { conversationId: 'anna', name: 'crack.jpg', contentType: 'image/jpeg', at };
      const bytes = new Uint8Array([0, 255, 1, 254]);
      expect(await store.keepFile({ ...file, id: 'f1', bytes }, 1)).toBe(true);
      expect(await store.keepFile({ ...file, id: 'f2', bytes }, 1)).toBe(false);
      const kept = await store.file('f1');
      expect({ ...kept, bytes: [...(kept?.bytes ?? [])] }).toEqual({ ...file, id: 'f1', bytes: [...bytes] });
      expect(await store.file('f2')).toBeUndefined();
    });

    it('keeps a file that is sent again under its id once, and says that it has it', async () => {
      await committed(store, opening('anna', {}));
      const at = '2026-11-21T09:00:00.000Z';
      const file = { id: 'f1', conversationId: 'anna', name: 'crack.jpg', contentType: 'image/jpeg', at };
      expect(await store.keepFile({ ...file, bytes: new Uint8Array([1]) }, 1)).toBe(true);
      expect(await store.keepFile({ ...file, bytes: new Uint8Array([2]) }, 1)).toBe(true);
      expect([...((await store.file('f1'))?.bytes ?? [])]).toEqual([1]);
    });

    it('pages activities by their bytes as well, and leaves the first of a page never out', async () => {
      const replies = Array.from({ length: 5 }, () => ({ type: 'message', text: 'é'.repeat(1_000) }));
      await committed(store, opening('anna', {}));
      const last = (await store.activities('anna', 0, 99)).at(-1)?.seq ?? 0;
      await committed(store, turn('anna', 1, { replies }));
      const seqs = async (after: number, maxBytes: number) =>
        (await store.activities('anna', after, 99, maxBytes)).map(({ seq }) => seq - last);
      expect(await seqs(last, 10_000_000)).toContain(5);
      const first = await seqs(last, 5_000);
      expect(first.length).toBeLessThan(4);
      expect(await seqs(last + (first.at(-1) ?? 0), 1)).toHaveLength(1);
    });

    it('tells the bytes of a conversation', async () => {
      expect(await store.conversationBytes('anna')).toBe(0);
      await committed(store, opening('anna', {}));
      const before = await store.conversationBytes('anna');
      await committed(store, turn('anna', 1, { replies: [{ type: 'message', text: 'é'.repeat(1_000) }] }));
      expect(await store.conversationBytes('anna')).toBeGreaterThan(before + 2_000);
      expect(await store.conversationBytes('anna')).toBeLessThan(before + 2_200);
    });

    describe('the places where desks show a case', () => {
      const place = { reference: 'R-1001', desk: 'slack', key: 'C1 17.5', data: { channel: 'C1' } };

      it('are found from the case and from the place', async () => {
        await store.keepCaseLink(place);
        expect(await store.caseLink('R-1001', 'slack')).toEqual(place);
        expect(await store.caseLinkByKey('slack', 'C1 17.5')).toEqual(place);
        expect(await store.caseLink('R-1001', 'teams')).toBeUndefined();
        expect(await store.caseLinkByKey('teams', 'C1 17.5')).toBeUndefined();
      });

      it('are one a desk', async () => {
        await store.keepCaseLink(place);
        await store.keepCaseLink({ ...place, key: 'C2 1' });
        expect(await store.caseLinkByKey('slack', 'C1 17.5')).toBeUndefined();
        expect(await store.caseLink('R-1001', 'slack')).toMatchObject({ key: 'C2 1' });
      });
    });

    it('sees a key for the first time once, until it is forgotten', async () => {
      const day = (n: number): string => `2026-11-${n}T09:00:00.000Z`;
      expect(await store.seen('Ev1')).toBe(false);
      expect(await store.firstSeen('Ev1', day(20), day(19))).toBe(true);
      expect(await store.seen('Ev1')).toBe(true);
      expect(await store.firstSeen('Ev1', day(21), day(20))).toBe(false);
      expect(await store.firstSeen('Ev1', day(25), day(24))).toBe(true);
    });

    it('takes a turn that no message caused once for each key', async () => {
      await committed(store, opening('anna', {}));
      await committed(store, turn('anna', 1, { key: 'desk 1', replies: [{ type: 'message', text: 'Hello' }] }));
      const again = await store.commit(
        turn('anna', 2, { key: 'desk 1', replies: [{ type: 'message', text: 'Hello' }] }),
      );
      expect(again).toMatchObject({ kind: 'repeated', replies: [{ activity: { text: 'Hello' } }] });
      expect(again).not.toHaveProperty('inbound');
    });

    describe('hard text', () => {
      it.each(['\0', '\ud800', '\u0001json:'])('is looked for anywhere, here %j, without a failure', async (odd) => {
        expect(await store.conversation(odd)).toBeUndefined();
        expect(await store.policy(odd)).toBeUndefined();
        expect(await store.plan(odd, 1)).toBeUndefined();
        expect(await store.caseLink(odd, odd)).toBeUndefined();
        expect(await store.caseLinkByKey(odd, odd)).toBeUndefined();
        expect(await store.cases({ states: [odd], limit: 1 })).toEqual([]);
        expect(await store.deskRows({ kind: odd, owner: odd })).toEqual([]);
        expect(await store.deskRow(odd, odd, odd)).toBeUndefined();
        expect(await store.talkKey(odd, odd)).toBeUndefined();
      });

      it('comes back as it was', async () => {
        const text = 'Größe „XL“ — 返品 🚚👩🏽‍🔧 \u0000 \u2028 \ud83d \'"; DROP TABLE turns; --';
        const record = { [text]: [text, 0, -1.5, 1e21, true, null, { '': [] }] };
        const replies = [{ type: 'message', text }];
        await committed(store, opening('ünï 🚚', { record, replies, events: [{ type: text, data: text }] }));
        expect(await store.conversation('ünï 🚚')).toMatchObject({ record });
        expect(await store.activities('ünï 🚚', 0, 9)).toMatchObject([{ activity: { text } }]);
        expect(await store.events('ünï 🚚')).toMatchObject([{ data: text }]);
      });

      it('may be two megabytes long', async () => {
        const record = Array.from({ length: 2_000 }, (_, index) => ({ index, text: 'ß'.repeat(500) }));
        await committed(store, opening('anna', { record, replies: [{ type: 'message', text: 'x'.repeat(500_000) }] }));
        expect(await store.conversation('anna')).toMatchObject({ record });
        expect((await store.activities('anna', 0, 1))[0]?.activity.text).toHaveLength(500_000);
      });
    });

    it('answers a ping while open, and fails it when closed', async () => {
      await store.ping();
      await store.close();
      opened.splice(0);
      await expect(store.ping()).rejects.toThrow();
    });
  });
}
