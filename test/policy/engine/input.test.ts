import { describe, expect, it } from 'vitest';
import { decide } from '../../../src/policy/engine/decide.ts';
import type { WireFacts } from '../../fixtures/customers.ts';
import { fixturePolicy } from '../../fixtures/policies.ts';
import { plusDays } from '../calendar.ts';

const today = '2026-11-20';
const ids = ['tool-shop', 'fortnight-shop'] as const;
type ShopId = (typeof ids)[number];
const engines = { 'tool-shop': engineOf('tool-shop'), 'fortnight-shop': engineOf('fortnight-shop') };

function engineOf(id: ShopId) {
  const policy = fixturePolicy(id);
  return (facts: WireFacts) => decide(policy, facts, { today });
}

const broken = {
  reason: 'not-working',
  goods: 'device',
  delivery: 'received',
  discounted: false,
  condition: [],
  purchasedOn: '2026-02-01',
  warrantyMonths: 24,
};

function refusal(facts: WireFacts, shop: ShopId = 'tool-shop') {
  const verdict = engines[shop](facts);
  if (verdict.kind !== 'error') throw new Error(`${JSON.stringify(facts)} was not refused: ${JSON.stringify(verdict)}`);
  expect(verdict.error.message).not.toBe('');
  const { code, fact } = verdict.error;
  return { code, fact };
}

/** Facts as JSON brings them, own property `__proto__` included. */
function onTheWire(json: string): WireFacts {
  return JSON.parse(json);
}

function show(value: unknown): string {
  return JSON.stringify(value) ?? String(value);
}

const notEnums = ['broken', 'Not-Working', '', 'unknown', null, 7, true, ['other'], {}, '__proto__', 'constructor'];
const notBooleans = ['yes', 'true', '', null, 0, 1, [], [true], {}, 'Unknown'];
const notDates = [
  '2026-02-30',
  '2027-02-29',
  '2026-13-01',
  '2026-00-10',
  '2026-01-00',
  '2026-1-5',
  '20260101',
  '2026-01-01T00:00:00Z',
  '2026-01-01 ',
  '01/02/2026',
  'yesterday',
  '',
  null,
  20260101,
  true,
  [],
  {},
];
const notMonths = [1.5, -1, 601, '24', '', null, true, [24], {}, 1e21, 'forever'];
const notConditions = [
  'seal-damaged',
  'unknown',
  null,
  {},
  true,
  3,
  ['unknown'],
  ['no-such-thing'],
  [null],
  [3],
  [[]],
  ['__proto__'],
];
const notPrices = [
  null,
  '94.00',
  94,
  'unknown',
  [],
  {},
  { amount: '94.00' },
  { currency: 'EUR' },
  { amount: 94, currency: 'EUR' },
  { amount: '-1.00', currency: 'EUR' },
  { amount: '1e3', currency: 'EUR' },
  { amount: '1,50', currency: 'EUR' },
  { amount: 'free', currency: 'EUR' },
  { amount: '', currency: 'EUR' },
  { amount: 'NaN', currency: 'EUR' },
  { amount: 'Infinity', currency: 'EUR' },
  { amount: '0x10', currency: 'EUR' },
  { amount: '94.00', currency: 'ZZZ' },
  { amount: '94.00', currency: 'euro' },
  { amount: '94.00', currency: '' },
  { amount: '94.00', currency: null },
];

describe('facts that the shop does not know', () => {
  it.each(['colour', 'Reason', 'receivedOn', 'inspectedAtHandover', 'constructor', 'toString', 'hasOwnProperty', ''])(
    'the tool shop has no fact "%s"',
    (fact) => {
      expect(refusal({ ...broken, [fact]: 'x' })).toEqual({ code: 'unknown-fact', fact });
    },
  );

  it.each(['goods', 'activation', 'discounted', 'purchasedOn', 'works', 'deviceDamaged'])(
    'the fortnight shop has no fact "%s"',
    (fact) => {
      expect(refusal({ [fact]: 'unknown' }, 'fortnight-shop')).toEqual({ code: 'unknown-fact', fact });
    },
  );

  it('a derived fact follows from its dates and is not taken from outside', () => {
    expect(refusal({ ...broken, warranty: 'active' })).toEqual({ code: 'unknown-fact', fact: 'warranty' });
    const window = { reason: 'changed-mind', returnWindow: 'open' };
    expect(refusal(window, 'fortnight-shop')).toEqual({ code: 'unknown-fact', fact: 'returnWindow' });
  });

  it.each(['"x"', '{}', '{"reason":"other"}', 'null'])('"__proto__" is no fact, whatever it holds: %s', (value) => {
    const facts = onTheWire(`{"reason":"not-working","__proto__":${value}}`);
    expect(refusal(facts)).toEqual({ code: 'unknown-fact', fact: '__proto__' });
    expect(refusal(facts, 'fortnight-shop')).toEqual({ code: 'unknown-fact', fact: '__proto__' });
  });
});

describe('values that a fact cannot have', () => {
  it.each(['reason', 'goods', 'delivery', 'activation'])('%s is one of its own words, and always known', (fact) => {
    for (const value of notEnums) {
      expect(refusal({ ...broken, [fact]: value }), show(value)).toEqual({ code: 'invalid-value', fact });
    }
  });

  it('the reasons of one shop are not those of the other', () => {
    expect(refusal({ reason: 'damaged-or-incomplete' })).toEqual({ code: 'invalid-value', fact: 'reason' });
    for (const reason of ['wrong-item', 'damaged-in-transit']) {
      expect(refusal({ reason }, 'fortnight-shop')).toEqual({ code: 'invalid-value', fact: 'reason' });
    }
  });

  it.each(['discounted', 'works', 'deviceDamaged'])('%s is true, false or unknown', (fact) => {
    for (const value of notBooleans) {
      expect(refusal({ ...broken, [fact]: value }), show(value)).toEqual({ code: 'invalid-value', fact });
    }
  });

  it('inspectedAtHandover is true, false or unknown', () => {
    const fact = 'inspectedAtHandover';
    for (const value of notBooleans) {
      expect(refusal({ [fact]: value }, 'fortnight-shop'), show(value)).toEqual({ code: 'invalid-value', fact });
    }
  });

  it.each<[string, ShopId]>([
    ['purchasedOn', 'tool-shop'],
    ['warrantyUntil', 'tool-shop'],
    ['receivedOn', 'fortnight-shop'],
    ['warrantyUntil', 'fortnight-shop'],
  ])('%s of the %s is a day of the calendar, in ISO form', (fact, shop) => {
    for (const value of notDates) {
      expect(refusal({ [fact]: value }, shop), show(value)).toEqual({ code: 'invalid-value', fact });
    }
  });

  it.each(ids)('%s: 0 to 600 whole months, nothing else', (shop) => {
    const fact = 'warrantyMonths';
    for (const value of notMonths) {
      expect(refusal({ [fact]: value }, shop), show(value)).toEqual({ code: 'invalid-value', fact });
    }
    for (const value of [0, 1, 600, 'unknown']) expect(engines[shop]({ [fact]: value }).kind).toBe('undecided');
  });

  it.each(ids)('%s: the checklist is an array of its own words', (shop) => {
    const fact = 'condition';
    for (const value of notConditions) {
      expect(refusal({ [fact]: value }, shop), show(value)).toEqual({ code: 'invalid-value', fact });
    }
  });

  it('the checklist of one shop is not that of the other', () => {
    expect(refusal({ condition: ['wear'] })).toEqual({ code: 'invalid-value', fact: 'condition' });
    const seal = { condition: ['seal-damaged'] };
    expect(refusal(seal, 'fortnight-shop')).toEqual({ code: 'invalid-value', fact: 'condition' });
  });

  it.each(ids)('%s: a price is a decimal string and a currency', (shop) => {
    const fact = 'price';
    for (const value of notPrices) {
      expect(refusal({ [fact]: value }, shop), show(value)).toEqual({ code: 'invalid-value', fact });
    }
  });
});

describe('days to come', () => {
  it('a purchase today is possible, one tomorrow is not', () => {
    expect(engines['tool-shop']({ ...broken, purchasedOn: today }).kind).toBe('decision');
    const tomorrow = { ...broken, purchasedOn: plusDays(today, 1) };
    expect(refusal(tomorrow)).toEqual({ code: 'impossible', fact: 'purchasedOn' });
  });

  it('a receipt today is possible, one tomorrow is not', () => {
    const facts = { reason: 'changed-mind', delivery: 'received', receivedOn: today };
    expect(engines['fortnight-shop'](facts).kind).toBe('decision');
    const tomorrow = { ...facts, receivedOn: plusDays(today, 1) };
    expect(refusal(tomorrow, 'fortnight-shop')).toEqual({ code: 'impossible', fact: 'receivedOn' });
  });

  it('a day to come is impossible even where the day does not matter', () => {
    const purchase = { reason: 'other', goods: 'digital', purchasedOn: '2999-01-01' };
    expect(refusal(purchase)).toEqual({ code: 'impossible', fact: 'purchasedOn' });
    const receipt = { reason: 'changed-mind', delivery: 'in-transit', receivedOn: '2999-01-01' };
    expect(refusal(receipt, 'fortnight-shop')).toEqual({ code: 'impossible', fact: 'receivedOn' });
  });

  it('a warranty may end on a day to come', () => {
    const { warrantyMonths: _, ...facts } = broken;
    expect(engines['tool-shop']({ ...facts, warrantyUntil: '2999-01-01' }).kind).toBe('decision');
  });
});

describe('cases that cannot be', () => {
  it('digital goods are not damaged in transit', () => {
    const facts = { reason: 'damaged-in-transit', goods: 'digital' };
    expect(refusal(facts).code).toBe('impossible');
    expect(refusal({ ...facts, delivery: 'received', activation: 'activated' }).code).toBe('impossible');
  });

  it('a device not shipped is neither damaged nor out of order', () => {
    const facts = { goods: 'device', delivery: 'not-shipped' };
    expect(refusal({ ...facts, reason: 'damaged-in-transit' }).code).toBe('impossible');
    expect(refusal({ ...facts, reason: 'not-working' }).code).toBe('impossible');
  });

  it.each(['not-shipped', 'in-transit', 'at-handover'])('nobody knows that a device %s does not work', (delivery) => {
    expect(refusal({ reason: 'not-working', goods: 'device', delivery }).code).toBe('impossible');
    expect(refusal({ reason: 'not-working', delivery }, 'fortnight-shop').code).toBe('impossible');
  });

  it('goods of the fortnight shop not shipped are not damaged', () => {
    const facts = { reason: 'damaged-or-incomplete', delivery: 'not-shipped' };
    expect(refusal(facts, 'fortnight-shop').code).toBe('impossible');
  });

  it('transit damage before shipment is impossible even before the goods are named', () => {
    expect(refusal({ reason: 'damaged-in-transit', delivery: 'not-shipped' }).code).toBe('impossible');
  });

  it('a licence that does not work needs no parcel', () => {
    const facts = { reason: 'not-working', goods: 'digital', activation: 'not-activated' };
    for (const delivery of ['not-shipped', 'in-transit', 'at-handover', 'received']) {
      expect(engines['tool-shop']({ ...facts, delivery }).kind).toBe('decision');
    }
  });

  it('what does not work before shipment can only be a licence', () => {
    const facts = { reason: 'not-working', delivery: 'not-shipped', activation: 'activated' };
    expect(engines['tool-shop'](facts).kind).toBe('decision');
    expect(refusal({ ...facts, goods: 'device' }).code).toBe('impossible');
  });
});

describe('facts that do not apply', () => {
  const licence = { reason: 'changed-mind', goods: 'digital', activation: 'not-activated', discounted: false };
  const idle = {
    delivery: 'received',
    works: false,
    deviceDamaged: true,
    condition: ['seal-damaged'],
    purchasedOn: '2000-01-01',
    warrantyMonths: 0,
    warrantyUntil: '2001-01-01',
  };

  it('change nothing', () => {
    expect(engines['tool-shop']({ ...licence, ...idle })).toEqual(engines['tool-shop'](licence));
    const undated = { reason: 'changed-mind', delivery: 'in-transit' };
    const dated = { ...undated, receivedOn: '2000-01-01', inspectedAtHandover: false, condition: ['wear'] };
    expect(engines['fortnight-shop'](dated)).toEqual(engines['fortnight-shop'](undated));
  });

  it.each([
    ['delivery', 'lost'],
    ['works', 'yes'],
    ['deviceDamaged', null],
    ['condition', 'unknown'],
    ['purchasedOn', '2026-02-30'],
    ['warrantyMonths', 601],
    ['warrantyUntil', 'soon'],
    ['price', { amount: '1e3', currency: 'EUR' }],
  ])('are validated all the same: %s', (fact, value) => {
    expect(refusal({ ...licence, [fact]: value })).toEqual({ code: 'invalid-value', fact });
    expect(refusal({ ...licence, reason: 'other', [fact]: value })).toEqual({ code: 'invalid-value', fact });
  });
});

describe('what the engine signs', () => {
  it.each<[ShopId, WireFacts]>([
    ['tool-shop', broken],
    ['fortnight-shop', { reason: 'other' }],
  ])('a decision of the %s names the policy, its version and its digest', (shop, facts) => {
    const verdict = engines[shop](facts);
    if (verdict.kind !== 'decision') throw new Error('a decision was expected');
    expect(verdict.decision.policy).toEqual({
      id: shop,
      version: expect.stringMatching(/./),
      digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
    });
  });

  it('a decision has no review unless a human is to look at it, and no empty fields', () => {
    const verdict = engines['tool-shop'](broken);
    if (verdict.kind !== 'decision') throw new Error('a decision was expected');
    const fields = Object.keys(verdict.decision).toSorted();
    expect(fields).toEqual(['clauses', 'policy', 'resolution', 'terms']);
  });

  it('deciding leaves the facts as they were', () => {
    const facts = Object.freeze({ ...broken, condition: Object.freeze(['signs-of-use', 'seal-damaged']) });
    const before = JSON.stringify(facts);
    engines['tool-shop'](facts);
    expect(JSON.stringify(facts)).toBe(before);
  });
});
