import { expect, test } from 'vitest';
import { lookFor, searchOf, withChosen } from '../../../web/desk/model/filters.js';

test('what is chosen stays among the choices when no case is like it any more', () => {
  const tags: [string, string][] = [
    ['', 'All tags'],
    ['vip', 'vip (1)'],
  ];
  const textOf = (tag: string) => `${tag} (0)`;
  expect(withChosen(tags, 'vip', textOf)).toEqual(tags);
  expect(withChosen(tags, undefined, textOf)).toEqual(tags);
  expect(withChosen(tags, 'fragile', textOf)).toEqual([...tags, ['fragile', 'fragile (0)']]);
});

test('a search is cut where nobody types any further, between letters', () => {
  expect(searchOf(`  ${'a'.repeat(300)}`)).toBe('a'.repeat(200));
  expect(searchOf('😀'.repeat(300))).toBe('😀'.repeat(200));
  expect(lookFor({ state: 'open' }, 'b'.repeat(201))).toEqual({ q: 'b'.repeat(200) });
});
