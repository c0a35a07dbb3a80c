import { expect, test } from 'vitest';
import { openings } from '../../scripts/measure/openings.ts';
import { mostlyRead, rightlyRead } from './suites/openings.ts';

rightlyRead('to all shops', () => true);
mostlyRead('to all shops', () => true);

test('no message is in both halves', () => {
  const trained = new Set(openings('train').map(({ text }) => text.toLowerCase()));
  expect(openings('test').filter(({ text }) => trained.has(text.toLowerCase()))).toEqual([]);
});
