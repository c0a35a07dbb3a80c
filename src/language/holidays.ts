import { Temporal } from 'temporal-polyfill';
import { isUpTo, nthWeekday } from './calendar.ts';
import { type DateRule, type Days, oneDay } from './date-rules.ts';

const HOLIDAYS: [string, (year: number) => Days][] = [
  ['christmas eve', (year) => fixed(year, 12, 24)],
  ['christmas day|xmas day', (year) => fixed(year, 12, 25)],
  ['boxing day', (year) => fixed(year, 12, 26)],
  ['christmas|xmas', (year) => ({ from: fixed(year, 12, 24).from, to: fixed(year, 12, 26).to })],
  ["new year'?s eve", (year) => fixed(year, 12, 31)],
  ["new year'?s(?: day)?", (year) => fixed(year, 1, 1)],
  ["valentine'?s(?: day)?", (year) => fixed(year, 2, 14)],
  ['halloween', (year) => fixed(year, 10, 31)],
  ['good friday', (year) => oneDay(easterSunday(year).subtract({ days: 2 }))],
  ['easter sunday', (year) => oneDay(easterSunday(year))],
  ['easter monday', (year) => oneDay(easterSunday(year).add({ days: 1 }))],
  ['easter', (year) => ({ from: easterSunday(year).subtract({ days: 2 }), to: easterSunday(year).add({ days: 1 }) })],
  ['thanksgiving', (year) => oneDay(thanksgiving(year))],
  ['black friday', (year) => oneDay(thanksgiving(year).add({ days: 1 }))],
  ['cyber monday', (year) => oneDay(thanksgiving(year).add({ days: 4 }))],
];

/** Holidays by name, the last one up to today; "around" makes a week more on both sides. */
export const HOLIDAY_RULES: DateRule[] = HOLIDAYS.map(([name, daysIn]) => ({
  pattern: new RegExp(
    `(?:\\b(around|about|near) |\\b(?:last|this|the last) )?\\b(?:${name})\\b(?!'|-)(?:,? (?:of |in )?(\\d{4})| (last) year)?`,
    'g',
  ),
  read: ([, around, year, lastYear], { today }) => {
    const told = year === undefined ? (lastYear === undefined ? undefined : today.year - 1) : Number(year);
    const days = told === undefined ? latest(daysIn, today) : daysIn(told);
    return around === undefined ? days : { from: days.from.subtract({ weeks: 1 }), to: days.to.add({ weeks: 1 }) };
  },
}));

function latest(daysIn: (year: number) => Days, today: Temporal.PlainDate): Days {
  const thisYear = daysIn(today.year);
  return isUpTo(thisYear.from, today) ? thisYear : daysIn(today.year - 1);
}

function fixed(year: number, month: number, day: number): Days {
  return oneDay(Temporal.PlainDate.from({ year, month, day }));
}

// The fourth Thursday of November; Black Friday is the day after it, in Europe too.
function thanksgiving(year: number): Temporal.PlainDate {
  const november = Temporal.PlainYearMonth.from({ year, month: 11 });
  return nthWeekday(november, 4, 4) ?? november.toPlainDate({ day: 22 });
}

// The anonymous Gregorian computus (Nature, 1876; Meeus, "Astronomical Algorithms", ch. 8).
function easterSunday(year: number): Temporal.PlainDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return Temporal.PlainDate.from({ year, month: Math.floor(f / 31), day: (f % 31) + 1 });
}
