import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseEntry, CaseQuery } from '../../src/store/case-index.ts';
import type { Store } from '../../src/store/store.ts';
import type { OpenStore } from './contract.ts';
import { committed, opening, says, turn } from './sqlite/turns.ts';

const nine = '2026-11-21T09:00:00.000Z';
const ten = '2026-11-21T10:00:00.000Z';
const eleven = '2026-11-21T11:00:00.000Z';

/** What a shop's case is found by, of a conversation of the same name. */
export function entryOf(conversationId: string, rest: Partial<CaseEntry> = {}): CaseEntry {
  return {
    reference: `R-${conversationId}`,
    conversationId,
    place: `1${conversationId}`,
    state: 'waiting',
    urgent: false,
    shop: 'tool-shop',
    reason: 'asked-for-human',
    tags: [],
    texts: [],
    isWhole: true,
    ...rest,
  };
}

/** The row of the case beside its entry. */
export function caseOf({ reference, conversationId, state, urgent }: CaseEntry) {
  return { reference, conversationId, state, urgent, caseFile: {} };
}

/** What every store must keep of finding cases, whatever it is made of. */
export function findingContract(name: string, newPlace: () => Promise<string>, open: OpenStore): void {
  describe(`${name} keeps the contract of finding`, () => {
    let store: Store;

    beforeEach(async () => {
      store = await open(await newPlace());
    });
    afterEach(() => store.close());

    async function file(conversationId: string, rest: Partial<CaseEntry> = {}): Promise<CaseEntry> {
      const entry = entryOf(conversationId, rest);
      await committed(store, opening(conversationId));
      await committed(store, turn(conversationId, 1, { cases: [caseOf(entry)], caseEntries: [entry] }));
      return entry;
    }

    async function found(query: Partial<CaseQuery>): Promise<string[]> {
      const { cases } = await store.findCases({ at: ten, limit: 50, ...query });
      return cases.map(({ conversationId }) => conversationId);
    }

    it('finds a case by words of its talk, by beginnings of words, and by numbers in any spelling', async () => {
      await file('anna', { texts: ['The battery of my drill is dead', 'EQ-1015', 'Größe 🚚 anna@example.com'] });
      await file('boris', { texts: ['The charger is dead'] });
      expect(await found({ text: 'batt' })).toEqual(['anna']);
      expect(await found({ text: 'DEAD' })).toEqual(['anna', 'boris']);
      expect(await found({ text: 'dead charger' })).toEqual(['boris']);
      expect(await found({ text: 'eq 1015' })).toEqual(['anna']);
      expect(await found({ text: 'eq1015' })).toEqual(['anna']);
      expect(await found({ text: 'grosse' })).toEqual(['anna']);
      expect(await found({ text: 'anna@example.com' })).toEqual(['anna']);
      expect(await found({ text: 'nothing of this' })).toEqual([]);
      expect(await found({ text: `' " % _ \\ ) ; dead` })).toEqual(['anna', 'boris']);
      for (const signs of [`' " % _ \\ ) ;`, '😀 % * " !', '!'])
        expect(await found({ text: signs }), signs).toEqual([]);
      expect(await found({ text: '  ' })).toEqual(['anna', 'boris']);
    });

    it('finds few cases among very many, by their places, page by page', async () => {
      await committed(store, opening('anna'));
      for (let hundred = 0; hundred < 12; hundred += 1) {
        const caseEntries = Array.from({ length: 100 }, (_, n) => {
          const number = String(hundred * 100 + n).padStart(4, '0');
          const texts = ['The drill is broken', ...(n === 99 ? ['and smells of ozone'] : [])];
          return entryOf('anna', { reference: `R-${number}`, place: `1${number}`, texts, tags: [`tag-${n}`] });
        });
        await committed(store, turn('anna', hundred + 1, { cases: caseEntries.map(caseOf), caseEntries }));
      }
      const references = (cases: { reference: string }[]) => cases.map(({ reference }) => reference);
      const first = await store.findCases({ at: ten, limit: 10, text: 'smell ozone' });
      expect(references(first.cases)).toEqual(Array.from({ length: 10 }, (_, n) => `R-0${n}99`));
      const second = await store.findCases({ at: ten, limit: 10, text: 'smell ozone', after: first.next ?? '' });
      expect([references(second.cases), second.next]).toEqual([['R-1099', 'R-1199'], undefined]);
      const last = await store.findCases({ at: ten, limit: 2, text: 'drill', after: '11197' });
      expect([references(last.cases), last.next]).toEqual([['R-1198', 'R-1199'], undefined]);
      const tagged = await store.findCases({ at: ten, limit: 2, text: 'ozone', tag: 'tag-99' });
      expect(references(tagged.cases)).toEqual(['R-0099', 'R-0199']);
      expect(await found({ text: 'zeppelin' })).toEqual([]);
    });

    it.each(['\0', 'a\0b', '\ud800', '\u0001json:'])('finds nothing by %j, and does not fail', async (odd) => {
      await file('anna');
      for (const query of [{ tag: odd }, { agentId: odd }, { shop: odd }, { reason: odd }, { states: [odd] }])
        expect(await found(query)).toEqual([]);
      await expect(found({ after: odd })).resolves.toBeDefined();
    });

    it('finds a case by what was said after it was filed, too', async () => {
      const entry = await file('anna', { texts: ['The battery is dead'] });
      const more = { ...entry, texts: ['It smells of ozone', 'the battery'], isWhole: false };
      await committed(store, turn('anna', 2, { ...says('It smells', 'k1'), caseEntries: [more] }));
      expect(await found({ text: 'ozone battery' })).toEqual(['anna']);
    });

    it('keeps nothing of a part of a talk whose beginning it does not have', async () => {
      const entry = entryOf('anna', { texts: ['ozone'], isWhole: false });
      await committed(store, opening('anna'));
      await committed(store, turn('anna', 1, { cases: [caseOf(entry)], caseEntries: [entry] }));
      expect(await found({})).toEqual([]);
    });

    it('gives the cases by their places, page by page', async () => {
      for (const [id, place] of Object.entries({ anna: '1c', boris: '1a', carla: '5a', dora: '0z' }))
        await file(id, { place });
      expect(await found({})).toEqual(['dora', 'boris', 'anna', 'carla']);
      const first = await store.findCases({ at: ten, limit: 3 });
      expect(first.cases.map(({ place }) => place)).toEqual(['0z', '1a', '1c']);
      const second = await store.findCases({ at: ten, limit: 3, after: first.next ?? '' });
      expect(second.cases.map(({ place }) => place)).toEqual(['5a']);
      expect(second.next).toBeUndefined();
    });

    it('moves a case that is looked after to its new place', async () => {
      const entry = await file('anna', { waitingSince: nine, dueAt: ten });
      await file('boris');
      const ann = { id: 'ann', name: 'Ann' };
      const { waitingSince: _, dueAt: __, ...rest } = entry;
      const after = { ...rest, place: '3anna', state: 'claimed', agent: ann, tags: ['fragile'], isWhole: false };
      await committed(store, turn('anna', 2, { cases: [caseOf(after)], caseEntries: [after] }));
      const { cases } = await store.findCases({ at: ten, limit: 9 });
      expect(cases.map(({ reference }) => reference)).toEqual(['R-boris', 'R-anna']);
      expect(cases[1]).toMatchObject({ place: '3anna', state: 'claimed', tags: ['fragile'], changedAt: nine });
      expect(cases[1]).not.toHaveProperty('waitingSince');
      expect(cases[1]).not.toHaveProperty('dueAt');
    });

    it('finds by state, agent, shop, reason, tag and urgency, and by all of them at once', async () => {
      const ann = { id: 'ann', name: 'Ann' };
      await file('anna', { state: 'claimed', agent: ann, tags: ['fragile', 'vip'], urgent: true, texts: ['drill'] });
      await file('boris', { shop: 'furniture', reason: 'human-review', tags: ['fragile2'] });
      await file('carla', { state: 'closed' });
      expect(await found({ states: ['claimed', 'closed'] })).toEqual(['anna', 'carla']);
      expect(await found({ agentId: 'ann' })).toEqual(['anna']);
      expect(await found({ agentId: null })).toEqual(['boris', 'carla']);
      expect(await found({ shop: 'furniture' })).toEqual(['boris']);
      expect(await found({ reason: 'human-review' })).toEqual(['boris']);
      expect(await found({ tag: 'fragile' })).toEqual(['anna']);
      expect(await found({ isUrgent: true })).toEqual(['anna']);
      expect(await found({ text: 'dri', agentId: 'ann', states: ['claimed'], tag: 'vip' })).toEqual(['anna']);
      expect(await found({ text: 'dri', agentId: null })).toEqual([]);
    });

    it('knows what is overdue, and what is put aside and comes back by itself', async () => {
      await file('anna', { dueAt: ten });
      await file('boris', { dueAt: eleven, snoozedUntil: eleven });
      expect(await found({ isOverdue: true })).toEqual(['anna']);
      expect(await found({ isOverdue: true, at: nine })).toEqual([]);
      expect(await found({ isSnoozed: false })).toEqual(['anna']);
      expect(await found({ isSnoozed: true })).toEqual(['boris']);
      expect(await found({ isSnoozed: false, at: eleven })).toEqual(['anna', 'boris']);
    });

    it('counts the open cases by all that they are sorted by', async () => {
      const ann = { id: 'ann', name: 'Ann' };
      await file('anna', { state: 'claimed', agent: ann, dueAt: nine, tags: ['vip'] });
      await file('boris');
      await file('carla');
      await file('dora', { state: 'closed' });
      const shop = { shop: 'tool-shop', reason: 'asked-for-human', urgent: false, isSnoozed: false };
      expect((await store.countCases(ten)).toSorted((one, other) => one.count - other.count)).toEqual([
        { ...shop, state: 'claimed', agent: ann, isOverdue: true, tags: ['vip'], count: 1 },
        { ...shop, state: 'waiting', isOverdue: false, tags: [], count: 2 },
      ]);
    });

    it('makes an entry anew where one is missing, unless the talk has gone on meanwhile', async () => {
      const entry = entryOf('anna', { texts: ['ozone'] });
      await committed(store, opening('anna'));
      await committed(store, turn('anna', 1, { cases: [caseOf(entry)] }));
      await file('boris');
      const missing = await store.casesWithoutEntry();
      expect(missing.cases).toMatchObject([{ reference: 'R-anna', conversationId: 'anna' }]);
      expect(missing.next).toBeUndefined();
      expect(await store.keepCaseEntry(entry, 1)).toBe(false);
      expect(await store.keepCaseEntry(entry, 2)).toBe(true);
      expect(await found({ text: 'ozone' })).toEqual(['anna']);
      expect(await store.casesWithoutEntry()).toEqual({ cases: [] });
    });

    it('takes an entry for missing whose case has changed without it', async () => {
      const entry = await file('anna');
      await committed(store, turn('anna', 2, { cases: [{ ...caseOf(entry), state: 'closed' }] }));
      expect((await store.casesWithoutEntry()).cases).toMatchObject([{ reference: 'R-anna' }]);
    });

    it('writes nothing of a turn that met another one', async () => {
      const entry = await file('anna');
      const foreign = { ...entry, conversationId: 'boris', texts: ['ozone'] };
      await committed(store, opening('boris'));
      const late = turn('boris', 1, { cases: [caseOf(foreign)], caseEntries: [foreign] });
      expect(await store.commit(late)).toEqual({ kind: 'conflict' });
      const stale = turn('anna', 1, { caseEntries: [{ ...entry, texts: ['ozone'] }] });
      expect(await store.commit(stale)).toEqual({ kind: 'conflict' });
      expect(await found({ text: 'ozone' })).toEqual([]);
      expect(await found({})).toEqual(['anna']);
    });

    it('forgets what an erased conversation was found by', async () => {
      await file('anna', { texts: ['ozone'] });
      await file('boris', { texts: ['ozone'] });
      await store.erase({ conversationId: 'anna' });
      expect(await found({ text: 'ozone' })).toEqual(['boris']);
    });

    it('after a part of a talk is erased makes the entry of a later case anew', async () => {
      const entry = entryOf('anna', { texts: ['ozone'] });
      await committed(store, opening('anna', { at: nine }));
      await committed(store, turn('anna', 1, { at: ten }));
      await committed(store, turn('anna', 2, { at: eleven, cases: [caseOf(entry)], caseEntries: [entry] }));
      await store.erase({ conversationId: 'anna', upToRevision: 2 });
      expect(await found({ text: 'ozone' })).toEqual([]);
      expect((await store.casesWithoutEntry()).cases).toMatchObject([{ reference: 'R-anna' }]);
    });
  });
}
