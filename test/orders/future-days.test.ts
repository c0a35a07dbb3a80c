import { describe, expect, it } from 'vitest';
import { withoutFutureDays } from '../../src/orders/future-days.ts';
import type { Order } from '../../src/orders/order.ts';

const at = { today: '2026-11-21', timeZone: 'Europe/Berlin', holidays: [] };
const order: Order = { number: 'A-1', email: 'anna@example.com', items: [{ id: '1', name: 'Chair' }] };

describe('a day that nobody can have seen yet', () => {
  it('costs that field alone, of the order, of a line and of a parcel', () => {
    const told = {
      ...order,
      purchasedOn: '2026-11-21',
      receivedOn: '2026-11-22',
      items: [{ id: '1', name: 'Chair', shippedOn: '2026-12-01', receivedOn: '2026-11-20' }],
      parcels: [{ id: 'P', receivedOn: '2027-01-01' }],
    };
    const { order: sound, doubtful } = withoutFutureDays(told, at);
    expect(sound).toEqual({
      ...order,
      purchasedOn: '2026-11-21',
      items: [{ id: '1', name: 'Chair', receivedOn: '2026-11-20' }],
      parcels: [{ id: 'P' }],
    });
    expect(doubtful.toSorted()).toEqual(['items.shippedOn', 'parcels.receivedOn', 'receivedOn']);
  });

  it('is one of the clock at the shop, to the minute where that is known', () => {
    const told = { ...order, receivedOn: '2026-11-21T23:30:00Z' };
    expect(withoutFutureDays(told, at).doubtful).toEqual(['receivedOn']);
    const noon = { ...order, receivedOn: '2026-11-21T12:00:00+01:00' };
    expect(withoutFutureDays(noon, at).doubtful).toEqual([]);
    expect(withoutFutureDays(noon, { ...at, now: '2026-11-21T10:59:00Z' }).doubtful).toEqual(['receivedOn']);
    expect(withoutFutureDays(noon, { ...at, now: '2026-11-21T11:00:00Z' }).doubtful).toEqual([]);
  });
});
