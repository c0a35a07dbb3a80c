import { describe, expect, it } from 'vitest';
import type { Item, Order } from '../../src/orders/order.ts';
import { deliveryOf } from '../../src/orders/own-parcel.ts';

const chair: Item = { id: 'chair', name: 'Chair' };
const lamp: Item = { id: 'lamp', name: 'Lamp' };

const orderOf = (change: Partial<Order>, ...items: Item[]): Order => ({
  number: 'A-1',
  email: 'anna@example.com',
  items,
  ...change,
});
const chairOf = (change: Partial<Order>, line: Partial<Item> = {}, other?: Partial<Item>) => {
  const one = { ...chair, ...line };
  return deliveryOf(orderOf(change, one, ...(other ? [{ ...lamp, ...other }] : [])), one);
};

const first = '2026-10-20';
const later = '2026-11-19';

describe('an order that came as one parcel', () => {
  it('tells all its lines the same, as it always did', () => {
    const whole = { shippedOn: '2026-10-18', receivedOn: first };
    expect(chairOf(whole, {}, {})).toEqual({ ...whole, delivery: 'received' });
    expect(chairOf({ delivery: 'at-handover', receivedOn: first })).toMatchObject({ delivery: 'at-handover' });
    expect(chairOf({}, {}, {})).toEqual({ delivery: undefined });
  });

  it('tells it, too, where each line says the same once more', () => {
    const own = { receivedOn: first };
    expect(chairOf({ shippedOn: '2026-10-18' }, own, own)).toMatchObject({ shippedOn: '2026-10-18', ...own });
  });

  it('counts for what came with a line that was cancelled', () => {
    expect(chairOf({ receivedOn: first }, {}, { state: 'cancelled' })).toMatchObject({ receivedOn: first });
  });

  it('counts for what came with a line that went back', () => {
    expect(chairOf({ receivedOn: first }, {}, { state: 'returned' })).toMatchObject({ receivedOn: first });
  });
});

describe('an order of several parcels', () => {
  it('a chair that came two days ago is not judged by the day of the first parcel', () => {
    expect(chairOf({ receivedOn: first }, { receivedOn: later }, {})).toEqual({
      receivedOn: later,
      delivery: 'received',
    });
  });

  it('tells nothing of a line that is told nothing of', () => {
    expect(chairOf({ receivedOn: first, delivery: 'received' }, {}, { receivedOn: later })).toEqual({
      delivery: undefined,
    });
    expect(chairOf({ receivedOn: first }, {}, { state: 'delivered' })).toEqual({ delivery: undefined });
    expect(chairOf({ receivedOn: first, parcels: [{ id: '1' }, { id: '2' }] })).toEqual({ delivery: undefined });
  });

  it('tells a line what its parcel says, and the line has the last word', () => {
    const parcels = [
      { id: '1', receivedOn: first },
      { id: '2', shippedOn: '2026-11-17', delivery: 'in-transit' },
    ];
    expect(chairOf({ parcels }, { parcel: '2' }, { parcel: '1' })).toEqual({
      shippedOn: '2026-11-17',
      delivery: 'in-transit',
    });
    expect(chairOf({ parcels }, { parcel: '1', receivedOn: later }, { parcel: '2' })).toMatchObject({
      receivedOn: later,
    });
    expect(chairOf({ parcels, receivedOn: first }, { parcel: '9' }, {})).toEqual({ delivery: undefined });
  });

  it('one of a line that is on its way, while the other was delivered', () => {
    const change = { receivedOn: first, delivery: 'received' };
    expect(chairOf(change, { state: 'shipped' }, { state: 'delivered' })).toEqual({ delivery: 'shipped' });
  });
});

describe('the state of a line', () => {
  it('delivered means received, and shipped that no day of receipt is its own', () => {
    expect(chairOf({}, { state: 'delivered' })).toEqual({ delivery: 'received' });
    expect(chairOf({ delivery: 'in-transit' }, { state: 'delivered' })).toEqual({ delivery: 'received' });
    expect(chairOf({ receivedOn: first, shippedOn: '2026-10-18' }, { state: 'shipped' })).toEqual({
      shippedOn: '2026-10-18',
      delivery: 'shipped',
    });
  });
});
