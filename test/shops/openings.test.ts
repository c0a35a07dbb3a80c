import { expect, test } from 'vitest';
import { openings } from '../../scripts/measure/openings.ts';

test('no message is in both halves', () => {
  const trained = new Set(openings('train').map(({ text }) => text.toLowerCase()));
  expect(openings('test').filter(({ text }) => trained.has(text.toLowerCase()))).toEqual([]);
});
