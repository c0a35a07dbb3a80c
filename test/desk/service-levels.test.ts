import { describe, expect, it, test } from 'vitest';
import { afterOfficeMinutes, officeHoursSchema } from '../../src/desk/office-hours.ts';
import { dueAt, serviceLevelsSchema } from '../../src/desk/service-levels.ts';

const hours = officeHoursSchema.parse('Mon-Fri 09:00-12:00, Mon-Fri 13:00-17:00');
const berlin = 'Europe/Berlin';
const passed = (from: string, minutes: number) =>
  afterOfficeMinutes(hours, new Date(from), minutes, berlin).toISOString();

describe('minutes of office hours', () => {
  it.each([
    ['pass as others do within them', '2026-11-20T09:00:00.000Z', 60, '2026-11-20T10:00:00.000Z'],
    ['end with them', '2026-11-20T10:00:00.000Z', 60, '2026-11-20T11:00:00.000Z'],
    ['wait for the end of a break', '2026-11-20T10:30:00.000Z', 60, '2026-11-20T12:30:00.000Z'],
    ['begin in the morning for who writes at night', '2026-11-19T22:00:00.000Z', 60, '2026-11-20T09:00:00.000Z'],
    ['go on after a weekend', '2026-11-20T15:30:00.000Z', 60, '2026-11-23T08:30:00.000Z'],
    ['last for weeks', '2026-11-16T08:00:00.000Z', 7 * 60 * 10, '2026-11-27T16:00:00.000Z'],
    ['keep to the clock on the wall when that is changed', '2026-10-23T14:30:00.000Z', 60, '2026-10-26T08:30:00.000Z'],
  ])('%s', (_, from, minutes, expected) => expect(passed(from, minutes)).toBe(expected));

  it('are all minutes where there are no hours', () => {
    const from = new Date('2026-11-20T22:00:00.000Z');
    expect(afterOfficeMinutes(undefined, from, 60, berlin).toISOString()).toBe('2026-11-20T23:00:00.000Z');
  });
});

test('a promise is that of the shop, else that of all others, else none', () => {
  const levels = serviceLevelsSchema.parse('tool-shop first=10 next=20, * first=30 next=40');
  const wait = { timeZone: 'UTC', since: '2026-11-20T10:00:00.000Z' };
  const due = (shop: string, isFirst: boolean) => dueAt(levels, undefined, { ...wait, shop, isFirst })?.slice(11, 16);
  expect([due('tool-shop', true), due('tool-shop', false)]).toEqual(['10:10', '10:20']);
  expect([due('shoe-shop', true), due('constructor', false)]).toEqual(['10:30', '10:40']);
  const own = serviceLevelsSchema.parse('tool-shop first=10 next=20');
  expect(dueAt(own, undefined, { ...wait, shop: 'shoe-shop', isFirst: true })).toBeUndefined();
});

it.each(['', 'tool-shop', 'tool-shop first=0 next=5', 'tool-shop first=5', 'Tool first=5 next=5'])(
  'takes "%s" for no service levels',
  (text) => expect(serviceLevelsSchema.safeParse(text).success).toBe(false),
);
