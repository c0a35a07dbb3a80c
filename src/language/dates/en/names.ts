import { Temporal } from 'temporal-polyfill';
import { anyOf } from '../../text/phrases.ts';
import type { Days } from '../rule.ts';
import en from './names.json' with { type: 'json' };

/** The pattern of a month's name, abbreviated or not, without groups. */
export const MONTH = `${anyOf(en.month)}\\b`;

/** The pattern of a weekday's name, abbreviated or not, without groups. */
export const WEEKDAY = `${anyOf(en.weekday)}\\b`;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** The number of a month that `MONTH` matched, 1 to 12. */
export function monthNumber(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3)) + 1;
}

/** The ISO number of a weekday that `WEEKDAY` matched, Monday is 1. */
export function weekdayNumber(name: string): number {
  return WEEKDAYS.indexOf(name.slice(0, 3)) + 1;
}

/** The date, undefined when the calendar has no such day. */
export function dateOf(year: number, month: number, day: number): Temporal.PlainDate | undefined {
  if (month < 1 || month > 12 || day < 1 || year < 1900) return undefined;
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  return day <= first.daysInMonth ? first.with({ day }) : undefined;
}

/** The last such day and month up to today; 29 February may be years back; undefined when no year has it. */
export function lastDayOfYear(month: number, day: number, today: Temporal.PlainDate): Temporal.PlainDate | undefined {
  for (let year = today.year; year > today.year - 9; year -= 1) {
    const date = dateOf(year, month, day);
    if (date !== undefined && isUpTo(date, today)) return date;
  }
  return undefined;
}

/** The last such weekday up to today, today included. */
export function lastWeekday(weekday: number, today: Temporal.PlainDate): Temporal.PlainDate {
  return today.subtract({ days: (today.dayOfWeek - weekday + 7) % 7 });
}

/** The nth such weekday of a month, counted from its end when `nth` is -1; undefined when there are not so many. */
export function nthWeekday(
  month: Temporal.PlainYearMonth,
  nth: number,
  weekday: number,
): Temporal.PlainDate | undefined {
  const first = month.toPlainDate({ day: 1 });
  const firstSuch = first.add({ days: (weekday - first.dayOfWeek + 7) % 7 });
  const such =
    nth > 0 ? firstSuch.add({ weeks: nth - 1 }) : lastWeekday(weekday, first.add({ months: 1 }).subtract({ days: 1 }));
  return such.month === month.month ? such : undefined;
}

/** The last year in which a month has begun by today. */
export function lastYearOf(month: number, today: Temporal.PlainDate): number {
  return month <= today.month ? today.year : today.year - 1;
}

/** All days of a month. */
export function monthDays(month: Temporal.PlainYearMonth): Days {
  const from = month.toPlainDate({ day: 1 });
  return { from, to: from.with({ day: from.daysInMonth }) };
}

/** The days of the week of a date, from Monday to Sunday. */
export function weekDays(date: Temporal.PlainDate): Days {
  const from = date.subtract({ days: date.dayOfWeek - 1 });
  return { from, to: from.add({ days: 6 }) };
}

/** All days of a year. */
export function yearDays(year: number): Days {
  return {
    from: Temporal.PlainDate.from({ year, month: 1, day: 1 }),
    to: Temporal.PlainDate.from({ year, month: 12, day: 31 }),
  };
}

export type DaysPart = 'early' | 'mid' | 'late' | 'first-half' | 'second-half';

/** A part of some days: a half, a third of a month, four months of a year, the first or last days of a week. */
export function partOf(days: Days, part: DaysPart): Days {
  const length = days.from.until(days.to).days + 1;
  if (part === 'first-half') return { ...days, to: days.from.add({ days: Math.ceil(length / 2) - 1 }) };
  if (part === 'second-half') return { ...days, from: days.from.add({ days: Math.floor(length / 2) }) };
  if (isWholeYear(days)) return thirdOfYear(days, part);
  const third = Math.ceil(length / 3);
  if (part === 'early') return { ...days, to: days.from.add({ days: third - 1 }) };
  if (part === 'late') return { ...days, from: days.to.subtract({ days: third - 1 }) };
  return { ...days, from: days.from.add({ days: third - 2 }), to: days.to.subtract({ days: third }) };
}

function isWholeYear({ from, to }: Days): boolean {
  return from.dayOfYear === 1 && to.year === from.year && to.dayOfYear === to.daysInYear;
}

function thirdOfYear(days: Days, part: 'early' | 'mid' | 'late'): Days {
  const from = days.from.add({ months: { early: 0, mid: 4, late: 8 }[part] });
  return { ...days, from, to: from.add({ months: 4 }).subtract({ days: 1 }) };
}

/** True if a date is not after another. */
export function isUpTo(date: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(date, other) <= 0;
}
