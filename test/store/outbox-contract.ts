import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import type { OpenStore } from './contract.ts';
import { committed, opening, says, turn } from './sqlite/turns.ts';

const at = '2026-11-21T09:00:00.000Z';
const soon = '2026-11-21T10:00:00.000Z';
const later = '2026-11-21T11:00:00.000Z';
const card = (key: string, n: number) => ({ kind: 'card', key, payload: { n } });
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
    const due = async (when = at, limit = 9) => store.pendingEffects(when, limit);
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

    it('counts what waits and what was given up by kind, with the oldest that waits', async () => {
      await committed(
        store,
        opening('anna', { effects: [card('a', 1), card('a', 2), { ...card('b', 3), kind: 'post' }] }),
      );
      await committed(store, turn('anna', 1, { effects: [card('c', 4)], at: soon }));
      const [first, post] = await due();
      await store.effectDelivered(first?.id ?? 0, at);
      await store.effectParked(post?.id ?? 0, at);
      expect(await store.outboxCounts()).toEqual([
        { kind: 'card', waiting: 2, parked: 0, oldestAt: at },
        { kind: 'post', waiting: 0, parked: 1 },
      ]);
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

    it('without a delivery replies stay in the store alone', async () => {
      await committed(store, opening('anna'));
      expect(await due()).toEqual([]);
    });
  });
}
