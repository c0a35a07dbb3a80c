import { expect, test } from 'vitest';
import { readHoursAgo } from '../../../src/language/dates/hours-ago.ts';

test.each([
  ['25 hours ago', 25],
  ['it came 23 hours ago.', 23],
  ['an hour ago', 1],
  ['about two hours ago', 2],
  ['3 and a half hours ago', 3.5],
])('"%s" are %s hours', (text, hours) => {
  expect(readHoursAgo(text)).toBe(hours);
});

test.each(['25 hours', 'two days ago', 'a few hours ago', '25 hours ago it still worked', 'not 25 hours ago', ''])(
  'none in "%s"',
  (text) => {
    expect(readHoursAgo(text)).toBeUndefined();
  },
);
