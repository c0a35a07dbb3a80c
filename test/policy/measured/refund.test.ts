import { describe, expect, test } from 'vitest';
import { diffPolicies } from '../../../src/policy/diff/diff.ts';
import { decide } from '../../../src/policy/engine/decide.ts';
import type { Decision } from '../../../src/policy/engine/decision.ts';
import type { Policy } from '../../../src/policy/format/load.ts';
import { interviewWith } from '../../docs/recipe-chat.ts';
import { mistakesIn, recipe, recipeFile } from '../../docs/recipes.ts';
import { oneOf, type Rng, rngOf } from '../../random.ts';
import { findingsIn } from '../check/small.ts';

const today = '2026-11-20';
const shop = recipe('refund');
const euros = (amount: string) => ({ amount, currency: 'EUR' });

function decided(facts: Record<string, unknown>, policy: Policy = shop): Decision {
  const verdict = decide(policy, facts, { today });
  if (verdict.kind !== 'decision') throw new Error(JSON.stringify(verdict));
  return verdict.decision;
}

describe('a refund of several parts', () => {
  const unwanted = { reason: 'unwanted', opened: true };

  test('names each of them, and they add up', () => {
    expect(decided({ ...unwanted, price: euros('94.00') }).refund).toEqual({
      amount: '80.71',
      fee: '21.05',
      currency: 'EUR',
      parts: [
        { part: 'price', amount: '94.00' },
        { part: 'tax', amount: '7.76' },
        { part: 'fee', amount: '-14.10' },
        { part: 'label', amount: '-6.95' },
      ],
    });
  });

  test('a part has bounds of its own, the whole has them too', () => {
    const dear = decided({ ...unwanted, price: euros('1000.00') }).refund;
    expect(dear?.parts).toContainEqual({ part: 'fee', amount: '-50.00' });
    const dearer = decided({ ...unwanted, price: euros('2000.00') }).refund;
    // What the cap takes is no fee.
    expect(dearer).toMatchObject({ amount: '2000.00', fee: '56.95', capped: '108.05' });
    expect(dear).not.toHaveProperty('capped');
    expect(dearer?.parts).toContainEqual({ part: 'cap', amount: '-108.05' });
  });

  test('can be a difference of prices, which is paid back without the price', () => {
    const cheaper = recipe('refund', (text) =>
      text
        .replace('{ part: price }', '{ part: difference, of: deliveryPaid }')
        .replace(/ +- { part: (?:tax|delivery|fee|label).*\n/g, ''),
    );
    expect(decided({ ...unwanted, price: euros('94.00'), deliveryPaid: euros('7.30') }, cheaper).refund).toEqual({
      amount: '7.30',
      fee: '0.00',
      currency: 'EUR',
      parts: [{ part: 'difference', amount: '7.30' }],
    });
    expect(
      mistakesIn('refund', (text) => text.replace('{ part: tax, percent: 8.25 }', '{ part: difference }')),
    ).toContain('expected fixed, percent or of, which say how much the difference is');
  });

  test('is never less than nothing', () => {
    const cheap = decided({ ...unwanted, price: euros('2.00') }).refund;
    expect(cheap).toMatchObject({ amount: '0.00', fee: '2.17' });
    expect(cheap?.parts).toContainEqual({ part: 'floor', amount: '5.08' });
  });

  test('half a cent goes away from zero, in what is paid and in what is kept', () => {
    const half = recipe('refund', (text) =>
      text.replace('percent: 8.25', 'percent: 2.5').replace('percent: 15', 'percent: 2.5'),
    );
    expect(decided({ ...unwanted, price: euros('10.20') }, half).refund?.parts).toEqual([
      { part: 'price', amount: '10.20' },
      { part: 'tax', amount: '0.26' },
      { part: 'fee', amount: '-0.26' },
      { part: 'label', amount: '-6.95' },
    ]);
  });

  test('is reckoned only once every sum that counts is known', () => {
    const faulty = { reason: 'faulty', price: euros('94.00') };
    expect(decided(faulty)).not.toHaveProperty('refund');
    expect(decided(faulty).refundParts?.parts).toEqual([
      { part: 'price' },
      { part: 'tax', percent: 8.25 },
      { part: 'delivery', of: 'deliveryPaid' },
    ]);
    expect(decided({ ...faulty, deliveryPaid: euros('4.90') }).refund?.amount).toBe('106.66');
    expect(decided({ ...faulty, deliveryPaid: { amount: '4.90', currency: 'USD' } })).not.toHaveProperty('refund');
  });

  test('depends on what decides which parts count', () => {
    expect(decide(shop, { reason: 'unwanted' }, { today })).toMatchObject({ kind: 'undecided', ask: 'opened' });
    expect(decide(shop, {}, { today })).toMatchObject({ ask: 'reason', missing: ['reason', 'opened'] });
  });

  test('a plain share of the price that is kept is the fee in percent, too', () => {
    const plain = recipe('refund', (text) =>
      text
        .replace(/ +- { part: (?:tax|delivery|label).*\n/g, '')
        .replace(", atMost: { amount: '50.00', currency: EUR }", '')
        .replace(/ +atMost: .*\n/, ''),
    );
    expect(decided({ ...unwanted, price: euros('94.00') }, plain)).toMatchObject({
      feePercent: 15,
      refund: { fee: '14.10' },
    });
    expect(decided(unwanted, plain)).toMatchObject({ feePercent: 15 });
  });
});

describe('10,000 random orders', () => {
  const currencies = [
    ['EUR', 2],
    ['JPY', 0],
    ['KWD', 3],
  ] as const;

  test.each(currencies)('in %s add up, as reckoned in whole minor units', (currency, digits) => {
    const rng = rngOf(20 + digits);
    const policy = recipe('refund', (text) =>
      text
        .replaceAll('EUR', currency)
        .replaceAll(/'(\d+)\.(\d+)'/g, (_, whole, cents) => `'${inUnits(Number(`${whole}${cents}`), digits)}'`),
    );
    const wrong: string[] = [];
    for (let i = 0; i < (digits === 2 ? 10_000 : 500); i += 1) {
      const order = randomOrder(rng);
      const sum = (units: number) => ({ amount: inUnits(units, digits), currency });
      const facts = { ...order, price: sum(order.price), deliveryPaid: sum(order.deliveryPaid) };
      const { refund } = decided(facts, policy);
      const units = (amount = '') => Number(amount.replace('.', ''));
      const parts = (refund?.parts ?? []).reduce((all, { amount }) => all + units(amount), 0);
      const expected = reckoned(order);
      if (units(refund?.amount) !== expected.amount || parts !== expected.amount || units(refund?.fee) !== expected.fee)
        wrong.push(JSON.stringify({ facts, refund, expected }));
    }
    expect(wrong.slice(0, 3)).toEqual([]);
  });
});

interface Order {
  reason: string;
  opened: boolean;
  price: number;
  deliveryPaid: number;
}

function randomOrder(rng: Rng): Order {
  const most = oneOf(rng, [1_000, 20_000, 300_000]);
  return {
    reason: oneOf(rng, ['faulty', 'unwanted']),
    opened: rng() < 0.5,
    price: Math.floor(rng() * most),
    deliveryPaid: Math.floor(rng() * 2_000),
  };
}

/** The recipe in whole minor units, a share of them rounded half up. */
function reckoned({ reason, opened, price, deliveryPaid }: Order): { amount: number; fee: number } {
  const share = (hundredths: bigint): number => Number((BigInt(price) * hundredths + 5_000n) / 10_000n);
  const tax = share(825n);
  const isUnwanted = reason === 'unwanted';
  const fee = isUnwanted && opened ? Math.min(share(1_500n), 5_000) : 0;
  const label = isUnwanted ? 695 : 0;
  const paid = price + tax + (isUnwanted ? 0 : deliveryPaid);
  const uncapped = Math.max(0, paid - fee - label);
  return { amount: Math.min(200_000, uncapped), fee: paid - uncapped };
}

function inUnits(units: number, digits: number): string {
  const text = String(units).padStart(digits + 1, '0');
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

describe('mistakes in a refund', () => {
  test.each([
    ['part: tax, percent: 8.25', 'part: tax', 'expected fixed, percent or of, which say how much the tax is'],
    ['of: deliveryPaid', 'of: delivery', 'there is no sum "delivery"; expected one of price, deliveryPaid'],
    ['of: deliveryPaid', 'of: reason', 'there is no sum "reason"; expected one of price, deliveryPaid'],
    [
      "label, fixed: { amount: '6.95', currency: EUR }",
      "label, percent: 5, fixed: { amount: '6.95', currency: EUR }",
      '"fixed" does not go with of, percent',
    ],
    ["'6.95', currency: EUR", "'6.95', currency: USD", 'expected one currency, not EUR and USD'],
    [
      'when: { reason: faulty }',
      'when: { reason: broken }',
      'reason is never "broken"; expected one of faulty, unwanted',
    ],
    ['    refund:\n', '    fee: { percent: 5 }\n    refund:\n', 'a row has a fee or a refund'],
    [
      'fromOrder: item.price, label: Price',
      'label: Price',
      'expected one price: the fact with "fromOrder: item.price"',
    ],
    ['part: price', 'part: prize', 'price'],
  ])('%s written as %s', (from, to, message) =>
    expect(mistakesIn('refund', (text) => text.replace(from, to))).toContain(message),
  );
});

test('check finds a part that never counts', () => {
  const text = recipeFile('refund', (one) =>
    one
      .replace('- id: sent-back\n', '- id: sent-back\n    when: { reason: faulty }\n')
      .replace(
        'clauses: [what-is-paid-back]\n',
        'clauses: [what-is-paid-back]\n  - id: other\n    resolution: human-review\n',
      ),
  );
  expect(findingsIn(text, 'dead-fee').map(({ message }) => message)).toEqual([
    '"sent-back" never counts this fee in its refund',
    '"sent-back" never counts this label in its refund',
  ]);
});

test('diff finds those who are paid another sum', () => {
  const cheaper = recipe('refund', (text) => text.replace("'6.95'", "'4.95'"));
  const { changes } = diffPolicies({ old: shop, new: cheaper }, today);
  expect(changes).toHaveLength(2);
  for (const { witness } of changes) expect(witness.old.facts.reason).toBe('unwanted');
});

describe('a chat', () => {
  const replies = { reason: 'I do not want it', opened: 'yes' };

  test('says the parts as the policy states them, and no sum, while the price is not known', () => {
    const { text, decision } = interviewWith(shop, today, replies);
    expect(decision).toMatchObject({ resolution: 'return' });
    expect(decision).not.toHaveProperty('refund');
    expect(text).toContain('Fee: 15% of the price, at most €50.00 is kept back');
    expect(text).toContain('Return label: €6.95 is kept back');
  });

  test('says each part in money once the price is known', () => {
    const priced = recipe('refund', (text) =>
      text
        .replace(
          '{ type: money, fromOrder: item.price, label: Price }',
          '{ type: amount, currency: EUR, fromOrder: item.price, label: Price, question: What did you pay? }',
        )
        .replace(
          '- id: sent-back',
          '- id: dear\n    when: { price: { over: 5000 } }\n    resolution: human-review\n  - id: sent-back',
        ),
    );
    const { text, decision } = interviewWith(priced, today, { ...replies, price: '€94' });
    expect(decision).toMatchObject({ refund: { amount: '80.71' } });
    for (const line of ['Price: €94.00', 'Tax: €7.76', 'Fee: -€14.10', 'Return label: -€6.95', 'You get: €80.71'])
      expect(text).toContain(line);
  });
});
