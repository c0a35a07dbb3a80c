import type { Order } from '../order.ts';
import type { DemoDates } from './dates.ts';

/**
 * The demonstration orders of the equipment shop: warranty returns, cancellations, parcels and each kind of refusal.
 */
export function equipmentShopOrders({ daysAgo, monthsAgo }: DemoDates): Order[] {
  return [
    {
      number: 'EQ-1001',
      email: 'anna@example.com',
      purchasedOn: daysAgo(35),
      receivedOn: daysAgo(31),
      delivery: 'received',
      items: [
        {
          id: 'scanner',
          name: 'Diagnostic scanner DS-20',
          goods: 'device',
          price: { amount: '489.00', currency: 'EUR' },
          discounted: false,
          serialNumber: 'SN-EQ-2001',
          warrantyMonths: 24,
        },
      ],
    },
    {
      number: 'EQ-1002',
      email: 'boris@example.com',
      purchasedOn: monthsAgo(13),
      receivedOn: monthsAgo(12),
      delivery: 'received',
      items: [
        {
          id: 'tester',
          name: 'Battery tester BT-5',
          goods: 'device',
          price: { amount: '129.90', currency: 'EUR' },
          discounted: false,
          serialNumber: 'SN-EQ-2002',
          warrantyMonths: 12,
        },
      ],
    },
    {
      number: 'EQ-1003',
      email: 'clara@example.com',
      purchasedOn: daysAgo(21),
      receivedOn: daysAgo(17),
      delivery: 'received',
      items: [
        {
          id: 'charger',
          name: 'Workshop charger WC-12',
          goods: 'device',
          price: { amount: '74.50', currency: 'EUR' },
          discounted: true,
          serialNumber: 'SN-EQ-2003',
          warrantyMonths: 12,
        },
      ],
    },
    {
      number: 'EQ-1004',
      email: 'daniel@example.com',
      purchasedOn: daysAgo(2),
      delivery: 'not-shipped',
      items: [
        {
          id: 'oscilloscope',
          name: 'Handheld oscilloscope HO-2',
          goods: 'device',
          price: { amount: '250.00', currency: 'EUR' },
          discounted: false,
          warrantyMonths: 24,
        },
      ],
    },
    {
      number: 'EQ-1005',
      email: 'emi@example.com',
      purchasedOn: daysAgo(1),
      delivery: 'not-shipped',
      items: [
        {
          id: 'adapter',
          name: 'Bus adapter BA-7 (Japan)',
          goods: 'device',
          price: { amount: '48350', currency: 'JPY' },
          discounted: false,
          warrantyMonths: 12,
        },
      ],
    },
    {
      number: 'EQ-1006',
      email: 'felix@example.com',
      purchasedOn: daysAgo(6),
      delivery: 'in-transit',
      items: [
        {
          id: 'multimeter',
          name: 'Automotive multimeter AM-3',
          goods: 'device',
          price: { amount: '96.00', currency: 'EUR' },
          discounted: false,
          warrantyMonths: 24,
        },
      ],
    },
    {
      number: 'EQ-1007',
      email: 'greta@example.com',
      purchasedOn: daysAgo(8),
      delivery: 'at-handover',
      items: [
        {
          id: 'camera',
          name: 'Thermal camera TC-1',
          goods: 'device',
          price: { amount: '615.00', currency: 'EUR' },
          discounted: false,
          warrantyMonths: 24,
        },
      ],
    },
    {
      number: 'EQ-1008',
      email: 'hugo@example.com',
      purchasedOn: daysAgo(4),
      items: [
        {
          id: 'module',
          name: 'Gearbox module, licence for one year',
          goods: 'digital',
          price: { amount: '120.00', currency: 'EUR' },
          discounted: false,
          activation: 'not-activated',
        },
      ],
    },
    {
      number: 'EQ-1009',
      email: 'irene@example.com',
      purchasedOn: daysAgo(30),
      items: [
        {
          id: 'licence',
          name: 'Wiring diagrams, subscription',
          goods: 'digital',
          price: { amount: '199.00', currency: 'EUR' },
          discounted: false,
          activation: 'activated',
        },
      ],
    },
    {
      number: 'EQ-1010',
      email: 'jonas@example.com',
      purchasedOn: daysAgo(14),
      receivedOn: daysAgo(10),
      delivery: 'received',
      items: [
        {
          id: 'printer',
          name: 'Report printer RP-80',
          goods: 'device',
          price: { amount: '158.00', currency: 'EUR' },
          discounted: false,
          serialNumber: 'SN-EQ-2010',
          warrantyMonths: 12,
        },
        {
          id: 'module',
          name: 'Airbag module',
          goods: 'digital',
          price: { amount: '89.00', currency: 'EUR' },
          discounted: false,
          activation: 'waiting-for-activation',
        },
        {
          id: 'cable',
          name: 'Extension cable EC-16',
          goods: 'device',
          price: { amount: '12.00', currency: 'EUR' },
          discounted: true,
          warrantyMonths: 6,
        },
      ],
    },
    {
      number: 'EQ-1011',
      email: 'kira@example.com',
      purchasedOn: daysAgo(5),
      items: [
        {
          id: 'configuration',
          name: 'Remote configuration of a scanner',
          goods: 'service',
          price: { amount: '60.00', currency: 'EUR' },
          discounted: false,
          activation: 'activated',
        },
      ],
    },
    {
      number: 'EQ-1012',
      email: 'leo@example.com',
      purchasedOn: monthsAgo(15),
      receivedOn: monthsAgo(14),
      delivery: 'received',
      items: [
        {
          id: 'key',
          name: 'Hardware key HK-4',
          goods: 'device',
          price: { amount: '340.00', currency: 'EUR' },
          discounted: false,
          serialNumber: 'SN-EQ-4012',
        },
      ],
    },
    {
      number: 'EQ-1013',
      email: 'mara@example.com',
      purchasedOn: daysAgo(1),
      delivery: 'not-shipped',
      items: [
        {
          id: 'endoscope',
          name: 'Inspection endoscope IE-9',
          goods: 'device',
          price: { amount: '83.30', currency: 'EUR' },
          discounted: true,
          warrantyMonths: 12,
        },
      ],
    },
    {
      number: 'EQ-1014',
      email: 'nils@example.com',
      purchasedOn: daysAgo(13),
      receivedOn: daysAgo(9),
      delivery: 'received',
      items: [
        {
          id: 'wrench',
          name: 'Digital torque wrench TW-60',
          goods: 'device',
          price: { amount: '142.00', currency: 'EUR' },
          discounted: false,
          serialNumber: 'SN-EQ-2014',
          warrantyMonths: 24,
        },
      ],
    },
  ];
}
