import { describe, expect, test } from 'vitest';
import { readChoice } from '../../src/language/choices/choices.ts';
import { readChoices } from '../../src/language/choices/multi-choice.ts';
import { readCommand } from '../../src/language/commands/commands.ts';
import { isDontKnow } from '../../src/language/commands/dont-know.ts';
import { readDate } from '../../src/language/dates/dates.ts';
import { findDates } from '../../src/language/dates/dates-in-text.ts';
import { findDurations } from '../../src/language/numbers/durations.ts';
import { readInteger, readMonths } from '../../src/language/numbers/numbers.ts';
import { readYesNo } from '../../src/language/yes-no/yes-no.ts';
import { fastestOf } from './reading-time.ts';

const CHOICES = ['Seal damaged', 'Signs of use, scratches and marks', 'Not shipped yet', 'Liquid, sand or insects'].map(
  (title, at) => ({
    value: `choice-${at}`,
    title,
  }),
);

const READERS: [string, (text: string) => unknown][] = [
  ['readDate', (text) => readDate(text, { today: '2026-11-21' })],
  ['findDates', (text) => findDates(text, { today: '2026-11-21' })],
  ['findDurations', findDurations],
  ['readYesNo', (text) => readYesNo(text, 'Does it work?')],
  ['readChoice', (text) => readChoice(text, CHOICES)],
  ['readChoices', (text) => readChoices(text, CHOICES)],
  ['readMonths', readMonths],
  ['readInteger', readInteger],
  ['readCommand', readCommand],
  ['isDontKnow', isDontKnow],
];

const REPEATED = [
  '1/1/',
  'a ',
  '😀',
  'שלום ',
  '\u200b',
  '\u202e',
  ' ',
  '.',
  '?',
  '1 ',
  'no ',
  'not ',
  'i ',
  'please ',
  'may ',
  '1 may ',
  '2 weeks ',
  'monday ',
  'from ',
  'and a half ',
  'seal, ',
  'ﷺ',
  '\ud800',
  '½',
  '12:',
];

const MESSAGE_LENGTH = 4096;
// The slowest seen is 4.
const MOST_MILLISECONDS = 5;

describe.each(READERS)('%s takes at most 5 ms for 4 KB', (_, read) => {
  test.each(REPEATED)('of %j', (unit) => {
    const message = unit.repeat(MESSAGE_LENGTH).slice(0, MESSAGE_LENGTH);
    expect(fastestOf(() => read(message), MOST_MILLISECONDS)).toBeLessThan(MOST_MILLISECONDS);
  });
});
