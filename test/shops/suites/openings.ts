import { describe, expect, test } from 'vitest';
import { measureOpenings, openings } from '../../../scripts/measure/openings.ts';
import { loadPolicy } from '../../../src/policy/format/load.ts';
import { phraseProblem } from '../../../src/policy/format/phrase.ts';
import type { Fact } from '../../../src/policy/format/schema.ts';
import { shopPath } from '../book.ts';
import type { ShopId } from '../tables.ts';

/** What is read of our own opening messages to a shop, by its phrases. */
export function openingsOf(shopId: ShopId | 'outdoor-shop', precision = 0.97): void {
  describe.each(['test', 'train'] as const)(`the facts of opening messages to the ${shopId}, the %s half`, (half) => {
    const { figures, scores } = measureOpenings(openings(half).filter(({ shop }) => shop === shopId));

    test('what is read is right in nearly all cases', () => {
      const wrong = scores
        .filter((score) => score.wrong.length > 0)
        .map(({ opening, wrong }) => `${opening.text}: ${wrong}`);
      expect(figures.precision, wrong.join('\n')).toBeGreaterThanOrEqual(precision);
    });

    test('four in five facts that are said are read', () => {
      expect(figures.recall).toBeGreaterThanOrEqual(0.8);
    });
  });

  test(`the phrases of the ${shopId} are well formed`, () => {
    const { facts } = loadPolicy(shopPath(shopId)).file;
    const phrases = Object.values(facts).flatMap(phrasesOf);
    expect(phrases.filter((phrase) => phraseProblem(phrase) !== undefined)).toEqual([]);
  });
}

function phrasesOf(fact: Fact): string[] {
  switch (fact.type) {
    case 'money':
      return [];
    case 'yes-no':
      return [...fact.phrases.true, ...fact.phrases.false];
    case 'choice':
      return Object.values(fact.values).flatMap(({ phrases }) => phrases);
    case 'set':
      return [
        ...fact.phrases,
        ...Object.values(fact.values).flatMap(({ phrases, negativePhrases }) => [...phrases, ...negativePhrases]),
      ];
    default:
      return fact.phrases;
  }
}
