import { describe, expect, it } from 'vitest';
import { searchTerms, searchWords } from '../../src/store/search-words.ts';

/** True as a store finds it. */
function isFound(search: string, ...texts: string[]): boolean {
  const words = ` ${searchWords(texts).join(' ')} `;
  return searchTerms(search).every((ways) => ways.some((way) => way.every((part) => words.includes(` ${part}`))));
}

describe('a search', () => {
  it.each([
    ['the beginning of a word', 'batt', 'The battery is dead'],
    ['words in any order', 'dead battery', 'The battery is dead'],
    ['any case', 'BATTERY', 'the Battery'],
    ['words without their accents', 'grusse', 'Viele Grüße'],
    ['ß as ss, and the other way round', 'HAUPTSTRASSE', 'Hauptstraße 4'],
    ['ß in a search', 'hauptstraße', 'Hauptstrasse 4'],
    ['Cyrillic in any case', 'батар', 'Батарея села'],
    ['Greek with its final sigma', 'ΟΔΟΣ', 'οδός'],
    ['Arabic', 'البطا', 'البطارية فارغة'],
    ['Chinese within a sentence', '电池', '我的电池坏了'],
    ['Japanese within a sentence', 'バッテリー', '新しいバッテリーが壊れた'],
    ['Thai within a sentence', 'แบตเตอรี่', 'ของฉันแบตเตอรี่เสีย'],
    ['Korean by its beginning', '배터', '배터리가 고장'],
    ['an e-mail address', 'anna@example.com', 'write to Anna@Example.com'],
    ['the beginning of an e-mail address', 'anna@ex', 'anna@example.com'],
  ])('finds %s', (_, search, text) => expect(isFound(search, text)).toBe(true));

  it.each([
    ['EQ 1015', 'EQ-1015'],
    ['EQ-1015', 'EQ 1015'],
    ['EQ1015', 'EQ-1015'],
    ['EQ-1015', 'eq1015'],
    ['EQ–1015', 'EQ-1015'],
    ['eq.1015', 'EQ/1015'],
    ['1015', 'EQ-1015'],
    ['1000 2345 6789', '100023456789'],
    ['100023456789', 'it is 1000 2345 6789'],
    ['k7m2 9qxd', 'K7M2-9QXD'],
    ['k7m29qxd', 'K7M2-9QXD'],
    ['INV.2026.0042', 'inv 2026 0042'],
    ['2345 6789', '1000 2345 6789'],
    ['ЗМ-1015', 'зм 1015'],
  ])('for %s finds %s', (search, text) => expect(isFound(search, text)).toBe(true));

  it.each([
    ['the end of a word', 'tery', 'The battery is dead'],
    ['a case with only some of the words', 'battery charger', 'The battery is dead'],
    ['another number', 'EQ 1016', 'EQ-1015'],
    ['a number that only ends alike', '1015', 'EQ-21015'],
  ])('does not find %s', (_, search, text) => expect(isFound(search, text)).toBe(false));

  it('finds words that stand in different messages', () =>
    expect(isFound('anna battery', 'I am Anna', 'the battery')).toBe(true));

  it('of nothing but signs finds everything', () => expect(isFound(' - ?', 'anything')).toBe(true));
});
