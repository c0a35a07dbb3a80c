import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PendingEffect, Store } from '../../src/store/store.ts';
import type { OpenStore } from './contract.ts';
import { committed, opening, says, turn } from './sqlite/turns.ts';

const at = '2026-11-21T09:00:00.000Z';
const soon = '2026-11-21T10:00:00.000Z';
const later = '2026-11-21T11:00:00.000Z';
const card = (key: string, n: number) => ({ kind: 'card', key, payload: { n } });
const kinds = ['card', 'post'];
const delivery = { kind: 'post', address: { url: 'https://channel.example' } };

/** What every store must keep of the effects of turns, whatever it is made of. */
export function outboxContract(name: string, newPlace: () => Promise<string>, open: OpenStore): void {
  describe(`${name} keeps the outbox's contract`, () => {
    let place: string;
    let store: Store;
    const opened: Store[] = [];

    async function reopen(): Promise<Store> {
      const another = await open(place);
      opened.push(another);
      return another;
    }
    /** What is due; a lease that ends as it begins holds up nobody. */
    const due = async (when = at, limit = 9): Promise<PendingEffect[]> =>
      store.leaseEffects({ kinds, at: when, until: when, limit });
    const numbers = async (when = at) => (await due(when)).map(({ payload }) => (payload as { n: number }).n);

    beforeEach(async () => {
      place = await newPlace();
      store = await reopen();
    });
    afterEach(async () => {
      for (const each of opened.splice(0)) await each.close();
    });

    it('offers the oldest of each key, and the next once it is delivered', async () => {
      await committed(store, opening('anna', { effects: [card('a', 1), card('a', 2), card('b', 3)] }));
      await committed(store, opening('ben', { effects: [card('b', 4)] }));
      const [first, second] = await due();
      expect(first).toEqual({ id: first?.id, ...card('a', 1), conversationId: 'anna', at, attempts: 0 });
      expect(second).toMatchObject(card('b', 3));
      await store.effectDelivered(first?.id ?? 0, at);
      expect(await numbers()).toEqual([2, 3]);
      await store.effectDelivered(second?.id ?? 0, at);
      expect(await numbers()).toEqual([2, 4]);
      expect(await due(at, 1)).toHaveLength(1);
    });

    it('offers at once, when asked to, what waits for longer than anybody puts it off', async () => {
      await committed(store, opening('anna', { effects: [card('a', 1), card('b', 2), card('c', 3), card('c', 4)] }));
      const [first, second, third] = await due();
      await store.effectFailed(first?.id ?? 0, later);
      await store.effectReleased(second?.id ?? 0, soon);
      await store.effectDelivered(third?.id ?? 0, at);
      expect(await numbers()).toEqual([4]);
      expect(await store.hastenEffects(soon)).toBe(1);
      expect(await numbers()).toEqual([1, 4]);
      expect(await store.hastenEffects(soon)).toBe(0);
    });

    it('gives each effect to one of those who ask at once, whatever process they are', async () => {
      const effects = Array.from({ length: 20 }, (_, n) => card(`key ${n}`, n));
      await committed(store, opening('anna', { effects }));
      const stores = [store, await reopen()];
      const asked = Array.from({ length: 8 }, async (_, index) =>
        (stores[index % 2] ?? store).leaseEffects({ kinds: ['card'], at, until: soon, limit: 5 }),
      );
      const ids = (await Promise.all(asked)).flat().map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      const rest = await store.leaseEffects({ kinds: ['card'], at, until: soon, limit: 99 });
      expect(new Set([...ids, ...rest.map(({ id }) => id)]).size).toBe(20);
      expect(await store.leaseEffects({ kinds: ['card'], at: soon, until: later, limit: 99 })).toHaveLength(20);
    });

    it('says of a commit whether it left something to deliver', async () => {
      expect(await store.commit(opening('anna'))).not.toHaveProperty('hasEffects');
      expect(await store.commit(turn('anna', 1, { effects: [card('a', 1)] }))).toMatchObject({ hasEffects: true });
      expect(await store.commit(turn('anna', 2, { delivery }))).not.toHaveProperty('hasEffects');
      expect(await store.commit(turn('anna', 3, { replies: [{ type: 'message' }] }))).toMatchObject({
        hasEffects: true,
      });
      const handedOver = turn('anna', 4, { replies: [{ type: 'message' }], isHandedOver: true });
      expect(await store.commit(handedOver)).not.toHaveProperty('hasEffects');
    });

    it('holds back a failed one and what follows it until its time, and nothing else', async () => {
      await committed(store, opening('anna', { effects: [card('a', 1), card('a', 2), card('b', 3)] }));
      const [first] = await due();
      await store.effectFailed(first?.id ?? 0, soon);
      expect(await numbers()).toEqual([3]);
      expect(await due(soon)).toMatchObject([{ payload: { n: 1 }, attempts: 1 }, { payload: { n: 3 } }]);
      await store.effectFailed(first?.id ?? 0, later);
      expect(await numbers(soon)).toEqual([3]);
      expect(await due(later)).toMatchObject([{ attempts: 2 }, {}]);
    });

    it('passes over one that was given up', async () => {
      await committed(store, opening('anna', { effects: [card('a', 1), card('a', 2)] }));
      const [first] = await due();
      await store.effectParked(first?.id ?? 0, at);
      expect(await numbers(later)).toEqual([2]);
    });

    it('writes no effect of a turn that is not written', async () => {
      await committed(store, opening('anna'));
      expect(await store.commit(turn('anna', 5, { effects: [card('a', 1)] }))).toEqual({ kind: 'conflict' });
      expect(await due()).toEqual([]);
    });

    it('has them still after it was closed and opened again', async () => {
      await committed(store, opening('anna', { delivery, effects: [card('a', 1)] }));
      const before = await due();
      await store.effectFailed(before[0]?.id ?? 0, soon);
      await store.close();
      opened.splice(0);
      store = await reopen();
      expect(await due(soon)).toEqual([{ ...before[0], attempts: 1 }, before[1]]);
    });

    describe('where a conversation has a delivery', () => {
      it('every reply is an effect, in order, with its message', async () => {
        const { replies } = await committed(store, opening('anna', { delivery }));
        expect(await store.conversation('anna')).toMatchObject({ delivery });
        const [first] = await due();
        expect(first).toMatchObject({ kind: 'post', key: 'anna', payload: delivery.address, message: replies[0] });
        expect(await due()).toHaveLength(1);
        await store.effectDelivered(first?.id ?? 0, at);
        expect(await due()).toMatchObject([{ message: replies[1] }]);
      });

      it('so are those of later turns, whoever speaks, but not the customer’s own', async () => {
        await committed(store, opening('anna', { delivery, replies: [] }));
        const replies = [{ type: 'message', text: 'Noted' }];
        const answered = await committed(store, turn('anna', 1, { ...says('broken', 'k1'), replies }));
        const spoken = await committed(store, turn('anna', 2, { replies }));
        const messages = [];
        for (let [next] = await due(); next; [next] = await due()) {
          messages.push(next.message);
          await store.effectDelivered(next.id, at);
        }
        expect(messages).toEqual([...answered.replies, ...spoken.replies]);
      });

      it('the newest one counts, and is kept', async () => {
        await committed(store, opening('anna', { delivery, replies: [] }));
        const moved = { kind: 'post', address: { url: 'https://moved.example' } };
        await committed(store, turn('anna', 1, { ...says('hello', 'k1'), delivery: moved }));
        await committed(store, turn('anna', 2, { replies: [{ type: 'message' }] }));
        expect(await due()).toMatchObject([{ payload: moved.address }]);
        expect(await store.conversation('anna')).toMatchObject({ delivery: moved });
      });

      it('replies that the caller hands over are no effects', async () => {
        await committed(store, opening('anna', { delivery, isHandedOver: true }));
        expect(await due()).toEqual([]);
        await committed(store, turn('anna', 1, { replies: [{ type: 'message' }] }));
        expect(await due()).toHaveLength(1);
      });

      it('a message that comes again brings nothing twice', async () => {
        await committed(store, opening('anna', { delivery, replies: [] }));
        const again = turn('anna', 1, { ...says('broken', 'k1'), replies: [{ type: 'message' }] });
        await store.commit(again);
        await store.commit(again);
        const [only] = await due();
        await store.effectDelivered(only?.id ?? 0, at);
        expect(await due()).toEqual([]);
      });
    });

    describe('a lease', () => {
      const lease = async (where: Store, when: string, until: string, limit = 9) =>
        (await where.leaseEffects({ kinds, at: when, until, limit })).map(
          ({ payload }) => (payload as { n: number }).n,
        );

      it('keeps an effect and what follows under its key from all others until it ends', async () => {
        await committed(store, opening('anna', { effects: [card('a', 1), card('a', 2), card('b', 3)] }));
        expect(await lease(store, at, later)).toEqual([1, 3]);
        const other = await reopen();
        expect(await lease(other, soon, later)).toEqual([]);
        expect(await lease(other, later, later)).toEqual([1, 3]);
      });

      it('is of one of two that look at once', async () => {
        await committed(store, opening('anna', { effects: [card('a', 1), card('b', 2), card('c', 3)] }));
        const other = await reopen();
        const leased = await Promise.all([lease(store, at, later), lease(other, at, later)]);
        expect(leased.flat().toSorted()).toEqual([1, 2, 3]);
      });

      it('takes no more than it asks for, and the rest another time', async () => {
        await committed(store, opening('anna', { effects: [card('a', 1), card('b', 2), card('c', 3)] }));
        expect(await lease(store, at, later, 2)).toEqual([1, 2]);
        expect(await lease(store, at, later, 2)).toEqual([3]);
      });

      it('is of the kinds that it names alone', async () => {
        await committed(store, opening('anna', { effects: [card('a', 1), { ...card('a', 2), kind: 'fax' }] }));
        expect(await store.leaseEffects({ kinds: ['fax'], at, until: later, limit: 9 })).toMatchObject([{ key: 'a' }]);
        expect(await store.leaseEffects({ kinds: [], at, until: later, limit: 9 })).toEqual([]);
        expect(await lease(store, at, later)).toEqual([1]);
      });

      it('ends with the delivery, and with a failure', async () => {
        await committed(store, opening('anna', { effects: [card('a', 1), card('a', 2), card('b', 3)] }));
        const [one, three] = await store.leaseEffects({ kinds, at, until: later, limit: 9 });
        await store.effectDelivered(one?.id ?? 0, at);
        await store.effectFailed(three?.id ?? 0, soon);
        expect(await lease(store, at, later)).toEqual([2]);
        expect(await lease(store, soon, later)).toEqual([3]);
      });

      it('can be given back, which is no attempt', async () => {
        await committed(store, opening('anna', { effects: [card('a', 1), card('b', 2)] }));
        const [one, two] = await store.leaseEffects({ kinds, at, until: later, limit: 9 });
        await store.effectReleased(one?.id ?? 0);
        await store.effectReleased(two?.id ?? 0, soon);
        expect(await due()).toMatchObject([{ payload: { n: 1 }, attempts: 0 }]);
        expect(await due(soon)).toMatchObject([{}, { payload: { n: 2 }, attempts: 0 }]);
      });
    });

    describe('what was given up', () => {
      beforeEach(async () => {
        await committed(store, opening('anna', { effects: [card('a', 1), card('a', 2), card('b', 3)] }));
        const [first, second] = await due();
        await store.effectParked(first?.id ?? 0, soon, '404');
        await store.effectParked(second?.id ?? 0, later);
      });

      it('is listed, the newest first, a page at a time', async () => {
        const all = await store.parkedEffects({ limit: 9 });
        expect(all).toMatchObject([
          { ...card('b', 3), parkedAt: later, attempts: 1, conversationId: 'anna', at },
          { ...card('a', 1), parkedAt: soon, error: '404' },
        ]);
        expect(all[0]).not.toHaveProperty('error');
        const page = await store.parkedEffects({ limit: 1 });
        expect(page).toEqual(all.slice(0, 1));
        expect(await store.parkedEffects({ before: page[0]?.id ?? 0, limit: 1 })).toEqual(all.slice(1));
      });

      it('is counted beside what waits', async () => {
        await committed(store, opening('ben', { effects: [{ ...card('c', 4), kind: 'post' }], at: soon }));
        expect(await store.outboxCounts(later)).toEqual([
          { kind: 'card', waiting: 1, parked: 2, oldestAt: at },
          { kind: 'post', waiting: 1, parked: 0, oldestAt: soon },
        ]);
      });

      it('is due again when it is asked for, as if never tried and before what follows under its key', async () => {
        const [third, first] = await store.parkedEffects({ limit: 9 });
        expect(await store.retryEffects([first?.id ?? 0, 99], later)).toBe(1);
        expect(await due()).toMatchObject([{ payload: { n: 1 }, attempts: 0 }]);
        expect(await store.parkedEffects({ limit: 9 })).toEqual([third]);
        await store.effectDelivered(first?.id ?? 0, at);
        expect(await numbers()).toEqual([2]);
      });

      it('is due again all together', async () => {
        expect(await store.retryEffects('all', later)).toBe(2);
        expect(await numbers()).toEqual([1, 3]);
        expect(await store.parkedEffects({ limit: 9 })).toEqual([]);
        expect(await store.retryEffects('all', later)).toBe(0);
      });
    });

    it('one that waited behind one that was erased is due', async () => {
      await committed(store, opening('anna', { effects: [card('a', 1)] }));
      await committed(store, turn('anna', 1, { effects: [card('a', 2)], at: soon }));
      await store.erase({ conversationId: 'anna', upToRevision: 2 });
      expect(await numbers(later)).toEqual([2]);
    });

    it('a conversation that begins anew after it was erased has nothing of the old one’s delivery', async () => {
      await committed(store, opening('anna', { delivery }));
      await store.conversation('anna');
      await store.erase({ conversationId: 'anna' });
      expect(await store.conversation('anna')).toBeUndefined();
      await committed(store, opening('anna'));
      expect(await store.conversation('anna')).not.toHaveProperty('delivery');
      expect(await due()).toEqual([]);
    });

    it('without a delivery replies stay in the store alone', async () => {
      await committed(store, opening('anna'));
      expect(await due()).toEqual([]);
    });
  });
}
