import { expect, it } from 'vitest';
import { rngOf } from '../../random.ts';
import { faultOf } from '../against-tables.ts';
import { engineOf, today } from '../book.ts';
import { everyCase, factsOf } from '../cases.ts';
import { type ShopId, shops } from '../tables.ts';

/** The engine on a shop's policy, held to the shop's hand-written tables in every partial case. */
export function everyCaseOf(shopId: ShopId): void {
  const engine = engineOf(shopId);

  it('every partial case: decided as soon as the facts entail it, no sooner, and all that can matter is named', () => {
    const rng = rngOf(1);
    const faults: string[] = [];
    const rounds = shopId === 'equipment-shop' ? 2 : 6;
    let cases = 0;
    for (let round = 0; round < rounds; round++) {
      for (const values of everyCase(shopId, rng)) {
        const facts = factsOf(shopId, values, rng, today);
        const found = faultOf(shopId, engine(facts, today), facts, today);
        if (found !== undefined) faults.push(found);
        cases += 1;
      }
    }
    expect(faults.slice(0, 5)).toEqual([]);
    expect(cases).toBe(rounds * numberOfCases(shopId));
  });
}

/** Six facts of the equipment shop, some of which concern some cases alone, go together in 730 ways. */
const dependent = ['reason', 'goods', 'delivery', 'activation', 'works', 'deviceDamaged'];

/** How many partial cases there are: a dimension is open or has one of its values, and a checklist one of two. */
function numberOfCases(shopId: ShopId): number {
  const [ids, ways] = shopId === 'equipment-shop' ? [dependent, 730] : [[], 1];
  const independent = shops[shopId].dimensions.filter(({ id }) => !ids.includes(id));
  return independent.reduce((all, { id, values }) => all * (id === 'condition' ? 3 : values.length + 1), ways);
}
