import { expect, test } from 'vitest';
import { checkPolicy } from '../../../src/desk/check/policy-check.ts';
import { factsIn } from '../../../src/desk/teams/check/inputs.ts';
import { fixtureIds, fixturePolicy } from '../../fixtures/policies.ts';
import { filledForm } from './filled-form.ts';

const shops = fixtureIds.map(fixturePolicy);

for (const shop of shops) filledForm(shop);

test('a time of day counts in the shop’s own time zone, and without one the day does', () => {
  const [shop] = shops.filter(({ file }) => file.id === 'trail-shop');
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
