import { expect, test } from 'vitest';
import { inOtherLanguage } from '../../../../src/dialogs/wording/other-languages/other-languages.ts';
import sentences from '../../../../src/dialogs/wording/other-languages/sentences.json' with { type: 'json' };
import { readCommand } from '../../../../src/language/commands/commands.ts';
import vocabulary from '../../../../src/language/languages/vocabulary/words.json' with { type: 'json' };

/** The last quoted word, or what stands behind the last colon: what brings a person. */
const wordFor = (sentence: string): string => {
  const quoted = [...sentence.matchAll(/[„”»«‘‚“「]\s?([^„”»«‘’“」]+?)\s?[”“«»’」]/g)].at(-1)?.[1];
  return quoted ?? (sentence.split(/[::]/).at(-1) ?? '').replace(/[.।\s]+$/, '');
};

test.each(Object.entries(sentences))('%s names a word there that brings a person', (_, sentence) => {
  expect(readCommand(wordFor(sentence))).toBe('human');
});

test('every language that is recognised can be answered', () =>
  expect(Object.keys(sentences)).toEqual(expect.arrayContaining(Object.keys(vocabulary))));

test('the languages that are understood are named in the customer’s own', () => {
  expect(inOtherLanguage('de')).toContain('Englisch');
  expect(inOtherLanguage('uk')).toContain('англійська');
});

test('in a language that has no sentence nothing is said', () => expect(inOtherLanguage('eo')).toBeUndefined());
