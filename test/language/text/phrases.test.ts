import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { anyOf, rewriter, stemPattern, wordSet } from '../../../src/language/text/phrases.ts';

function matches(phrase: string, text: string): boolean {
  return new RegExp(`^${anyOf([phrase])}$`).test(text);
}

describe('a phrase of the data files', () => {
  test.each([
    ['go (on|ahead)', 'go ahead'],
    ['thank[s]', 'thank'],
    ['[that ]makes sense', 'makes sense'],
    ['i want * now', 'i want tea now'],
    ['correct*', 'correctly'],
    ['(turn|charg)*', 'charging'],
    ['#[ ]percent', '20 percent'],
    ['no+', 'nooo'],
    ['disagree...', 'disagree with all of it'],
    ["that's all~thanks", "that's all, thanks"],
    ['forget !(it|about)', 'forget'],
    ['e.g.', 'e.g.'],
  ])('"%s" is "%s"', (phrase, text) => {
    expect(matches(phrase, text)).toBe(true);
  });

  test.each([
    ['go (on|ahead)', 'go'],
    ['i want * now', 'i want now'],
    ['correct', 'correctly'],
    ['#[ ]percent', 'percent'],
    ['e.g.', 'eggs'],
  ])('"%s" is not "%s"', (phrase, text) => {
    expect(matches(phrase, text)).toBe(false);
  });

  test('says what must follow', () => {
    const pattern = new RegExp(`^${anyOf(['no =(it|that)'])}`);
    expect(pattern.test('no it was May')).toBe(true);
    expect(pattern.test('no idea')).toBe(false);
  });

  test('says what may not follow', () => {
    const pattern = new RegExp(`^${anyOf(['forget !(it|about)'])}`);
    expect(pattern.test('forget about it')).toBe(false);
    expect(pattern.test('forget everything')).toBe(true);
  });
});

test('a stem is a whole word, or the beginning of one', () => {
  const pattern = stemPattern(['shak* vibrat*', 'fine']);
  expect(['shaking', 'vibrates', 'fine', 'finest', 'a shake'].filter((word) => pattern.test(word))).toEqual([
    'shaking',
    'vibrates',
    'fine',
  ]);
});

test('lines of words are one set', () => {
  expect(wordSet(['the a', 'an'])).toEqual(new Set(['the', 'a', 'an']));
});

describe('idioms', () => {
  const rewrite = rewriter([
    { phrases: ['do you (give|offer)'], means: 'policy', before: ['refunds'] },
    { phrases: ['in one piece'], means: 'intact' },
  ]);

  test('become what they mean', () => {
    expect(rewrite('it came in one piece')).toBe('it came  intact ');
  });

  test('that need a word after them are left alone without it', () => {
    expect(rewrite('do you give refunds')).toBe(' policy refunds');
    expect(rewrite('do you give discounts')).toBe('do you give discounts');
  });
});

/** What holds no phrases: the classifier, and scenes that name lists of phrases. */
const others = /(?:model|scenes)\.json$/;
const files = globSync('src/language/**/en/**/*.json').filter((file) => !others.test(file));

test('there are data files', () => {
  expect(files.length).toBeGreaterThan(20);
});

test.each(files)('%s is in lower case, and no list says anything twice', (file) => {
  for (const list of listsIn(JSON.parse(readFileSync(file, 'utf8')))) {
    expect(list.filter((entry, at) => list.indexOf(entry) !== at)).toEqual([]);
    expect(list.filter((entry) => entry === '' || /[A-Z]/.test(entry)).filter((entry) => !/\bI\b/.test(entry))).toEqual(
      [],
    );
    expect(() => new RegExp(anyOf(list))).not.toThrow();
  }
});

/** Every list of strings in a data file. */
function listsIn(data: unknown): string[][] {
  if (Array.isArray(data) && data.every((entry) => typeof entry === 'string')) return [data];
  return typeof data === 'object' && data !== null ? Object.values(data).flatMap(listsIn) : [];
}
