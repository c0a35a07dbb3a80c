import { describe, expect, it } from 'vitest';
import { factsFromOrder } from '../../src/orders/facts-from-order.ts';
import type { Item, Order } from '../../src/orders/order.ts';
import { fixturePolicy } from '../fixtures/policies.ts';

const toolShop = fixturePolicy('tool-shop');
const fortnightShop = fixturePolicy('fortnight-shop');

const at = { today: '2026-11-21', timeZone: 'Europe/Berlin', holidays: [] };
const price = { amount: '94.00', currency: 'EUR' };
const bare: Item = { id: '1', name: 'Scanner', price };
const told: Item = {
  ...bare,
  goods: 'device',
  discounted: false,
  serialNumber: 'SN-1',
  warrantyMonths: 24,
  activation: 'not-activated',
};

function orderOf(item: Item, change: Partial<Order> = {}): Order {
  return { number: 'A-1', email: 'anna@example.com', purchasedOn: '2026-11-01', items: [item], ...change };
}

const factsOf = (item: Item, change: Partial<Order> = {}, policy = toolShop) =>
  factsFromOrder(policy, orderOf(item, change), item, at).facts;

describe('what an order says', () => {
  it('is the facts that the policy has, and no more', () => {
    const whole = { receivedOn: '2026-11-05', delivery: 'received' };
    expect(factsOf(told, whole)).toEqual({
      goods: 'device',
      delivery: 'received',
      activation: 'not-activated',
      discounted: false,
      purchasedOn: '2026-11-01',
      warrantyMonths: 24,
      price,
    });
    expect(factsOf(told, whole, fortnightShop)).toEqual({
      delivery: 'received',
      receivedOn: '2026-11-05',
      warrantyMonths: 24,
      price,
    });
  });

  it('is never more than it states', () => {
    expect(factsOf(bare)).toEqual({ purchasedOn: '2026-11-01', price });
    expect(factsOf(bare, {}, fortnightShop)).toEqual({ price });
  });

  it('keeps what is false or zero', () => {
    expect(factsOf({ ...bare, discounted: false, warrantyMonths: 0 })).toMatchObject({
      discounted: false,
      warrantyMonths: 0,
    });
  });

  it('a day of receipt means received, unless the order says otherwise', () => {
    const receivedOn = '2026-11-05';
    expect(factsOf(bare, { receivedOn })).toMatchObject({ delivery: 'received' });
    expect(factsOf(bare, { receivedOn, delivery: 'at-handover' })).toMatchObject({ delivery: 'at-handover' });
    expect(factsOf(bare)).not.toHaveProperty('delivery');
  });

  it('a value that the policy does not know is not taken, nor guessed at', () => {
    const strange = { ...bare, goods: 'furniture', activation: 'unknown', price: { amount: '94.00', currency: 'ABC' } };
    expect(factsOf(strange, { delivery: 'lost', receivedOn: '2026-11-05' })).toEqual({ purchasedOn: '2026-11-01' });
    expect(factsOf({ ...bare, goods: 'constructor' })).not.toHaveProperty('goods');
  });

  it('"unknown" in an order tells nothing, even where a customer may say so', () => {
    const { activation, ...others } = toolShop.file.facts;
    const facts = { ...others, activation: { ...activation, unknown: true } };
    const unsure = { ...toolShop, file: { ...toolShop.file, facts } } as typeof toolShop;
    expect(factsOf({ ...bare, activation: 'activated' }, {}, unsure)).toHaveProperty('activation');
    expect(factsOf({ ...bare, activation: 'unknown' }, {}, unsure)).not.toHaveProperty('activation');
  });

  it('goes where the policy says, whatever the fact is called', () => {
    const { goods, ...others } = toolShop.file.facts;
    const { fromOrder: _, ...nowhere } = toolShop.file.facts.discounted ?? {};
    const facts = { ...others, product: goods, discounted: nowhere };
    const own = { ...toolShop, file: { ...toolShop.file, facts } } as typeof toolShop;
    expect(factsOf(told, {}, own)).toEqual({
      product: 'device',
      activation: 'not-activated',
      purchasedOn: '2026-11-01',
      warrantyMonths: 24,
      price,
    });
  });

  it('the price goes to the fact of money, whatever its id', () => {
    const { price: money, ...others } = toolShop.file.facts;
    const renamed = { ...toolShop, file: { ...toolShop.file, facts: { ...others, paid: money } } };
    expect(factsOf(bare, {}, renamed as typeof toolShop)).toEqual({ purchasedOn: '2026-11-01', paid: price });
    const without = { ...toolShop, file: { ...toolShop.file, facts: others } };
    expect(factsOf(bare, {}, without as typeof toolShop)).toEqual({ purchasedOn: '2026-11-01' });
  });
});
