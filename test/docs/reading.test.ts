import { expect, test } from 'vitest';
import { rows } from '../../src/dialogs/reading/table/table.ts';
import { readPage } from './pages.ts';

test('the page on reading lists the rows of the table, in their order', () => {
  const listed = [...readPage('docs/contributing/reading.md').matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, name]) => name);
  expect(listed).toEqual(rows.map(({ name }) => name));
});
