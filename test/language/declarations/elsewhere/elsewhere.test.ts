import { describe, expect, test } from 'vitest';
import { inOtherLanguage } from '../../../../src/dialogs/wording/other-languages/other-languages.ts';
import { readDeclaration } from '../../../../src/language/declarations/declarations.ts';
import { vocabularies } from '../../../../src/language/declarations/elsewhere/vocabularies.ts';
import sentences from './sentences.json' with { type: 'json' };

describe('a declaration in another language', () => {
  test.each(Object.entries(sentences.declared))('is heard in %s', (language, declared) => {
    expect(declared.filter((text) => readDeclaration(text)?.language !== language)).toEqual([]);
  });

  test('is none where it is asked, denied, reported, depends on something, or only a return is wanted', () => {
    expect(sentences.ordinary.filter((text) => readDeclaration(text))).toEqual([]);
  });

  test.each([
    [
      'Hallo, mein Drucker ist defekt. Ich widerrufe hiermit den Kaufvertrag! Danke',
      'widerrufe hiermit den Kaufvertrag',
    ],
    ["Bonjour, l'article ne me plaît pas, je me rétracte. Merci", 'je me rétracte'],
    ['Я відмовляюся від договору. Дякую', 'відмовляюся від договору'],
  ])('in "%s" it rests on the words that declare', (text, words) => {
    const { start, end } = readDeclaration(text) ?? { start: 0, end: 0 };
    expect(text.slice(start, end)).toBe(words);
  });

  test.each([
    ['ich kündige den Vertrag', 'termination'],
    ['rescindo el contrato', 'rescission'],
    ['odstupuji od smlouvy', 'withdrawal'],
  ])('"%s" is a %s', (text, kind) => {
    expect(readDeclaration(text)?.kind).toBe(kind);
  });

  test('is heard without accents, and in capitals', () => {
    expect(readDeclaration('ODSTEPUJE OD UMOWY')?.language).toBe('pl');
    expect(readDeclaration('Ich moechte vom Kauf zuruecktreten')?.language).toBe('de');
    expect(readDeclaration('JE ME RÉTRACTE')?.language).toBe('fr');
  });

  test('beside a question it is heard as well, for another sentence asks', () => {
    expect(readDeclaration('Recedo dal contratto. Quando ricevo il rimborso?')?.language).toBe('it');
  });

  test('in English names no language', () => {
    expect(readDeclaration('I withdraw from the contract')).not.toHaveProperty('language');
  });

  test('is answered in every language that one is heard in', () => {
    expect(vocabularies.filter(({ language }) => inOtherLanguage(language) === undefined)).toEqual([]);
  });
});
