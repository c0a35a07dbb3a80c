import { describe, expect, test } from 'vitest';
import { factsFromOrder } from '../../../src/orders/facts-from-order.ts';
import { diffPolicies } from '../../../src/policy/diff/diff.ts';
import { decide } from '../../../src/policy/engine/decide.ts';
import { explain } from '../../../src/policy/explain/explain.ts';
import { chatWith } from '../../docs/recipe-chat.ts';
import { mistakesIn, recipe, recipeFile } from '../../docs/recipes.ts';
import { findingsIn } from '../check/small.ts';
import { partialStrays } from '../engine/partial.ts';

const games = recipe('numbers');
const at = { today: '2026-11-20' };
const euros = (amount: string) => ({ amount, currency: 'EUR' });
const on = (facts: Record<string, unknown>, policy = games) => decide(policy, facts, at);
const resolved = (facts: Record<string, unknown>, policy = games) => {
  const verdict = on(facts, policy);
  return verdict.kind === 'decision' ? verdict.decision.resolution : verdict.kind;
};

describe('under two hours of play', () => {
  test.each([
    [0, 'return'],
    [1.9, 'return'],
    [2, 'not-eligible'],
    [9999.9, 'not-eligible'],
    ['unknown', 'human-review'],
  ])('%s hours: %s', (playHours, resolution) => expect(resolved({ playHours, price: euros('60') })).toBe(resolution));

  test('a range counts once it lies on one side', () => {
    expect(resolved({ playHours: '..1.9', price: euros('60') })).toBe('return');
    expect(resolved({ playHours: '8..12' })).toBe('not-eligible');
    expect(on({ playHours: '1.6..2.4', price: euros('60') })).toMatchObject({
      ask: 'playHours',
      missing: ['playHours'],
    });
  });

  test.each([
    [-1, 'playHours must be a number with 1 decimal at most from 0 to 10000, or a range such as "1..3" or "unknown"'],
    [1.25, 'playHours must be a number with 1 decimal at most from 0 to 10000, or a range such as "1..3" or "unknown"'],
    ['2', 'playHours must be a number with 1 decimal at most from 0 to 10000, or a range such as "1..3" or "unknown"'],
  ])('%s is refused: %s', (playHours, message) =>
    expect(on({ playHours })).toEqual({ kind: 'error', error: { code: 'invalid-value', fact: 'playHours', message } }),
  );
});

describe('orders over 50', () => {
  const fee = (price: unknown) => on({ playHours: 1, price });
  test('50.01 is over 50, and 50.00 is not', () => {
    expect(fee(euros('50.01'))).toMatchObject({ decision: { clauses: ['two-hours', 'free-over-fifty'] } });
    expect(fee(euros('50'))).toMatchObject({
      decision: { clauses: ['two-hours'], refund: { amount: '45.10', fee: '4.90', currency: 'EUR' } },
    });
  });

  test('a price that is only roughly known decides, and no sum is said of it', () => {
    const verdict = fee('..40');
    expect(verdict).toMatchObject({ decision: { clauses: ['two-hours'] } });
    expect(verdict).not.toHaveProperty('decision.refund');
  });

  test('a sum in another currency is refused by decide, and not taken from an order', () => {
    const message = 'price must be a sum up to 1000000 such as {"amount":"94.00","currency":"EUR"}';
    expect(fee({ amount: '60.00', currency: 'USD' })).toMatchObject({ error: { code: 'invalid-value', message } });
    const order = (currency: string) =>
      factsFromOrder(
        games,
        { number: '1', email: 'a@example.com', purchasedOn: '2026-11-01', items: [] },
        { id: '1', name: 'A game', price: { amount: '60.00', currency } },
        { today: '2026-11-21', timeZone: 'Europe/Berlin', holidays: [] },
      ).facts;
    expect(order('EUR')).toEqual({ price: euros('60.00') });
    expect(order('USD')).toEqual({});
  });
});

test('never more is said than the known facts entail, and nothing is asked in vain', () => {
  const values = {
    playHours: [0, 1.9, 2, 50, 'unknown'],
    price: [euros('0'), euros('50'), euros('50.01'), euros('1000')],
  };
  const { early, late, cases } = partialStrays(
    games,
    at,
    // Sums follow from the price; what is compared here is the rest.
    { ...values, price: ['..50', '50.01..'] },
  );
  expect(early).toEqual([]);
  expect(late).toEqual([]);
  expect(cases).toBe(18);
  expect(on({})).toMatchObject({ ask: 'playHours', missing: ['playHours', 'price'] });
});

describe('mistakes in comparisons', () => {
  test.each([
    [
      'atLeast: 2 }',
      'below: 2 }',
      'there is no comparison "below"; expected one of over, atLeast, from, under, atMost, to',
    ],
    ['{ atLeast: 2 }', '{}', 'expected a comparison of playHours, such as { under: 2 }'],
    ['atLeast: 2 }', 'atLeast: two }', 'playHours is never "two"; expected a number with 1 decimal at most'],
    ['atLeast: 2 }', 'atLeast: 2.25 }', 'playHours is never 2.25; expected a number with 1 decimal at most'],
    ['atLeast: 2 }', 'atLeast: 20000 }', 'playHours goes from 0 to 10000, and 20000 is beyond that'],
    ['{ atLeast: 2 }', '{ from: 3, to: 2 }', 'no playHours is within {"from":3,"to":2}'],
    ['playHours: unknown', 'playHours: unkown', 'playHours is never "unkown"; expected a comparison'],
    ['price: { over: 50 }', 'price: { over: 50.005 }', 'price is never 50.005; expected a number with 2 decimals'],
    ['likelihood: [{ under: 2,', 'likelihood: [{ under: -2,', 'playHours goes from 0 to 10000, and -2 is beyond that'],
    ['max: 10000', 'max: 0', 'expected more than the least of it'],
    ['currency: EUR ', 'currency: EURO ', 'expected a currency of ISO 4217, such as EUR'],
  ])('%s written as %s', (from, to, message) =>
    expect(mistakesIn('numbers', (text) => text.replace(from, to))).toContain(message),
  );

  test('a fact of another type is not compared', () => {
    const found = mistakesIn('numbers', (text) =>
      text.replace(/type: amount\n.*\n/, 'type: money\n').replace(/ +question: How much.*\n/, ''),
    );
    expect(found).toContain(
      'a condition cannot test "price"; give it type: amount, a currency and a question, or test',
    );
  });
});

describe('check', () => {
  const missing = () => findingsIn(recipeFile('numbers'), 'missing-example').map(({ message }) => message);

  test('asks for an example on both sides of each threshold', () => {
    expect(missing()).toContain(
      'playHours needs an example with 1.9 and one with 2: "under 2" ends and "2 or more" begins there',
    );
    expect(missing()).toContain(
      'price needs an example with 50 and one with 50.01: "up to 50" ends and "over 50" begins there',
    );
  });

  test('shows findings by customers that decide takes', () => {
    const text = recipeFile('numbers', (one) =>
      one.replace('- id: up-to-fifty\n', '- id: up-to-fifty\n    when: { price: { under: 20 } }\n'),
    );
    const [gap] = findingsIn(text, 'gap');
    expect(gap?.witness?.facts).toEqual({ playHours: 1.9, price: euros('20.00') });
  });
});

test('diff finds those between the thresholds of two versions', () => {
  const changed = recipe('numbers', (text) => text.replaceAll('atLeast: 2 }', 'atLeast: 3 }'));
  const { changes } = diffPolicies({ old: games, new: changed }, '2026-11-20');
  expect(changes.length).toBeGreaterThan(0);
  for (const { witness } of changes) {
    expect(witness.old.facts.playHours).toBe(2);
    expect(witness.old.gives).toMatchObject({ decision: { resolution: 'not-eligible' } });
    expect(witness.new.gives).not.toMatchObject({ decision: { resolution: 'not-eligible' } });
  }
  expect(diffPolicies({ old: games, new: games }, '2026-11-20').changes).toEqual([]);
});

test('explain names the number that decided, and where each band leads', () => {
  expect(explain(games, { playHours: 5 }, at)).toMatchObject({
    because: [{ clause: 'two-hours', from: [{ fact: 'playHours', label: 'Hours played', value: 5 }] }],
  });
  const { leads } = explain(games, { playHours: 1 }, at) as { leads: unknown[] };
  expect(leads).toMatchObject([
    { fact: 'price', answers: [{ value: 'up to 50' }, { value: 'over 50', resolution: 'return' }] },
  ]);
});

describe('a chat', () => {
  test('asks for the number, and takes it with its unit', () => {
    const { asked } = chatWith(games, at.today);
    expect(asked).toMatchObject({ id: 'playHours', input: 'number', allowsUnknown: true });
    expect(chatWith(games, at.today, '90 minutes', '€60').decision).toMatchObject({
      resolution: 'return',
      facts: { playHours: 1.5, price: euros('60.00') },
    });
  });

  test('asks back where "about two hours" could go either way, and takes the exact figure then', () => {
    const { text, asked } = chatWith(games, at.today, 'about two hours');
    expect(text).toContain('between 1.6 hours and 2.4 hours could go either way');
    expect(asked).toMatchObject({ id: 'playHours' });
    expect(chatWith(games, at.today, 'about two hours', '1.8').asked).toMatchObject({ id: 'price' });
    expect(chatWith(games, at.today, 'about two hours', "I don't know").decision).toMatchObject({
      resolution: 'human-review',
    });
  });

  test('keeps a range that lies on one side as it was said', () => {
    const { decision, text } = chatWith(games, at.today, 'over 50 hours');
    expect(decision).toMatchObject({ resolution: 'not-eligible', facts: { playHours: '50.1..' } });
    expect(text).not.toContain('50.1..');
  });

  test('a sum in dollars is not taken for one in euros', () => {
    expect(chatWith(games, at.today, '1 hour', '$60').asked).toMatchObject({ id: 'price' });
  });
});
