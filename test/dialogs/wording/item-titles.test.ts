import { describe, expect, test } from 'vitest';
import { wordsIn } from '../../../src/dialogs/wording/catalog/words.ts';
import { itemTitles } from '../../../src/dialogs/wording/item-titles.ts';
import { fixturePolicy } from '../../fixtures/policies.ts';

const policy = fixturePolicy('fortnight-shop');
const titles = (...items: Parameters<typeof itemTitles>[2]) =>
  itemTitles(wordsIn('en'), policy, items).map(({ title }) => title);
const shirt = { name: 'Shirt', facts: { delivery: 'received' } };

describe('the lines of an order as they are shown to choose from', () => {
  test('are called by their names', () => {
    expect(titles({ ...shirt, id: '1' }, { id: '2', name: 'Hat', facts: {} })).toEqual(['Shirt', 'Hat']);
  });

  test('of one name are told apart by what the order tells of each', () => {
    const early = { ...shirt, id: '1', facts: { ...shirt.facts, receivedOn: '2026-11-01' } };
    const late = { ...shirt, id: '2', facts: { ...shirt.facts, receivedOn: '2026-11-19' } };
    expect(titles(early, late)).toEqual(['Shirt (Sunday 1 November 2026)', 'Shirt (Thursday 19 November 2026)']);
  });

  test('and by their place where it tells nothing', () => {
    expect(titles({ ...shirt, id: '1' }, { ...shirt, id: '2' })).toEqual(['Shirt (1)', 'Shirt (2)']);
  });

  test('say so where they are settled', () => {
    const underWay = { kind: 'settled', state: 'cancelled' } as const;
    expect(titles({ ...shirt, id: '1', underWay }, { id: '2', name: 'Hat', facts: {} })).toEqual([
      'Shirt (cancelled)',
      'Hat',
    ]);
  });
});
