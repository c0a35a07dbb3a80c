import { describe, expect, it } from 'vitest';
import { orderSchema, warrantySchema } from '../../src/orders/order.ts';
import { readOrderSchema } from '../../src/orders/read-order.ts';

const item = { id: '1', name: 'Scanner', price: { amount: '94.00', currency: 'EUR' } };
const order = { number: 'EQ-1', email: 'anna@example.com', purchasedOn: '2028-02-29', items: [item] };

const isOrder = (change: object) => readOrderSchema.safeParse({ ...order, ...change }).success;
const read = (change: object) => readOrderSchema.parse({ ...order, ...change });
const readItem = (change: object) => read({ items: [{ ...item, ...change }] });

describe('an order', () => {
  it('needs a number, an e-mail and one line with its id and name', () => {
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
    ['51 lines', { items: Array.from({ length: 51 }, (_, i) => ({ ...item, id: String(i) })) }],
    ['two lines of one id', { items: [item, item] }],
    ['an endless number', { number: '1'.repeat(65) }],
    ['an endless e-mail', { email: `${'a'.repeat(250)}@b.de` }],
    ['a line with an endless name', { items: [{ ...item, name: 'n'.repeat(201) }] }],
  ])('cannot have %s', (_, change) => {
    expect(isOrder(change)).toBe(false);
  });

  it('can have 50 lines', () => {
    expect(isOrder({ items: Array.from({ length: 50 }, (_, i) => ({ ...item, id: String(i) })) })).toBe(true);
  });

  it.each([
    ['purchasedOn', '2027-02-29'],
    ['purchasedOn', '2028-02-29T10:00:00'],
    ['receivedOn', '2028-04-31'],
    ['delivery', 7],
    ['tier', ''],
    ['parcels', 'two'],
  ])('with an odd %s (%o) loses that field alone, and its name is told', (field, value) => {
    const { [field]: _, ...others } = order as Record<string, unknown>;
    expect(read({ [field]: value })).toEqual({ order: others, doubtful: [field] });
  });

  it.each([
    ['price', { amount: 94, currency: 'EUR' }],
    ['price', { amount: '-1.00', currency: 'EUR' }],
    ['price', { amount: '94,00', currency: 'EUR' }],
    ['price', { amount: '94.00', currency: '€' }],
    ['warrantyMonths', 0.5],
    ['warrantyMonths', -1],
    ['warrantyMonths', 601],
    ['discounted', 'no'],
    ['quantity', 0],
    ['quantity', '2'],
    ['state', 'lost'],
    ['receivedOn', 'yesterday'],
  ])('with a line of an odd %s (%o) loses that field of the line alone', (field, value) => {
    const { [field]: _, ...others } = item as Record<string, unknown>;
    expect(readItem({ [field]: value })).toEqual({
      order: { ...order, items: [others] },
      doubtful: [`items.${field}`],
    });
  });

  it('takes null for absent, and several odd fields for one each', () => {
    expect(read({ receivedOn: null, items: [{ ...item, goods: null }] })).toEqual({ order, doubtful: [] });
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
