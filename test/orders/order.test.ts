import { describe, expect, it } from 'vitest';
import { orderSchema, warrantySchema } from '../../src/orders/order.ts';

const item = { id: '1', name: 'Scanner', price: { amount: '94.00', currency: 'EUR' } };
const order = { number: 'EQ-1', email: 'anna@example.com', purchasedOn: '2028-02-29', items: [item] };

const isOrder = (change: object) => orderSchema.safeParse({ ...order, ...change }).success;
const isItem = (change: object) => isOrder({ items: [{ ...item, ...change }] });

describe('an order', () => {
  it('needs a number, an e-mail, a purchase date and one item with a price', () => {
    expect(orderSchema.parse(order)).toEqual(order);
    for (const key of Object.keys(order)) expect(isOrder({ [key]: undefined }), key).toBe(false);
    for (const key of Object.keys(item)) expect(isItem({ [key]: undefined }), key).toBe(false);
  });

  it('may state all that the contract names, and more that is ignored', () => {
    const whole = {
      ...order,
      receivedOn: '2028-03-02',
      delivery: 'received',
      items: [
        {
          ...item,
          goods: 'device',
          discounted: false,
          serialNumber: 'SN-1',
          warrantyMonths: 24,
          activation: 'not-activated',
        },
      ],
    };
    expect(orderSchema.parse(whole)).toEqual(whole);
    const talkative = { ...order, customer: { id: 7 }, items: [{ ...item, colour: 'red' }] };
    expect(orderSchema.parse(talkative)).toEqual(order);
  });

  it.each([
    ['a day that does not exist', { purchasedOn: '2027-02-29' }],
    ['an instant in place of a day', { purchasedOn: '2028-02-29T10:00:00Z' }],
    ['a day of receipt that does not exist', { receivedOn: '2028-04-31' }],
    ['no item', { items: [] }],
    ['51 items', { items: Array.from({ length: 51 }, (_, i) => ({ ...item, id: String(i) })) }],
    ['two items of one id', { items: [item, item] }],
    ['an endless number', { number: '1'.repeat(65) }],
    ['an endless e-mail', { email: `${'a'.repeat(250)}@b.de` }],
    ['nothing in place of a day', { receivedOn: null }],
  ])('cannot have %s', (_, change) => {
    expect(isOrder(change)).toBe(false);
  });

  it('can have 50 items', () => {
    expect(isOrder({ items: Array.from({ length: 50 }, (_, i) => ({ ...item, id: String(i) })) })).toBe(true);
  });

  it.each([
    ['a price as a number', { price: { amount: 94, currency: 'EUR' } }],
    ['a price below zero', { price: { amount: '-1.00', currency: 'EUR' } }],
    ['a price with a comma', { price: { amount: '94,00', currency: 'EUR' } }],
    ['a currency as a sign', { price: { amount: '94.00', currency: '€' } }],
    ['half a month of warranty', { warrantyMonths: 0.5 }],
    ['a negative warranty', { warrantyMonths: -1 }],
    ['more than 600 months of warranty', { warrantyMonths: 601 }],
    ['a discount in words', { discounted: 'no' }],
    ['an endless name', { name: 'n'.repeat(201) }],
  ])('cannot have an item with %s', (_, change) => {
    expect(isItem(change)).toBe(false);
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
