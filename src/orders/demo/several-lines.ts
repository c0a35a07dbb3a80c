import type { Order } from '../order.ts';
import type { DemoDates } from './dates.ts';

/** The demonstration orders whose lines differ, by shop: two parcels, a line that went back, several alike. */
export function severalLinesOrders({ daysAgo }: DemoDates): Record<'equipment-shop' | 'fourteen-day-shop', Order[]> {
  return {
    'equipment-shop': [
      {
        number: 'EQ-1015',
        email: 'odile@example.com',
        purchasedOn: daysAgo(1),
        delivery: 'not-shipped',
        items: [
          {
            id: 'probes',
            name: 'Test probe TP-5',
            quantity: 2,
            goods: 'device',
            price: { amount: '33.33', currency: 'EUR' },
            discounted: false,
            warrantyMonths: 12,
          },
        ],
      },
    ],
    'fourteen-day-shop': [
      {
        number: 'FD-1015',
        email: 'carla@example.com',
        purchasedOn: daysAgo(25),
        parcels: [
          { id: 'P1', shippedOn: daysAgo(24), receivedOn: daysAgo(20), delivery: 'received' },
          { id: 'P2', shippedOn: daysAgo(5), receivedOn: daysAgo(2), delivery: 'received' },
        ],
        items: [
          { id: 'desk', name: 'Desk', parcel: 'P1', price: { amount: '240.00', currency: 'EUR' }, warrantyMonths: 24 },
          {
            id: 'chair',
            name: 'Chair',
            parcel: 'P2',
            price: { amount: '180.00', currency: 'EUR' },
            warrantyMonths: 24,
          },
        ],
      },
      {
        number: 'FD-1016',
        email: 'deniz@example.com',
        purchasedOn: daysAgo(12),
        receivedOn: daysAgo(8),
        delivery: 'received',
        items: [
          {
            id: 'kettle',
            name: 'Kettle',
            state: 'returned',
            price: { amount: '39.00', currency: 'EUR' },
            warrantyMonths: 24,
          },
          {
            id: 'mixer',
            name: 'Hand mixer',
            state: 'delivered',
            price: { amount: '45.00', currency: 'EUR' },
            warrantyMonths: 24,
          },
        ],
      },
    ],
  };
}
