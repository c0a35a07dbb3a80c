import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readDeclaration } from '../../../src/language/declarations/declarations.ts';
import { linesOf, readExamples } from '../../../training/examples.ts';

function sentences(name: string): string[] {
  return linesOf(readFileSync(join(import.meta.dirname, 'sentences', `${name}.txt`), 'utf8'));
}

const isDeclaration = (text: string): boolean => readDeclaration(text) !== undefined;

describe('declarations are told from all that only looks like one', () => {
  test('those that the rules were made with', () => {
    expect(sentences('declared-seen').filter((text) => !isDeclaration(text))).toEqual([]);
    expect(sentences('ordinary-seen').filter(isDeclaration)).toEqual([]);
  });

  test('and nearly all that were kept apart', () => {
    const declared = sentences('declared-unseen');
    const ordinary = sentences('ordinary-unseen');
    expect(declared.filter(isDeclaration).length / declared.length).toBeGreaterThanOrEqual(0.98);
    expect(ordinary.filter(isDeclaration).length / ordinary.length).toBeLessThanOrEqual(0.03);
  });

  test('an ordinary message is none, one in three hundred at most', () => {
    const ordinary = readExamples();
    expect(ordinary.filter(({ text }) => isDeclaration(text)).length / ordinary.length).toBeLessThan(1 / 300);
  });
});

test.each([
  ['I withdraw from the contract', 'withdrawal'],
  ['I would like to get the contract undone', 'withdrawal'],
  ['I revoke the purchase', 'withdrawal'],
  ['consider this my cancellation under the consumer contracts regulations', 'withdrawal'],
  ['Widerruf', 'withdrawal'],
  ['Withdrawal period: we cancel', 'withdrawal'],
  ['cooling-off right: I am returning it', 'withdrawal'],
  ['We insist upon rescission of the sale', 'rescission'],
  ['I request that the agreement be annulled', 'rescission'],
  ['I demand termination of our contract', 'termination'],
  ['I rescind the contract', 'rescission'],
  ['I declare the contract void', 'rescission'],
  ['I reject the goods', 'rejection'],
  ["I'm exercising my short-term right to reject", 'rejection'],
  ['I terminate', 'termination'],
  ['I cancel the contract', 'termination'],
])('"%s" is a %s', (text, kind) => {
  expect(readDeclaration(text)?.kind).toBe(kind);
});

test.each([
  ['Hello, I withdraw from the contract. Order EQ-1001, a@example.com', 'I withdraw from the contract'],
  ['It is too small, so I’m revoking my  purchase\nthanks', 'I’m revoking my  purchase'],
  ['Sale no. 12.5: I/we reject the goods.', 'I/we reject the goods'],
])('in "%s" it rests on the words that declare', (text, words) => {
  const { start, end } = readDeclaration(text) ?? { start: 0, end: 0 };
  expect(text.slice(start, end)).toBe(words);
});

test('a condition, a question or a denial before or after makes it none', () => {
  for (const text of [
    'I withdraw from the contract unless it ships today',
    'if it comes late, I withdraw from the contract',
    'may I withdraw from the contract?',
    'cooling-off period: can I cancel',
    'I request the withdrawal form',
    'we do not demand rescission of the sale',
    'I do not withdraw from the contract',
    'your colleague said that I withdraw from the contract then',
  ]) {
    expect(isDeclaration(text), text).toBe(false);
  }
});

test.each(['', '...', '?', '/', '😀', 'I '.repeat(5000), 'withdraw from '.repeat(3000)])(
  'a text that says nothing is none',
  (text) => {
    expect(readDeclaration(text)).toBeUndefined();
  },
);
