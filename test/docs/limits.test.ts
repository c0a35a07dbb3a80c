import { expect, test } from 'vitest';
import { budgets } from '../../src/budgets.ts';
import { rateTable } from '../../src/http/limits/rates.ts';
import { readPage } from './pages.ts';

const page = readPage('docs/guides/limits.md');

function rowsBetween(begin: string): string[][] {
  const [, table = ''] = page.split(`<!-- from ${begin}: begin -->`);
  const lines = (table.split('<!-- end -->')[0] ?? '').split('\n').filter((line) => line.startsWith('| `'));
  return lines.map((line) => line.split('|').map((cell) => cell.trim()));
}

/** A budget as the table writes it: bytes in KB or MB, times in seconds, counts with commas. */
function written(name: string, value: number): string {
  if (name.endsWith('Ms')) return `${value / 1_000} s`;
  if (!/[bB]ytes$/.test(name)) return value.toLocaleString('en');
  return value % (1_024 * 1_024) === 0 ? `${value / 1_024 / 1_024} MB` : `${value / 1_024} KB`;
}

test('every budget stands in the guide, as it is', () => {
  const expected = Object.entries(budgets).flatMap(([of, some]) =>
    Object.entries(some).map(([name, value]) => [`${of}.${name}`, written(name, value)]),
  );
  const told = rowsBetween('src/budgets.ts').map(([, what = '', most]) => [/^`([\w.]+)`/.exec(what)?.[1], most]);
  expect(told).toEqual(expected);
});

test('every limit in a minute stands in the guide, as it is', () => {
  const expected = Object.entries(rateTable).map(([name, { perMinute, of, what }]) => [
    `\`${name}\``,
    perMinute.toLocaleString('en'),
    of,
    what,
  ]);
  expect(rowsBetween('src/http/limits/rates.ts').map((cells) => cells.slice(1, 5))).toEqual(expected);
});
