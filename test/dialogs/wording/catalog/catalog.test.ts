import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import {
  isSentenceKey,
  languages,
  promisedLanguages,
  readLanguages,
} from '../../../../src/dialogs/wording/catalog/languages.ts';
import { catalogProblems } from '../../../../src/dialogs/wording/catalog/problems.ts';
import { Words, wordsIn } from '../../../../src/dialogs/wording/catalog/words.ts';

describe('the catalogue', () => {
  test('has every sentence of the languages that are promised', () => {
    expect([...languages].flatMap(([language, sentences]) => catalogProblems(language, sentences))).toEqual([]);
    for (const language of promisedLanguages) expect(languages.has(language)).toBe(true);
  });

  test.each([
    ['is missing', 'en', {}, 'en.json: button.yes is missing'],
    ['English does not have', 'de', { 'button.yess': 'Ja' }, 'de.json: button.yess is no sentence of en.json'],
    ['cannot be read', 'de', { 'button.yes': 'Ja {' }, 'de.json: button.yes is no ICU message'],
    ['has a value of its own', 'de', { 'button.yes': 'Ja {name}' }, 'de.json: button.yes has no value {name}'],
  ])('names a sentence that %s', (_, language, sentences, problem) => {
    expect(catalogProblems(language, sentences)).toContain(problem);
  });

  test('asks nothing of a language that is not promised', () => {
    expect(catalogProblems('de', { 'button.no': 'Nein' })).toEqual([]);
  });
});

test('a language is found by its file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'catalog-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'de.json'), JSON.stringify({ 'button.yes': 'Ja' }));
  writeFileSync(join(folder, 'notes.md'), 'no language');
  expect(readLanguages(folder)).toEqual(new Map([['de', { 'button.yes': 'Ja' }]]));
});

describe('a language with one sentence', () => {
  const german = new Words('de', new Map([...languages, ['de', { 'order.termsOfDay': 'Gekauft am {day}.' }]]));

  test('says that, with its days and money, and the rest in English', () => {
    expect(german.say('order.termsOfDay', { day: german.day('2026-11-03') })).toBe(
      'Gekauft am Dienstag 3. November 2026.',
    );
    expect(german.money('94.5', 'EUR')).toBe('94,50\u00a0€');
    expect(german.say('button.yes')).toBe('Yes');
  });
});

describe('English', () => {
  const words = wordsIn('en');

  test('counts', () => {
    expect([0, 1, 24].map((months) => words.say('answer.months', { months }))).toEqual([
      'no warranty',
      '1 month',
      '24 months',
    ]);
  });

  test('writes days, instants, weekdays, money and lists', () => {
    expect(words.day('2026-11-03')).toBe('Tuesday 3 November 2026');
    expect(words.instant('2026-11-03T23:30:00Z', 'Europe/Kyiv')).toBe('Wednesday 4 November 2026, 01:30');
    expect([0, 6].map((weekday) => words.weekday(weekday))).toEqual(['Monday', 'Sunday']);
    expect([words.money('94', 'EUR'), words.money('48350', 'JPY')]).toEqual(['€94.00', '¥48,350']);
    expect(words.either(['a', 'b', 'c'])).toBe('a, b or c');
  });

  test('a value is taken as it is, whatever stands in it', () => {
    expect(words.say('answer.labelled', { label: '{x} <b>', answer: "it's #" })).toBe("{x} <b>: it's #");
  });

  test('a sentence without one of its values is a mistake of ours', () => {
    expect(() => words.say('order.termsOfDay')).toThrow();
    expect(isSentenceKey('order.termsOfDya')).toBe(false);
  });
});
