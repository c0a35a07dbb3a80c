import { describe, expect, test } from 'vitest';
import { plainParts } from '../../../src/dialogs/reading/phrase-names.ts';
import { headNouns } from '../../../src/language/statement/named/nouns.ts';
import { namedPhrases } from '../../../src/language/statement/statement.ts';
import { phraseNames, phraseParts } from '../../../src/policy/format/phrase.ts';

describe('a name that policies may use', () => {
  test.each(phraseNames)('%s stands for phrases', (name) => {
    expect(namedPhrases(name).length).toBeGreaterThan(5);
    expect(plainParts(`<${name}>`)).toHaveLength(1);
  });

  test.each(phraseNames)('those of %s are well formed, down to the names within them', (name) => {
    const names: string[] = [name];
    for (const one of names)
      for (const phrase of namedPhrases(one)) {
        expect(phraseParts(phrase), phrase).not.toBeTypeOf('string');
        for (const [, inner = ''] of phrase.matchAll(/<([^>]*)>/g)) {
          expect(namedPhrases(inner), inner).not.toEqual([]);
          if (!names.includes(inner)) names.push(inner);
        }
      }
  });
});

test('an unknown name stands for nothing', () => {
  expect(namedPhrases('no-such-name')).toEqual([]);
});

test('nouns are known in both numbers', () => {
  expect([...headNouns()]).toEqual(expect.arrayContaining(['phone', 'phones', 'watches', 'machine']));
});
