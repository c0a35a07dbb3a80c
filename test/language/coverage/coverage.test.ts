import { describe, expect, test } from 'vitest';
import { knownWords, leftWords } from '../../../src/language/coverage/coverage.ts';

/** The span of some words of a text. */
function spanOf(text: string, words: string): { start: number; end: number } {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
}

describe('the words that nothing accounts for', () => {
  test('are none where what was read covers all that carries meaning', () => {
    const text = 'Well, it just came yesterday, thanks!';
    expect(leftWords(text, [spanOf(text, 'came yesterday')])).toEqual([]);
  });

  test.each([
    ['it came yesterday but the other did not', ['but', 'other', 'not']],
    ['maybe it came yesterday', ['maybe']],
    ['if it came yesterday', ['if']],
    ['it came yesterday, 3 of them', ['3']],
    ['it came yesterday with a neighbour', ['neighbour']],
  ])('"%s" leaves %j', (text, left) => {
    const words = leftWords(text, [spanOf(text, 'came yesterday')]).map(({ word }) => word);
    expect(words).toEqual(left);
  });

  test.each([
    ['it is not mine', 'turn'],
    ['apart from the lid', 'turn'],
    ['probably', 'doubt'],
    ['another one', 'doubt'],
    ['really?', 'doubt'],
    ['5', 'number'],
    ['the lid', 'content'],
  ])('"%s" holds one that is a %s', (text, kind) => {
    expect(leftWords(text, []).map((left) => left.kind)).toContain(kind);
  });

  test('are not those of the question, in another form either', () => {
    const known = knownWords('When did you receive the parcel?');
    expect(leftWords('I received the parcels', [], known)).toEqual([]);
    expect(leftWords('I opened the parcel', [], known)).toEqual([{ word: 'opened', kind: 'content' }]);
  });

  test('are not covered by a span that ends within them', () => {
    expect(leftWords('unboxed', [{ start: 0, end: 2 }])).toEqual([{ word: 'unboxed', kind: 'content' }]);
  });
});
