import { expect, it } from 'vitest';
import { rngOf } from '../../random.ts';
import { faultOf } from '../against-tables.ts';
import { engineOf, today } from '../book.ts';
import { everyCase, factsOf } from '../cases.ts';
import type { ShopId } from '../tables.ts';

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
    expect(cases).toBe(shopId === 'equipment-shop' ? 2 * 35_040 : 6 * 4800);
  });
}
