import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import {
  CatalogFileError,
  isSentenceKey,
  languages,
  promisedLanguages,
  readLanguages,
} from '../../../../src/dialogs/wording/catalog/languages.ts';
import { catalogProblems } from '../../../../src/dialogs/wording/catalog/problems.ts';
import { Words, wordsIn } from '../../../../src/dialogs/wording/catalog/words.ts';

describe('the catalogue', () => {
  test('has every sentence of the languages that are promised', () => {
    expect([...languages()].flatMap(([language, sentences]) => catalogProblems(language, sentences))).toEqual([]);
    for (const language of promisedLanguages) expect(languages().has(language)).toBe(true);
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

/** A folder with these files. */
function folderOf(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'catalog-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

test('a language is found by its file', () => {
  const folder = folderOf({ 'de.json': JSON.stringify({ 'button.yes': 'Ja' }), 'notes.md': 'no language' });
  expect(readLanguages(folder)).toEqual(new Map([['de', { 'button.yes': 'Ja' }]]));
});

test.each([
  ['is no JSON', 'de.json', '{ "button.yes": "Ja", ', /de\.json: .*JSON/],
  ['has something else than a sentence', 'de.json', '{ "button.yes": 5 }', /de\.json: button\.yes: .*string/],
  ['has no sentences', 'de.json', '[]', /de\.json: .*record/],
  ['is named after no language', 'german.json', '{}', /german\.json: .*two letters, such as de\.json/],
])('a file that %s is refused in one line with its name', (_, name, text, message) => {
  const folder = folderOf({ [name]: text });
  expect(() => readLanguages(folder)).toThrow(CatalogFileError);
  expect(() => readLanguages(folder)).toThrow(message);
  expect(() => readLanguages(folder)).not.toThrow(/\n/);
});

describe('a language with one sentence', () => {
  const german = new Words('de', new Map([...languages(), ['de', { 'order.termsOfDay': 'Gekauft am {day}.' }]]));

  test('says that, with its days and money, and the rest in English', () => {
    expect(german.say('order.termsOfDay', { day: german.day('2026-11-03') })).toBe(
      'Gekauft am Dienstag, 3. November 2026.',
    );
    expect(german.money('94.5', 'EUR')).toBe('94,50\u00a0€');
    expect(german.say('button.yes')).toBe('Yes');
  });

  test.each([
    ['is no ICU message', 'Gekauft am {day'],
    ['wants a value that English does not have', 'Gekauft am {tag}.'],
  ])('says in English what %s', (_, sentence) => {
    const mistaken = new Words('de', new Map([...languages(), ['de', { 'order.termsOfDay': sentence }]]));
    expect(mistaken.say('order.termsOfDay', { day: 'Tuesday' })).toBe(
      'You bought it on Tuesday, so the terms of that day apply.',
    );
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
