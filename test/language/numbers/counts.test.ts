import { expect, it } from 'vitest';
import { readCount } from '../../../src/language/numbers/counts.ts';

it.each([
  ['2', 2],
  ['two', 2],
  ['just one', 1],
  ['only 1 of them', 1],
  ['2 of the 3', 2],
  ['two out of three please', 2],
  ['all of them', 3],
  ['all 3', 3],
  ['everything', 3],
  ['7', 7],
  ['0', 0],
])('%s of three is %i', (text, count) => {
  expect(readCount(text, { of: 3 })).toBe(count);
});

it.each(['not all', 'all but one', 'both', 'one or two', '1.5', '-1', 'some', ''])(
  '"%s" of three is no number',
  (text) => {
    expect(readCount(text, { of: 3 })).toBeUndefined();
  },
);

it('both are two of two', () => {
  expect(readCount('both please', { of: 2 })).toBe(2);
});
