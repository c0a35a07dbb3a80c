import { describe, expect, it } from 'vitest';
import { type GuardedOrders, guardOrders } from '../../src/orders/guarded-orders.ts';
import { createGuessLimit } from '../../src/orders/guess-limit.ts';
import type { OrderBook } from '../../src/orders/order-book.ts';
import { createSameTime } from '../../src/orders/same-time.ts';
import { createMemoryUses } from '../../src/uses.ts';
import { fixtureOrderBook } from '../fixtures/orders.ts';

const policyId = 'tool-shop';
const right = { policyId, conversationId: 'c', number: 'EQ-1001', email: 'anna@example.com' };
const wrongEmail = { ...right, email: 'eve@example.com' };
const notFound = { kind: 'not-found' };

function guarded(book: OrderBook = fixtureOrderBook): GuardedOrders {
  const sameTime = createSameTime({ sleep: async () => undefined });
  return guardOrders({
    book,
    guesses: createGuessLimit({ uses: createMemoryUses(), now: () => new Date(0) }),
    sameTime,
  });
}

async function guess(orders: GuardedOrders, times: number, change: object = {}): Promise<void> {
  for (let i = 0; i < times; i += 1) await orders.find({ ...wrongEmail, ...change });
}

describe('guesses at an order', () => {
  it('after five wrong ones even the right pair is answered like a wrong one', async () => {
    const orders = guarded();
    await guess(orders, 5);
    expect(await orders.find(right)).toEqual(notFound);
    expect(await orders.find({ ...right, conversationId: 'another' })).toMatchObject({ kind: 'found' });
  });

  it('after four wrong ones the right pair is found', async () => {
    const orders = guarded();
    await guess(orders, 4);
    expect(await orders.find(right)).toMatchObject({ kind: 'found' });
  });

  it('right ones are not counted', async () => {
    const orders = guarded();
    for (let i = 0; i < 20; i += 1) expect(await orders.find(right)).toMatchObject({ kind: 'found' });
  });

  it('ten wrong ones at a number, by whom nothing is known of, block it for everybody, and no other number', async () => {
    const orders = guarded();
    for (const conversationId of ['a', 'b']) await guess(orders, 5, { conversationId });
    expect(await orders.find({ ...right, conversationId: 'new' })).toEqual(notFound);
    const other = { ...right, number: 'EQ-1002', email: 'boris@example.com', conversationId: 'new' };
    expect(await orders.find(other)).toMatchObject({ kind: 'found' });
  });

  it('never keep the right customer out, who comes from an address that guessed nothing', async () => {
    const orders = guarded();
    for (let i = 0; i < 12; i += 1) await guess(orders, 1, { conversationId: `chat ${i}`, origin: 'eve' });
    expect(await orders.find({ ...right, conversationId: 'eve’s', origin: 'eve' })).toEqual(notFound);
    expect(await orders.find({ ...right, conversationId: 'anna’s', origin: 'anna' })).toMatchObject({ kind: 'found' });
  });

  it('do not block the namesake of an order in another shop', async () => {
    const orders = guarded();
    for (const conversationId of ['a', 'b']) await guess(orders, 5, { conversationId, policyId: 'fortnight-shop' });
    expect(await orders.find({ ...right, conversationId: 'new' })).toMatchObject({ kind: 'found' });
  });

  it('many at once are many guesses', async () => {
    const orders = guarded();
    const attempts = Array.from({ length: 30 }, (_, i) =>
      orders.find(i === 29 ? { ...right, conversationId: 'c29' } : { ...wrongEmail, conversationId: `c${i}` }),
    );
    expect((await Promise.all(attempts)).at(-1)).toEqual(notFound);
  });

  it("count also where the shop's system answers nonsense, so that it cannot be probed", async () => {
    let answer: Awaited<ReturnType<OrderBook['find']>> = { kind: 'unavailable' };
    const orders = guarded({ find: async () => answer });
    for (let i = 0; i < 5; i += 1) expect(await orders.find(right)).toEqual({ kind: 'unavailable' });
    answer = await fixtureOrderBook.find(right);
    expect(answer.kind).toBe('found');
    expect(await orders.find(right)).toEqual(notFound);
  });

  it('are not used up by an outage', async () => {
    let answer: Awaited<ReturnType<OrderBook['find']>> = { kind: 'unavailable', isOutage: true };
    const orders = guarded({ find: async () => answer });
    for (let i = 0; i < 20; i += 1) await orders.find(right);
    answer = await fixtureOrderBook.find(right);
    expect(await orders.find(right)).toMatchObject({ kind: 'found' });
  });

  it('a blocked one asks the shop as any other does, and so takes as long', async () => {
    let asked = 0;
    const orders = guarded({
      async find() {
        asked += 1;
        return { kind: 'not-found' };
      },
    });
    await guess(orders, 7);
    expect(asked).toBe(7);
  });
});

describe('the time of an answer', () => {
  async function timeOf(kind: string, askingTakes: number): Promise<number> {
    let clock = 0;
    const waiting: { until: number; wake(): void }[] = [];
    const sleep = (ms: number) =>
      new Promise<void>((wake) => {
        waiting.push({ until: clock + ms, wake });
      });
    let done = false;
    const sameTime = createSameTime({ sleep });
    const answer = sameTime(() => sleep(askingTakes).then(() => ({ kind }))).then(() => {
      done = true;
    });
    for (; clock < 5_000; clock += 10) {
      for (const { until, wake } of waiting) if (until <= clock) wake();
      await new Promise(setImmediate);
      if (done) break;
    }
    await answer;
    return clock;
  }

  it.each([0, 10, 200, 390])('is the floor for every not-found that the shop tells in %i ms', async (askingTakes) => {
    expect(await timeOf('not-found', askingTakes)).toBe(400);
  });

  it('adds nothing to a not-found that takes longer, nor to other answers', async () => {
    expect(await timeOf('not-found', 900)).toBe(900);
    expect(await timeOf('found', 10)).toBe(10);
    expect(await timeOf('unavailable', 10)).toBe(10);
  });

  it('is real without an injected sleep', async () => {
    const order: string[] = [];
    setTimeout(() => order.push('a shorter timer'), 30);
    await createSameTime({ floorMs: 60 })(async () => ({ kind: 'not-found' }));
    expect(order).toEqual(['a shorter timer']);
  });
});
