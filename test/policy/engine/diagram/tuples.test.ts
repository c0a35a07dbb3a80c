import { expect, it } from 'vitest';
import { Tuples } from '../../../../src/policy/engine/diagram/tuples.ts';
import { rngOf } from '../../../random.ts';

/** 5,000 random tuples, of which many are alike. */
function randomTuples(): [first: number, list: number[]][] {
  const rng = rngOf(7);
  const number = (): number => Math.floor(rng() * 12) - 6;
  return Array.from({ length: 5_000 }, () => [number(), Array.from({ length: 1 + Math.floor(rng() * 4) }, number)]);
}

it('equal tuples share a number, in the order in which they came, and all others have their own', () => {
  const tuples = Tuples.none();
  const expected = new Map<string, number>();
  for (const [first, list] of randomTuples()) {
    const key = `${first}: ${list}`;
    expect(tuples.find(first, list)).toBe(expected.get(key));
    expected.set(key, expected.get(key) ?? expected.size);
    expect(tuples.add(first, list)).toBe(expected.get(key));
  }
  expect(tuples.size).toBe(expected.size);
});

it('what is added to a copy is not in the original', () => {
  const tuples = Tuples.none();
  tuples.add(1, [2, 3]);
  const copy = tuples.copy();
  copy.add(1, [3, 2]);
  expect(copy.find(1, [2, 3])).toBe(0);
  expect(tuples.find(1, [3, 2])).toBeUndefined();
});
