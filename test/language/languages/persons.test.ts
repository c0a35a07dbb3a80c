import { describe, expect, test } from 'vitest';
import { readCommand } from '../../../src/language/commands/commands.ts';

describe('a person is brought by the word for one', () => {
  test.each([
    'Operator',
    'human!',
    'Mitarbeiter bitte',
    'Ich will mit einem Menschen sprechen',
    'agent humain',
    'ein menschlicher Berater bitte',
    'une conseillère humaine, s\u2019il vous plaît',
    'un operatore per favore',
    'je veux parler à un conseiller',
    'quisiera hablar con una persona',
    'operatore',
    'atendente',
    'medewerker',
    'z konsultantem',
    'оператор',
    'покличте людину',
    'соедините с оператором',
    'člověk',
    'människa',
    'ihminen',
    'müşteri temsilcisi',
    'إنسان',
    '转人工',
    'オペレーター',
    '상담원',
  ])('"%s"', (text) => expect(readCommand(text)).toBe('human'));

  test.each([
    'my agent sold it',
    'the personal printer',
    'human error',
    'mensa',
    'der Mitarbeiter hat das Paket gestern gebracht',
  ])('but not by "%s"', (text) => expect(readCommand(text)).toBeUndefined());
});
