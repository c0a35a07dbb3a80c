import { describe, expect, test } from 'vitest';
import { measureOpenings, openings, ownPolicies } from '../../../scripts/measure/openings.ts';
import { phraseProblem } from '../../../src/policy/format/phrase.ts';
import type { Fact } from '../../../src/policy/format/schema.ts';

describe.each(['test', 'train'] as const)('the facts of our own opening messages, the %s half', (half) => {
  const { figures, scores } = measureOpenings(openings(half));

  test('what is read is right in 97 of 100 cases', () => {
    const wrong = scores
      .filter((score) => score.wrong.length > 0)
      .map(({ opening, wrong }) => `${opening.text}: ${wrong}`);
    expect(figures.precision, wrong.join('\n')).toBeGreaterThanOrEqual(0.97);
  });

  test('four in five facts that are said are read', () => {
    expect(figures.recall).toBeGreaterThanOrEqual(0.8);
  });
});

test('no message is in both halves', () => {
  const trained = new Set(openings('train').map(({ text }) => text.toLowerCase()));
  expect(openings('test').filter(({ text }) => trained.has(text.toLowerCase()))).toEqual([]);
});

test('the phrases of the shops are well formed', () => {
  const phrases = [...ownPolicies().values()].flatMap(({ facts }) => Object.values(facts).flatMap(phrasesOf));
  expect(phrases.filter((phrase) => phraseProblem(phrase) !== undefined)).toEqual([]);
});

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
