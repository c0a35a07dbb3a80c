import { describe, expect, test } from 'vitest';
import {
  dayInYear,
  edgesAround,
  firstFrom,
  isInSeason,
  isMonthDay,
  lastBefore,
  seasonProblem,
} from '../../src/policy/seasons.ts';

describe('a season that comes back each year', () => {
  const christmas = { from: '11-15', to: '01-06' };

  test.each([
    ['2026-11-14', false],
    ['2026-11-15', true],
    ['2026-12-31', true],
    ['2027-01-01', true],
    ['2027-01-06', true],
    ['2027-01-07', false],
    ['2031-12-24', true],
  ])('over the new year: %s', (day, isIn) => expect(isInSeason(day, christmas)).toBe(isIn));

  test.each([
    ['2026-02-28', '02-29', '03-10', false],
    ['2028-02-29', '02-29', '03-10', true],
    ['2026-03-01', '02-29', '03-10', true],
    ['2026-02-28', '02-01', '02-29', true],
    ['2028-02-29', '02-01', '02-29', true],
    ['2028-02-29', '02-01', '02-28', false],
  ])('with a leap day: %s from %s to %s', (day, from, to, isIn) => expect(isInSeason(day, { from, to })).toBe(isIn));
});

test('a season of one year may lack an end', () => {
  expect(isInSeason('2026-03-31', { to: '2026-03-31' })).toBe(true);
  expect(isInSeason('2026-04-01', { to: '2026-03-31' })).toBe(false);
  expect(isInSeason('2026-04-01', { from: '2026-04-01' })).toBe(true);
});

test('a day of the year comes on or after another', () => {
  expect(firstFrom('2026-11-05', '01-31')).toBe('2027-01-31');
  expect(firstFrom('2027-01-31', '01-31')).toBe('2027-01-31');
  expect(firstFrom('2027-02-01', '01-31')).toBe('2028-01-31');
  expect(firstFrom('2026-02-28', '02-29')).toBe('2026-02-28');
  expect(firstFrom('2027-03-01', '02-29')).toBe('2028-02-29');
  expect(firstFrom('2026-11-05', '2026-12-01')).toBe('2026-12-01');
});

test('and comes before another', () => {
  expect(lastBefore('2027-01-31', '01-31')).toBe('2026-01-31');
  expect(lastBefore('2027-02-01', '01-31')).toBe('2027-01-31');
});

test('a day of the year is one that some year has', () => {
  expect(['02-29', '12-31', '01-01'].every(isMonthDay)).toBe(true);
  expect(['02-30', '13-01', '1-1', '2026-01-01', '00-10'].some(isMonthDay)).toBe(false);
  expect(dayInYear(2027, '02-29')).toBe('2027-02-28');
});

test('the edges of a season are looked at from both sides, in the years around', () => {
  expect(edgesAround('2026-06-01', { from: '11-01', to: '12-24' })).toEqual(
    expect.arrayContaining(['2025-10-31', '2025-11-01', '2025-12-24', '2025-12-25', '2026-11-01']),
  );
});

test.each([
  [{}, 'from, to or both'],
  [{ from: '11-01' }, "both days with their year, or both without, such as '11-01' and '12-24'"],
  [{ from: '11-01', to: '2026-12-24' }, "both days with their year, or both without, such as '11-01' and '12-24'"],
  [{ from: '2026-12-24', to: '2026-11-01' }, 'from before to'],
  [{ from: '11-15', to: '01-06' }, undefined],
  [{ to: '2026-11-01' }, undefined],
])('the mistake in %o', (season, problem) => expect(seasonProblem(season)).toBe(problem));
