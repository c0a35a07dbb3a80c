import { describe, expect, test } from 'vitest';
import { readIntent } from '../../../src/language/intents/intents.ts';
import { fastestOf } from '../reading-time.ts';

const REPEATED = [
  'a ',
  'a.',
  'a-',
  "n't ",
  'not ',
  'do not ',
  'broken ',
  'the drill is broken. ',
  'unpronounceableness ',
  'x',
  '1@',
  '@a.',
  '😀',
  'שלום ',
  'ﷺ',
  '\u200b',
  '\ud800',
  ' ',
  '?',
  '½',
];

const MESSAGE_LENGTH = 4096;
const MOST_MILLISECONDS = 10;

describe('an intent is read in at most 10 ms from 4 KB', () => {
  test.each([...REPEATED, 'every word another'])('of %j', (unit) => {
    const message =
      unit === 'every word another' ? differentWords() : unit.repeat(MESSAGE_LENGTH).slice(0, MESSAGE_LENGTH);
    expect(fastestOf(() => readIntent(message), MOST_MILLISECONDS)).toBeLessThan(MOST_MILLISECONDS);
  });
});

/** The costliest kind of message: no piece of it comes twice. */
function differentWords(): string {
  return Array.from({ length: 900 }, (_, at) =>
    (at * 7919).toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'.charAt(+digit)),
  )
    .join(' ')
    .slice(0, MESSAGE_LENGTH);
}
