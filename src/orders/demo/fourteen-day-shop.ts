import type { Order } from '../order.ts';
import type { DemoDates } from './dates.ts';

/**
 * The demonstration orders of the fourteen-day shop: both sides of day 14, repairs, parcels and each kind of refusal.
 */
export function fourteenDayShopOrders({ daysAgo, monthsAgo }: DemoDates): Order[] {
  return [
    {
      number: 'FD-1001',
      email: 'olga@example.com',
      purchasedOn: daysAgo(17),
      receivedOn: daysAgo(14),
      delivery: 'received',
      items: [
        {
          id: 'headphones',
          name: 'Wireless headphones',
          price: { amount: '79.90', currency: 'EUR' },
          warrantyMonths: 24,
        },
      ],
    },
    {
      number: 'FD-1002',
      email: 'pavel@example.com',
      purchasedOn: daysAgo(18),
      receivedOn: daysAgo(15),
      delivery: 'received',
      items: [{ id: 'keyboard', name: 'Keyboard', price: { amount: '54.00', currency: 'EUR' }, warrantyMonths: 24 }],
    },
    {
      number: 'FD-1003',
      email: 'quentin@example.com',
      purchasedOn: daysAgo(127),
      receivedOn: monthsAgo(4),
      delivery: 'received',
      items: [
        {
          id: 'laptop',
          name: 'Laptop 14"',
          price: { amount: '899.00', currency: 'EUR' },
          serialNumber: 'SN-FD-6003',
          warrantyMonths: 24,
        },
      ],
    },
    {
      number: 'FD-1004',
      email: 'rosa@example.com',
      purchasedOn: monthsAgo(14),
      receivedOn: monthsAgo(13),
      delivery: 'received',
      items: [
        {
          id: 'tablet',
          name: 'Tablet 10"',
          price: { amount: '229.00', currency: 'EUR' },
          serialNumber: 'SN-FD-6004',
          warrantyMonths: 12,
        },
      ],
    },
    {
      number: 'FD-1005',
      email: 'samir@example.com',
      purchasedOn: monthsAgo(7),
      receivedOn: monthsAgo(6),
      delivery: 'received',
      items: [
        {
          id: 'phone',
          name: 'Smartphone',
          price: { amount: '449.00', currency: 'EUR' },
          serialNumber: 'SN-FD-6005',
          warrantyMonths: 24,
        },
      ],
    },
    {
      number: 'FD-1006',
      email: 'tina@example.com',
      purchasedOn: monthsAgo(4),
      receivedOn: monthsAgo(3),
      delivery: 'received',
      items: [{ id: 'speaker', name: 'Loudspeaker', price: { amount: '65.00', currency: 'EUR' } }],
    },
    {
      number: 'FD-1007',
      email: 'uwe@example.com',
      purchasedOn: daysAgo(3),
      delivery: 'in-transit',
      items: [{ id: 'monitor', name: 'Monitor 27"', price: { amount: '199.00', currency: 'EUR' }, warrantyMonths: 36 }],
    },
    {
      number: 'FD-1008',
      email: 'vera@example.com',
      purchasedOn: daysAgo(5),
      delivery: 'at-handover',
      items: [{ id: 'printer', name: 'Ink printer', price: { amount: '112.00', currency: 'EUR' }, warrantyMonths: 24 }],
    },
    {
      number: 'FD-1009',
      email: 'walter@example.com',
      purchasedOn: daysAgo(1),
      delivery: 'not-shipped',
      items: [
        { id: 'camera', name: 'Compact camera', price: { amount: '310.00', currency: 'EUR' }, warrantyMonths: 24 },
      ],
    },
    {
      number: 'FD-1010',
      email: 'xenia@example.com',
      purchasedOn: daysAgo(9),
      receivedOn: daysAgo(5),
      delivery: 'received',
      items: [
        { id: 'vacuum', name: 'Vacuum cleaner', price: { amount: '145.00', currency: 'EUR' }, warrantyMonths: 24 },
      ],
    },
    {
      number: 'FD-1011',
      email: 'yusuf@example.com',
      purchasedOn: daysAgo(24),
      receivedOn: daysAgo(20),
      delivery: 'received',
      items: [
        {
          id: 'lamp',
          name: 'Desk lamp',
          price: { amount: '29.95', currency: 'EUR' },
          discounted: true,
          warrantyMonths: 12,
        },
      ],
    },
    {
      number: 'FD-1012',
      email: 'zoe@example.com',
      purchasedOn: daysAgo(44),
      receivedOn: daysAgo(40),
      delivery: 'received',
      items: [
        {
          id: 'router',
          name: 'Router',
          price: { amount: '88.00', currency: 'EUR' },
          serialNumber: 'SN-FD-6012',
          warrantyMonths: 24,
        },
        { id: 'toaster', name: 'Toaster, second-hand', price: { amount: '15.00', currency: 'EUR' }, warrantyMonths: 0 },
      ],
    },
    {
      number: 'FD-1013',
      email: 'aiko@example.com',
      purchasedOn: daysAgo(10),
      receivedOn: daysAgo(3),
      delivery: 'received',
      items: [
        {
          id: 'console',
          name: 'Game console (Japan)',
          price: { amount: '39800', currency: 'JPY' },
          serialNumber: 'SN-FD-6013',
          warrantyMonths: 12,
        },
      ],
    },
    {
      number: 'FD-1014',
      email: 'bela@example.com',
      purchasedOn: monthsAgo(15),
      receivedOn: monthsAgo(14),
      delivery: 'received',
      items: [
        {
          id: 'drill',
          name: 'Cordless drill',
          price: { amount: '119.00', currency: 'EUR' },
          serialNumber: 'SN-FD-6014',
        },
      ],
    },
  ];
}
