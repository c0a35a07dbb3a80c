import { describe, expect, it } from 'vitest';
import { orderSchema, warrantySchema } from '../../src/orders/order.ts';
import { readOrderSchema } from '../../src/orders/read-order.ts';

const item = { id: '1', name: 'Scanner', price: { amount: '94.00', currency: 'EUR' } };
const order = { number: 'EQ-1', email: 'anna@example.com', purchasedOn: '2028-02-29', items: [item] };

const isOrder = (change: object) => readOrderSchema.safeParse({ ...order, ...change }).success;
const read = (change: object) => readOrderSchema.parse({ ...order, ...change });
const readItem = (change: object) => read({ items: [{ ...item, ...change }] });

describe('an order', () => {
  it('needs a number, an e-mail and a line with its id and name', () => {
    expect(readOrderSchema.parse(order)).toEqual({ order, doubtful: [] });
    for (const key of ['number', 'email', 'items']) expect(isOrder({ [key]: undefined }), key).toBe(false);
    for (const key of ['id', 'name']) expect(isOrder({ items: [{ ...item, [key]: undefined }] }), key).toBe(false);
    const bare = { number: 'EQ-1', email: 'anna@example.com', items: [{ id: '1', name: 'Scanner' }] };
    expect(readOrderSchema.parse(bare)).toEqual({ order: bare, doubtful: [] });
  });

  it('may state all that the contract names, and more that is kept for the policy', () => {
    const whole = {
      ...order,
      receivedOn: '2028-03-02T10:15:00+01:00',
      delivery: 'received',
      tier: 'gold',
      destination: { country: 'CH' },
      parcels: [{ id: 'P1', receivedOn: '2028-03-02', weight: 3 }],
      items: [
        {
          ...item,
          parcel: 'P1',
          quantity: 3,
          state: 'delivered',
          shippedOn: '2028-03-01',
          receivedOn: '2028-03-02',
          delivery: 'received',
          goods: 'device',
          discounted: false,
          serialNumber: 'SN-1',
          warrantyMonths: 24,
          activation: 'not-activated',
          tags: ['final-sale'],
        },
      ],
    };
    expect(orderSchema.parse(whole)).toEqual(whole);
    expect(readOrderSchema.parse(whole)).toEqual({ order: whole, doubtful: [] });
  });

  it.each([
    ['no line', { items: [] }],
    ['301 lines', { items: Array.from({ length: 301 }, (_, i) => ({ ...item, id: String(i) })) }],
    ['two lines of one id', { items: [item, item] }],
    ['an endless number', { number: '1'.repeat(65) }],
    ['an endless e-mail', { email: `${'a'.repeat(250)}@b.de` }],
    ['null for its number', { number: null }],
    ['a line that is none', { items: ['a scanner'] }],
  ])('cannot have %s', (_, change) => {
    expect(isOrder(change)).toBe(false);
  });

  it('can have 300 lines', () => {
    expect(isOrder({ items: Array.from({ length: 300 }, (_, i) => ({ ...item, id: String(i) })) })).toBe(true);
  });

  it('may have numbers for its numbers and ids, a currency in small letters, and a day with the time of another zone', () => {
    const asNumbers = {
      number: 1024,
      purchasedOn: '2026-11-20T10:00:00-03:00',
      items: [{ ...item, id: 12061792436441 }],
    };
    expect(read(asNumbers)).toMatchObject({
      order: { number: '1024', purchasedOn: '2026-11-20T10:00:00-03:00', items: [{ id: '12061792436441' }] },
      doubtful: [],
    });
    expect(readItem({ price: { amount: '94.00', currency: 'eur' } }).order).toEqual(order);
  });

  it('shows as much of a long title as there is room for', () => {
    const [only] = readItem({ name: `Scanner ${'x'.repeat(222)}` }).order.items;
    expect([only?.name.length, only?.name.startsWith('Scanner x'), only?.name.endsWith('x…')]).toEqual([
      200,
      true,
      true,
    ]);
  });

  it('leaves one odd line out of three, and names what that lacks', () => {
    const lines = [
      { ...item, id: '1' },
      { id: '2', name: null },
      { ...item, id: '3' },
    ];
    expect(read({ items: lines })).toEqual({
      order: { ...order, items: [lines[0], lines[2]] },
      doubtful: ['items.name'],
    });
    expect(read({ items: [{ ...item, id: {} }, 'x', ...lines] }).order.items.map(({ id }) => id)).toEqual(['1', '3']);
  });

  it('is none where one line alone is left of several, for the customer may mean another', () => {
    expect(isOrder({ items: [item, { id: '2' }] })).toBe(false);
  });

  it('is none where a parcel cannot be read, for what came in it would seem to have come in the other', () => {
    const parcels = [{ id: 'P1', receivedOn: '2028-03-01' }, { receivedOn: '2028-04-01' }];
    expect(isOrder({ parcels })).toBe(false);
  });

  it.each([
    ['purchasedOn', '2027-02-29'],
    ['purchasedOn', '2028-02-29T10:00:00'],
    ['receivedOn', '2028-04-31'],
    ['delivery', 7],
    ['tier', {}],
    ['parcels', 'two'],
  ])('with an odd %s (%o) loses that field alone, and its name is told', (field, value) => {
    const { [field]: _, ...others } = order as Record<string, unknown>;
    expect(read({ [field]: value })).toEqual({ order: others, doubtful: [field] });
  });

  it.each([
    ['price', { amount: 9.0, currency: 'EUR' }, 'price.amount'],
    ['price', { amount: '-1.00', currency: 'EUR' }, 'price.amount'],
    ['price', { amount: '94,00', currency: 'EUR' }, 'price.amount'],
    ['price', { amount: '94.00', currency: '€' }, 'price.currency'],
    ['warrantyMonths', 0.5],
    ['warrantyMonths', -1],
    ['warrantyMonths', 601],
    ['discounted', 'no'],
    ['quantity', 0],
    ['quantity', '2'],
    ['state', 'lost'],
    ['receivedOn', 'yesterday'],
  ])(
    'with a line of an odd %s (%o) loses that field of the line alone',
    (...[field, value, named]: [string, unknown, string?]) => {
      const { [field]: _, ...others } = item as Record<string, unknown>;
      expect(readItem({ [field]: value })).toEqual({
        order: { ...order, items: [others] },
        doubtful: [`items.${named ?? field}`],
      });
    },
  );

  it('takes null and an empty text for absent, and several odd fields for one each', () => {
    expect(read({ receivedOn: null, tier: '', items: [{ ...item, goods: null }] })).toEqual({ order, doubtful: [] });
    const allNull = { shippedOn: null, receivedOn: null, delivery: null, tier: null, parcels: null };
    const empty = { goods: '', serialNumber: '', warrantyMonths: null, activation: null, quantity: null };
    expect(read({ ...allNull, items: [{ ...item, ...empty }] })).toEqual({ order, doubtful: [] });
    expect(read({ delivery: 1, tier: 2, parcels: [{ id: 'P1', receivedOn: 3 }] })).toEqual({
      order: { ...order, parcels: [{ id: 'P1' }] },
      doubtful: ['delivery', 'tier', 'parcels.receivedOn'],
    });
  });
});

describe('a warranty', () => {
  it('is a serial number and a real day', () => {
    expect(warrantySchema.parse({ serialNumber: 'SN-1', warrantyUntil: '2027-01-31', by: 'maker' })).toEqual({
      serialNumber: 'SN-1',
      warrantyUntil: '2027-01-31',
    });
    expect(warrantySchema.safeParse({ serialNumber: 'SN-1', warrantyUntil: '2027-01-32' }).success).toBe(false);
    expect(warrantySchema.safeParse({ warrantyUntil: '2027-01-31' }).success).toBe(false);
  });
});
