import { expect, it } from 'vitest';
import { kinds } from '../../../bench/mutation/planted/kinds.ts';
import { plantedIn } from '../../../bench/mutation/planted/planted.ts';
import { readShop } from '../../../bench/mutation/planted/shop.ts';
import { fixturePath } from '../../fixtures/policies.ts';

const shops = (['tool-shop', 'fortnight-shop'] as const).map((id) => readShop(fixturePath(id)));
/** One mistake of each kind that can be made in the small shops. */
const fates = plantedIn(shops, { each: 1, seed: 7, today: '2026-11-20' });
const of = (found: string) =>
  fates
    .filter((fate) => fate.found === found)
    .map(({ kind, shop, at, what }) => `${kind}: ${shop.id} ${at.file}:${at.from} ${what}`);

it('check ends on every planted mistake, misses none, and finds nearly all at their line', () => {
  expect(fates.length).toBeGreaterThan(kinds.length - 5);
  expect(of('crashed')).toEqual([]);
  expect(of('missed')).toEqual([]);
  expect(of('elsewhere').length).toBeLessThanOrEqual(fates.length / 10);
});
