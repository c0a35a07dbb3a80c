import { expect, it } from 'vitest';
import { withheld } from '../../fixtures/customers.ts';
import { plusDays } from '../../policy/calendar.ts';
import { rngOf } from '../../random.ts';
import { faultOf } from '../against-tables.ts';
import { engineOf } from '../book.ts';
import { randomFacts } from '../random-customers.ts';
import type { ShopId } from '../tables.ts';

/** Days of five years, two leap days among them. */
function anyDay(rng: () => number): string {
  return plusDays('2023-12-25', Math.floor(rng() * 1900));
}

/** The engine on a shop's policy, held to the shop's hand-written tables for random customers. */
export function randomCasesOf(shopId: ShopId): void {
  const engine = engineOf(shopId);

  it('20,000 random complete cases on random days are decided as the tables say', () => {
    const rng = rngOf(2);
    const faults: string[] = [];
    for (let i = 0; i < 20_000; i++) {
      const day = anyDay(rng);
      const facts = randomFacts(shopId, rng, day);
      const verdict = engine(facts, day);
      const isDecided = verdict.kind === 'decision';
      const found = isDecided ? faultOf(shopId, verdict, facts, day) : `${JSON.stringify(facts)} is not decided`;
      if (found !== undefined) faults.push(found);
    }
    expect(faults.slice(0, 5)).toEqual([]);
  });

  it('20,000 random cases with answers missing, on random days', () => {
    const rng = rngOf(3);
    const faults: string[] = [];
    for (let i = 0; i < 20_000; i++) {
      const day = anyDay(rng);
      const facts = withheld(randomFacts(shopId, rng, day), rng, rng());
      const found = faultOf(shopId, engine(facts, day), facts, day);
      if (found !== undefined) faults.push(found);
    }
    expect(faults.slice(0, 5)).toEqual([]);
  });
}
