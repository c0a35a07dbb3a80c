import type { WireFacts } from '../../shops/tables.ts';

/** What a customer of a demonstration order says beside it, and what comes of it. */
export interface Story {
  number: string;
  item: string;
  said: WireFacts;
  outcome: { resolution: string; clauses: string[]; refund?: object; alternatives?: string[] };
}

const broken = { reason: 'not-working', condition: [] };
const unwanted = { reason: 'changed-mind' };

/** The equipment shop's stories; a clause named is among those cited. */
export const equipmentShopStories: Story[] = [
  story('EQ-1001', 'scanner', broken, 'return', ['warranty-return']),
  ...(
    [
      ['unauthorised-repair', 'unauthorised-repair'],
      ['seal-damaged', 'seal-damaged'],
      ['signs-of-use', 'signs-of-use'],
      ['tampered-software', 'tampered-software'],
      ['packaging-missing-or-damaged', 'packaging'],
    ] as const
  ).map(([condition, clause]) =>
    story('EQ-1001', 'scanner', { reason: 'not-working', condition: [condition] }, 'not-eligible', [clause]),
  ),
  story('EQ-1001', 'scanner', { reason: 'wrong-serial' }, 'not-eligible', ['serial-number']),
  story('EQ-1001', 'scanner', { reason: 'other' }, 'human-review', []),
  story('EQ-1002', 'tester', broken, 'not-eligible', ['warranty-return']),
  story('EQ-1003', 'charger', broken, 'not-eligible', ['discounted']),
  story('EQ-1004', 'oscilloscope', unwanted, 'cancellation', ['fee-changed-mind'], {
    refund: { amount: '235.00', fee: '15.00', currency: 'EUR' },
  }),
  story('EQ-1005', 'adapter', { reason: 'wrong-item' }, 'cancellation', ['fee-wrong-item'], {
    refund: { amount: '45449', fee: '2901', currency: 'JPY' },
  }),
  story('EQ-1006', 'multimeter', { reason: 'damaged-in-transit' }, 'inspect-on-delivery', ['inspect-packaging']),
  story('EQ-1006', 'multimeter', unwanted, 'human-review', ['fee-changed-mind']),
  story('EQ-1007', 'camera', { reason: 'damaged-in-transit', deviceDamaged: true }, 'refuse-delivery', [
    'refuse-damaged',
  ]),
  story('EQ-1007', 'camera', { reason: 'damaged-in-transit', deviceDamaged: false }, 'accept-delivery', [
    'inspect-contents',
  ]),
  story('EQ-1008', 'module', { reason: 'wrong-item' }, 'cancellation', ['fee-wrong-digital'], {
    refund: { amount: '112.80', fee: '7.20', currency: 'EUR' },
  }),
  story('EQ-1009', 'licence', unwanted, 'not-eligible', ['digital-after-activation', 'non-physical']),
  story('EQ-1010', 'printer', broken, 'return', ['warranty-return']),
  story('EQ-1010', 'module', unwanted, 'not-eligible', ['digital-after-activation']),
  story('EQ-1010', 'cable', broken, 'not-eligible', ['discounted']),
  story('EQ-1011', 'configuration', { reason: 'wrong-details' }, 'not-eligible', ['non-physical']),
  story('EQ-1012', 'key', broken, 'return', ['warranty-return']),
  story('EQ-1013', 'endoscope', unwanted, 'human-review', ['discounted', 'fee-changed-mind']),
  story('EQ-1014', 'wrench', { reason: 'wrong-item' }, 'not-eligible', ['working-device']),
  story('EQ-1015', 'probes', unwanted, 'cancellation', ['fee-changed-mind'], {
    refund: { amount: '31.33', fee: '2.00', currency: 'EUR' },
  }),
];

/** The fourteen-day shop's stories. */
export const fourteenDayShopStories: Story[] = [
  story('FD-1001', 'headphones', unwanted, 'return', ['return-14-days']),
  story('FD-1002', 'keyboard', unwanted, 'not-eligible', ['return-14-days']),
  story('FD-1003', 'laptop', broken, 'warranty-repair', ['warranty-repair']),
  story('FD-1004', 'tablet', broken, 'not-eligible', ['warranty-repair']),
  story('FD-1005', 'phone', { reason: 'not-working', condition: ['foreign-matter'] }, 'not-eligible', [
    'foreign-matter',
  ]),
  story('FD-1006', 'speaker', { ...broken, warrantyMonths: 'unknown' }, 'human-review', ['warranty-repair']),
  story('FD-1007', 'monitor', { reason: 'damaged-or-incomplete' }, 'inspect-on-delivery', ['check-on-receipt']),
  story('FD-1008', 'printer', { reason: 'damaged-or-incomplete' }, 'refuse-delivery', ['refuse-incomplete']),
  story('FD-1009', 'camera', unwanted, 'human-review', ['return-14-days']),
  story('FD-1010', 'vacuum', { reason: 'damaged-or-incomplete', inspectedAtHandover: true }, 'human-review', [
    'unchecked-goods',
  ]),
  story('FD-1011', 'lamp', { reason: 'damaged-or-incomplete', inspectedAtHandover: false }, 'not-eligible', [
    'unchecked-goods',
  ]),
  story('FD-1012', 'router', broken, 'warranty-repair', ['warranty-repair']),
  story('FD-1012', 'toaster', broken, 'not-eligible', ['warranty-repair']),
  story('FD-1013', 'console', broken, 'return', ['return-14-days'], { alternatives: ['warranty-repair'] }),
  story('FD-1014', 'drill', broken, 'warranty-repair', ['warranty-repair']),
  story('FD-1015', 'desk', unwanted, 'not-eligible', ['return-14-days']),
  story('FD-1015', 'chair', unwanted, 'return', ['return-14-days']),
  story('FD-1016', 'mixer', unwanted, 'return', ['return-14-days']),
];

function story(
  number: string,
  item: string,
  said: WireFacts,
  resolution: string,
  clauses: string[],
  rest: Omit<Story['outcome'], 'resolution' | 'clauses'> = {},
): Story {
  return { number, item, said, outcome: { resolution, clauses, ...rest } };
}
