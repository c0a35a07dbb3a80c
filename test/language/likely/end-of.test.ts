import { expect, test } from 'vitest';
import { endOf } from '../../../src/language/likely/end-of.ts';

test.each([
  ['the sale was on, but mine was not part of it', 'mine was not part of it'],
  ['I looked. It was far too late for that.', 'It was far too late for that'],
])('of "%s" the end counts', (text, end) => expect(endOf(text)).toBe(end));

test.each(['it was all in one breath', 'it is broken, yes'])('"%s" has none of its own', (text) =>
  expect(endOf(text)).toBeUndefined(),
);
