import { expect, test } from 'vitest';
import { checkPolicy } from '../../../src/desk/check/policy-check.ts';
import { cardMessage } from '../../../src/desk/teams/card/parts.ts';
import { checkCard } from '../../../src/desk/teams/check/form.ts';
import { factsIn } from '../../../src/desk/teams/check/inputs.ts';
import type { Facts } from '../../../src/policy/engine/facts.ts';
import { loadPolicy, type Policy } from '../../../src/policy/format/load.ts';
import type { Json } from '../../../src/store/store.ts';
import { flawOf } from './card-schema.ts';

const shops = ['equipment-shop', 'fourteen-day-shop', 'outdoor-shop'].map((id) =>
  loadPolicy(new URL(`../../../policies/${id}`, import.meta.url).pathname),
);

function examplesOf({ file }: Policy) {
  return Object.values(file.clauses).flatMap(({ examples }) => [...examples.in, ...examples.out]);
}

/** What somebody fills in who knows these facts. */
function filledIn({ file }: Policy, facts: Facts): Record<string, Json> {
  const typed = (id: string) => ['date', 'instant', 'months'].includes(file.facts[id]?.type ?? '');
  const unknown = Object.entries(facts).flatMap(([id, value]) => (value === 'unknown' && typed(id) ? [id] : []));
  const inputs = Object.entries(facts).flatMap(([id, value]): [string, string][] => {
    if (unknown.includes(id)) return [];
    if (Array.isArray(value)) return [[`fact-${id}`, value.length ? value.join(',') : 'none']];
    if (typeof value !== 'object' || value === null) return [[`fact-${id}`, String(value)]];
    const { amount, currency } = value as { amount: string; currency: string };
    return [[`fact-${id}`, `${amount} ${currency.toLowerCase()}`]];
  });
  return { ...Object.fromEntries(inputs), ...(unknown.length && { 'not-known': unknown.join(',') }) };
}

test.each(shops.map((shop) => [shop.file.id, shop] as const))(
  'the form of %s takes every customer of the policy’s own examples, and its answer fits on a card',
  (_, shop) => {
    const examples = examplesOf(shop);
    expect(examples.length).toBeGreaterThan(20);
    for (const { facts, today, now } of examples) {
      const inputs = filledIn(shop, facts);
      expect(factsIn(shop, inputs)).toEqual(facts);
      const result = checkPolicy(shop, facts, { today: today ?? shop.file.version, now });
      expect(
        flawOf(cardMessage(checkCard(shop, { given: inputs, result, hasOthers: true }), 'Run a policy')),
      ).toBeUndefined();
    }
  },
);

test('a time of day counts in the shop’s own time zone, and without one the day does', () => {
  const [shop] = shops.filter(({ file }) => file.id === 'outdoor-shop');
  if (!shop) throw new Error('there is no such shop');
  const [id] = Object.entries(shop.file.facts).find(([, { type }]) => type === 'instant') ?? [''];
  const day = { [`fact-${id}`]: '2026-11-20' };
  const there = factsIn(shop, { ...day, [`fact-${id}-time`]: '14:30' })[id];
  const hour = new Intl.DateTimeFormat('en-GB', { timeZone: shop.file.timeZone, timeStyle: 'short' });
  expect(hour.format(new Date(String(there)))).toBe('14:30');
  expect(factsIn(shop, day)[id]).toBe('2026-11-20');
  expect(factsIn(shop, { ...day, [`fact-${id}-time`]: '25:00' })[id]).toBe('2026-11-20');
});

test('what is no amount, and no answer to yes or no, is left for the policy to refuse', () => {
  for (const shop of shops) {
    const [yesNo] = Object.entries(shop.file.facts).find(([, { type }]) => type === 'yes-no') ?? [''];
    expect(factsIn(shop, { [`fact-${yesNo}`]: 'false' })).toEqual({ [yesNo]: false });
    const odd = factsIn(shop, { [`fact-${yesNo}`]: 'perhaps' });
    expect(checkPolicy(shop, odd, { today: shop.file.version })).toMatchObject({ error: { fact: yesNo } });
    const facts = factsIn(shop, { 'fact-price': 'about ninety' });
    expect(checkPolicy(shop, facts, { today: shop.file.version })).toMatchObject({ error: { fact: 'price' } });
  }
});
