import { describe, expect, it } from 'vitest';
import { readTimeOfDay } from '../../../src/language/dates/times.ts';

describe('a time of day', () => {
  it.each([
    ['yesterday at 14:30', '14:30', 'yesterday'],
    ['2026-11-20T09:05', '09:05', '2026-11-20'],
    ['today, around 9 am', '09:00', 'today,'],
    ['12 am on Monday', '00:00', 'on Monday'],
    ['12 pm on Monday', '12:00', 'on Monday'],
    ['on Friday at 2:15 p.m.', '14:15', 'on Friday'],
    ['Friday noon', '12:00', 'Friday'],
    ['today at half past ten', '10:30', 'today'],
    ['yesterday, quarter to 3 pm', '14:45', 'yesterday,'],
    ["on Monday at nine o'clock", '09:00', 'on monday'],
    ['on Tuesday at 16.40', '16:40', 'on Tuesday'],
    ['Tuesday, 16.40 h', '16:40', 'Tuesday,'],
    ['this morning 7.20', '07:20', 'this morning'],
    ['yesterday 8 in the evening', '20:00', 'yesterday'],
    ['at 9 this morning', '09:00', 'this morning'],
    ['today half six pm', '18:30', 'today'],
    ['yesterday at noon sharp', '12:00', 'yesterday'],
    ['on Friday at exactly twelve noon', '12:00', 'on Friday'],
    ['half past three this afternoon', '15:30', 'this afternoon'],
    ['last night at half past eleven', '23:30', 'last night'],
    ['last night, 11:30', '23:30', 'last night,'],
    ['at 7:30 yesterday evening', '19:30', 'yesterday evening'],
    ['yesterday evening at 19:30', '19:30', 'yesterday evening'],
    ['yesterday morning at 7:30', '07:30', 'yesterday morning'],
    ['at 8.15 yesterday evening', '20:15', 'yesterday evening'],
  ])('%s', (said, time, rest) => {
    expect(readTimeOfDay(said)).toEqual({ time, rest });
  });

  it.each([
    'yesterday',
    'half a year ago',
    'half 3 of them',
    '3 weeks ago',
    '21.11.2026',
    '2026-11-20',
    '25:00',
    '12:75',
    '',
    'on 7.11',
    '16.10 was the day',
    '12.11.2026',
  ])('none in "%s"', (said) => {
    expect(readTimeOfDay(said)).toBeUndefined();
  });
});
