import { describe, expect, it } from 'vitest';
import { factsFromOrder } from '../../src/orders/facts-from-order.ts';
import type { Item, Order } from '../../src/orders/order.ts';
import type { Policy } from '../../src/policy/format/load.ts';
import { parsePolicy } from '../../src/policy/format/parse.ts';
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

  it('has no day of receipt for a line that came apart from others, and is told nothing of', () => {
    const coat: Item = { id: '2', name: 'Coat' };
    const boots: Item = { id: '4', name: 'Boots', state: 'shipped' };
    const whole = orderOf(coat, { receivedOn: '2026-10-20', items: [coat, boots] });
    const ofLine = (item: Item) => factsFromOrder(fortnightShop, whole, item, at).facts;
    expect(ofLine(coat)).not.toHaveProperty('receivedOn');
    expect(ofLine(boots)).not.toHaveProperty('receivedOn');
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

describe('a field of the shop’s own', () => {
  const shop = policyOf(`
  tags:
    type: set
    fromOrder: item.tags
    label: Tags
    question: What does it say?
    values:
      final-sale: { title: Final sale, likelihood: 5, order: [FINAL, 7] }
      fragile: { title: Fragile, likelihood: 5 }
  membership:
    type: choice
    fromOrder: order.customer.level
    label: Club
    question: Are you a member?
    values:
      none: { title: 'No', likelihood: 80, order: [basic, 0] }
      gold: { title: Gold, likelihood: 20, order: [GOLD, gold-2, 2] }
  exported:
    type: yes-no
    fromOrder: order.export
    label: Exported
    question: Did it go abroad?
    order: { true: [Y], false: [N] }
    likelihood: { true: 5, false: 95 }
  eventOn: { type: date, fromOrder: item.event.day, future: true, label: Event, question: When is it? }
  openedAt: { type: instant, fromOrder: item.openedAt, label: Opened, question: When did you open it? }
  months: { type: months, fromOrder: item.guarantee, max: 60, label: Guarantee, question: How long is it? }
`);

  const told = (order: object, item: object = {}) => {
    const line = { ...bare, ...item };
    return factsFromOrder(shop, { ...orderOf(line), ...order }, line, at);
  };

  it('gives any fact, by the fact’s own values or by what the shop’s system writes', () => {
    const order = { customer: { level: 'gold-2' }, export: 'Y' };
    const item = {
      tags: ['FINAL', 'summer'],
      event: { day: '2027-02-03' },
      openedAt: '2026-11-20T09:30:00Z',
      guarantee: 24,
    };
    expect(told(order, item)).toEqual({
      facts: {
        tags: ['final-sale'],
        membership: 'gold',
        exported: true,
        eventOn: '2027-02-03',
        openedAt: '2026-11-20T09:30:00Z',
        months: 24,
      },
      doubtful: [],
    });
    expect(told({ customer: { level: 'none' }, export: false }, { tags: [] }).facts).toEqual({
      tags: [],
      membership: 'none',
      exported: false,
    });
    expect(told({ customer: { level: 2 } }, { tags: [7, 'fragile'] }).facts).toEqual({
      tags: ['final-sale', 'fragile'],
      membership: 'gold',
    });
  });

  it('is its day at the shop where the fact is a day, and keeps its hour where it is an instant', () => {
    const item = { event: { day: '2027-02-03T23:30:00Z' }, openedAt: '2026-11-20T23:30:00+02:00' };
    expect(told({}, item).facts).toEqual({ eventOn: '2027-02-04', openedAt: '2026-11-20T23:30:00+02:00' });
    expect(told({}, { openedAt: '2026-11-20' }).facts).toEqual({ openedAt: '2026-11-20' });
  });

  it('that says nothing such a fact can take costs that fact alone, and is named', () => {
    const order = { customer: { level: 'platinum' }, export: 'perhaps' };
    const item = { tags: 'FINAL', event: { day: 'soon' }, openedAt: '2026-11-22T09:00:00Z', guarantee: 24 };
    expect(told(order, item)).toEqual({
      facts: { months: 24 },
      doubtful: ['item.tags', 'order.customer.level', 'order.export', 'item.event.day', 'item.openedAt'],
    });
  });

  it('that is null or not there tells nothing, and no path leads into what every object has', () => {
    expect(told({ customer: null, export: null }, { tags: null, event: 'x' })).toEqual({ facts: {}, doubtful: [] });
    const odd = policyOf(`
  odd: { type: instant, fromOrder: item.constructor.name, label: Odd, question: Odd? }
`);
    expect(factsFromOrder(odd, orderOf(bare), bare, at)).toEqual({ facts: {}, doubtful: [] });
  });
});

/** A policy that has these facts, and no more to it than has to be. */
function policyOf(facts: string): Policy {
  const text = `id: own-shop
version: '2026-11-01'
name: Own Shop
language: en
timeZone: Europe/Berlin
theme: { accent: '#7a4a12' }
greeting: Hello!
statutoryNote: A note.
facts:${facts}
clauses: {}
decisions: [{ id: all, resolution: human-review }]
source: { title: Own, sentences: [{ at: '1', informational: Nothing. }] }
`;
  return parsePolicy(text, 'own-shop.yaml');
}
