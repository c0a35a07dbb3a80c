import { describe, expect, test } from 'vitest';
import { readDate } from '../../../src/language/dates/dates.ts';

const read = (text: string) => readDate(text, { today: '2026-11-25' });

describe('two figures behind a month may be a year', () => {
  test.each<[string, string]>([
    ['04/23', '2026-04-23'],
    ['9/25', '2026-09-25'],
    ['11/22', '2026-11-22'],
    ['Mar. 24', '2026-03-24'],
    ['bought April 22', '2026-04-22'],
  ])('"%s" is asked about', (text, value) => expect(read(text)).toEqual({ kind: 'date', value, isPerhaps: true }));

  test.each<[string, string, string]>([
    ['in Oct 24', '2024-10-01', '2024-10-31'],
    ['back in Feb. 23', '2023-02-01', '2023-02-28'],
    ['in 10/23', '2023-10-01', '2023-10-31'],
    ['some time in 03/25', '2025-03-01', '2025-03-31'],
  ])('"%s" is a month: nobody says "in" of a day', (text, from, to) =>
    expect(read(text)).toEqual({ kind: 'range', from, to }),
  );

  test.each<[string, string]>([
    ['on 4/23', '2026-04-23'],
    ['on April 23', '2026-04-23'],
    ['April 23rd', '2026-04-23'],
    ['Nov 23', '2026-11-23'],
    ['23/4', '2026-04-23'],
    ['April 18', '2026-04-18'],
    ['Thursday April 23', '2026-04-23'],
    ['the 24th of March', '2026-03-24'],
  ])('"%s" is a day', (text, value) => expect(read(text)).toEqual({ kind: 'date', value }));
});
