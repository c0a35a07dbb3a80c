import { describe, expect, it } from 'vitest';
import { anyCase, halfHidden, truthOf } from '../../../bench/policy/cases.ts';
import { quickDecider } from '../../../src/policy/engine/quick.ts';
import { loadPolicy } from '../../../src/policy/format/load.ts';
import { rngOf } from '../../random.ts';
import { shopPath } from '../book.ts';

describe('the quick way to decide, for replays and the bench', () => {
  const quick = quickDecider(loadPolicy(shopPath('equipment-shop')));

  it('decides 3,000 complete customers with the clauses and terms of the tables', () => {
    const rng = rngOf(11);
    for (let i = 0; i < 3000; i++) {
      const facts = anyCase(rng);
      const truth = truthOf(facts);
      const answer = quick(facts);
      if (truth.kind !== 'decision' || answer.kind !== 'decided') throw new Error(JSON.stringify(facts));
      expect(answer.resolution).toBe(truth.outcome.resolution);
      expect(answer.clauses.toSorted(), JSON.stringify(facts)).toEqual(truth.outcome.clauses.toSorted());
      expect(answer.terms.toSorted()).toEqual(truth.outcome.terms.toSorted());
    }
  });

  it('with half of the facts hidden it says what they entail, all of it, and asks for a fact that is missing', () => {
    const rng = rngOf(12);
    for (let i = 0; i < 3000; i++) {
      const facts = halfHidden(anyCase(rng), rng);
      const truth = truthOf(facts);
      const answer = quick(facts);
      if (truth.kind === 'decision') {
        if (answer.kind !== 'decided') throw new Error(JSON.stringify(facts));
        expect(answer.resolution).toBe(truth.outcome.resolution);
        expect(answer.clauses.toSorted(), JSON.stringify(facts)).toEqual(truth.outcome.clauses.toSorted());
      } else {
        if (answer.kind !== 'open') throw new Error(JSON.stringify(facts));
        expect(facts).not.toHaveProperty(answer.ask);
      }
    }
  });
});
