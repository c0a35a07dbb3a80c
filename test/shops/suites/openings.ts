import { describe, expect, test } from 'vitest';
import { measureOpenings, type Opening, openings } from '../../../scripts/measure/openings.ts';
import { loadPolicy } from '../../../src/policy/format/load.ts';
import { phraseProblem } from '../../../src/policy/format/phrase.ts';
import type { Fact } from '../../../src/policy/format/schema.ts';
import { shopPath } from '../book.ts';
import type { ShopId } from '../tables.ts';

type AnyShop = ShopId | 'outdoor-shop';

/** What is read of our own opening messages to a shop, by its phrases. */
export function openingsOf(shopId: AnyShop): void {
  rightlyRead(`to the ${shopId}`, ({ shop }) => shop === shopId);
  mostlyRead(`to the ${shopId}`, ({ shop }) => shop === shopId);
  wellFormedPhrases(shopId);
}

/** In each half of these messages, what is read of the facts is right in 97 of 100 cases. */
export function rightlyRead(which: string, isOne: (opening: Opening) => boolean): void {
  describe.each(['test', 'train'] as const)(`the facts of opening messages ${which}, the %s half`, (half) => {
    test('what is read is right in 97 of 100 cases', () => {
      const { figures, scores } = measureOpenings(openings(half).filter(isOne));
      const wrong = scores
        .filter((score) => score.wrong.length > 0)
        .map(({ opening, wrong }) => `${opening.text}: ${wrong}`);
      expect(figures.precision, wrong.join('\n')).toBeGreaterThanOrEqual(0.97);
    });
  });
}

/** In each half of these messages, most of the facts that are said are read. */
export function mostlyRead(which: string, isOne: (opening: Opening) => boolean): void {
  describe.each(['test', 'train'] as const)(`the facts of opening messages ${which}, the %s half`, (half) => {
    test('four in five facts that are said are read', () => {
      const { figures } = measureOpenings(openings(half).filter(isOne));
      expect(figures.recall).toBeGreaterThanOrEqual(0.8);
    });
  });
}

/** No phrase of the shop has a mistake. */
export function wellFormedPhrases(shopId: AnyShop): void {
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
    case 'number':
    case 'amount':
      return [];
    default:
      return fact.phrases;
  }
}
