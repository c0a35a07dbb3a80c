import { describe, expect, it } from 'vitest';
import { isSentenceKey } from '../../../src/dialogs/wording/catalog/languages.ts';
import { wordsIn } from '../../../src/dialogs/wording/catalog/words.ts';
import { createDemoOrderBook, demoOrders } from '../../../src/orders/demo/orders.ts';
import { createDemoWarrantyBook } from '../../../src/orders/demo/warranties.ts';
import { factsFromOrder } from '../../../src/orders/facts-from-order.ts';
import { type Item, type Order, orderSchema } from '../../../src/orders/order.ts';
import { deliveryOf, settledState } from '../../../src/orders/own-parcel.ts';
import { decide } from '../../../src/policy/engine/decide.ts';
import type { Decision } from '../../../src/policy/engine/decision.ts';
import { loadPolicy } from '../../../src/policy/format/load.ts';
import { plusDays } from '../../policy/calendar.ts';
import { shopPath } from '../../shops/book.ts';
import type { ShopId, WireFacts } from '../../shops/tables.ts';
import { orderBookContract } from '../order-book-contract.ts';
import { equipmentShopStories, fourteenDayShopStories, type Story } from './stories.ts';

/** Days on which months and years end, besides an ordinary one: the stories hold on each. */
const days = ['2026-11-21', '2027-01-01', '2027-03-31', '2028-02-29', '2028-08-30'];

const shops = { 'equipment-shop': equipmentShopStories, 'fourteen-day-shop': fourteenDayShopStories };

describe('the demonstration order book', () => {
  const book = createDemoOrderBook({ today: () => '2026-11-21' });

  orderBookContract(book, 'equipment-shop');

  it.each(['#EQ-1001', 'eq -1001', 'EQ–1001', ' # e q - 1 0 0 1 '])('reads %s', async (number) => {
    const answer = await book.find({ policyId: 'equipment-shop', number, email: 'anna@example.com' });
    expect(answer).toMatchObject({ kind: 'found', order: { number: 'EQ-1001' } });
  });

  it('keeps the shops apart, and has nothing for a shop of its own', async () => {
    for (const policyId of ['fourteen-day-shop', 'my-own-shop', 'constructor', '']) {
      const answer = await book.find({ policyId, number: 'EQ-1001', email: 'anna@example.com' });
      expect(answer).toEqual({ kind: 'not-found' });
    }
  });
});

describe.each(Object.entries(shops) as [ShopId, Story[]][])('the demonstration orders of the %s', (shopId, stories) => {
  const policy = loadPolicy(shopPath(shopId));

  /** What the customer hears who looks the order up and then says what only a customer can know. */
  async function decisionOn(today: string, order: Order, item: Item, said: WireFacts): Promise<Decision> {
    const warranty = await warrantyOf(today, item);
    const verdict = decide(policy, { ...factsOf(today, order, item), ...warranty, ...said }, { today });
    expect(verdict).toHaveProperty('decision');
    return (verdict as { decision: Decision }).decision;
  }

  function factsOf(today: string, order: Order, item: Item): WireFacts {
    const { timeZone, holidays } = policy.file;
    return factsFromOrder(policy, order, item, { today, timeZone, holidays }).facts;
  }

  async function warrantyOf(today: string, { warrantyMonths, serialNumber }: Item): Promise<WireFacts> {
    if (warrantyMonths !== undefined || serialNumber === undefined) return {};
    const answer = await createDemoWarrantyBook({ today: () => today }).find({ policyId: shopId, serialNumber });
    return answer.kind === 'found' ? { warrantyUntil: answer.warrantyUntil } : {};
  }

  it.each(stories)('$number, $item: $said → $outcome.resolution', async ({ number, item, said, outcome }) => {
    for (const today of days) {
      const order = orderOf(today, number);
      const decision = await decisionOn(today, order, itemOf(order, item), said);
      expect(decision).toMatchObject({ ...outcome, clauses: expect.arrayContaining(outcome.clauses) });
    }
  });

  it('each item of each order has its story', () => {
    const items = demoOrders(shopId, '2026-11-21').flatMap((order) =>
      // Of a line that is settled already no policy is asked anything.
      order.items.filter((item) => settledState(item) === undefined).map(({ id }) => `${order.number} ${id}`),
    );
    expect([...new Set(stories.map(({ number, item }) => `${number} ${item}`))].sort()).toEqual(items.sort());
  });

  it('are orders as a shop would tell them, with a line each, and never of tomorrow', () => {
    for (const today of days) {
      for (const order of demoOrders(shopId, today)) {
        expect(orderSchema.strict().parse(order)).toEqual(order);
        const story = `demo.${order.number}`;
        expect(isSentenceKey(story) && wordsIn('en').say(story)).toMatch(/^[A-Z][^\n]{20,120}\.$/);
        expect([order.purchasedOn ?? today, order.receivedOn ?? today].every((day) => day <= today)).toBe(true);
        expect((order.purchasedOn ?? '') <= (order.receivedOn ?? today)).toBe(true);
        expect(order.email).toMatch(/^[a-z]+@example\.com$/);
      }
    }
  });

  it('have a number and an e-mail of their own', () => {
    const orders = demoOrders(shopId, '2026-11-21');
    expect(orders.length).toBeGreaterThanOrEqual(12);
    expect(new Set(orders.map(({ number }) => number)).size).toBe(orders.length);
    expect(new Set(orders.map(({ email }) => email)).size).toBe(orders.length);
  });

  it('show several items, a currency without cents, a discount, a parcel on its way and one not sent', () => {
    const orders = demoOrders(shopId, '2026-11-21');
    const items = orders.flatMap((order) => order.items);
    expect(orders.some((order) => order.items.length > 1)).toBe(true);
    expect(items.some(({ price }) => price?.currency === 'JPY')).toBe(true);
    expect(items.some(({ discounted }) => discounted)).toBe(true);
    expect(orders.map(({ delivery }) => delivery)).toEqual(
      expect.arrayContaining(['not-shipped', 'in-transit', 'at-handover', 'received']),
    );
  });

  it('show lines that differ: two parcels, a line that went back, several alike', () => {
    const all = [...demoOrders('equipment-shop', '2026-11-21'), ...demoOrders('fourteen-day-shop', '2026-11-21')];
    expect(all.some(({ parcels = [] }) => parcels.length === 2)).toBe(true);
    const lines = all.flatMap(({ items }) => items);
    expect(lines.some(({ state }) => state === 'returned')).toBe(true);
    expect(lines.some(({ quantity }) => quantity === 2)).toBe(true);
  });

  it('state only what the policy can take', () => {
    for (const order of demoOrders(shopId, '2026-11-21')) {
      for (const item of order.items) {
        const stated = { ...order, ...deliveryOf(order, item), ...item } as Record<string, unknown>;
        const facts = factsOf('2026-11-21', order, item);
        const known = Object.keys(policy.file.facts).filter((id) => stated[id] !== undefined);
        expect(Object.keys(facts).sort(), order.number).toEqual(known.sort());
      }
    }
  });
});

describe('the edge of the fourteen days', () => {
  it('lies between two orders', () => {
    const received = demoOrders('fourteen-day-shop', '2026-11-21').map(({ receivedOn }) => receivedOn);
    expect(received).toContain(plusDays('2026-11-21', -14));
    expect(received).toContain(plusDays('2026-11-21', -15));
  });
});

function orderOf(today: string, number: string): Order {
  const order = [...demoOrders('equipment-shop', today), ...demoOrders('fourteen-day-shop', today)].find(
    (one) => one.number === number,
  );
  if (!order) throw new Error(`no demonstration order ${number}`);
  return order;
}

function itemOf({ items }: Order, id: string): Item {
  const item = items.find((one) => one.id === id);
  if (!item) throw new Error(`no item ${id}`);
  return item;
}
