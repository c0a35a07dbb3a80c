import { Temporal } from 'temporal-polyfill';
import { type DateRule, type Days, oneDay } from '../../rule.ts';
import { isUpTo, nthWeekday } from '../names.ts';

const HOLIDAYS: [string, (year: number) => Days][] = [
  ["between christmas and new year'?s?", (year) => festive(year)],
  ['(?:the )?(?:christmas|xmas|winter|festive) (?:holidays?|season|period|break)', (year) => festive(year)],
  ['(?:over|during|before|after) the holidays', (year) => festive(year)],
  ['(?:christmas|xmas) eve', (year) => fixed(year, 12, 24)],
  ['(?:christmas|xmas) day', (year) => fixed(year, 12, 25)],
  ['boxing day', (year) => fixed(year, 12, 26)],
  ['christmas(?:es)?(?: time)?|xmas', (year) => ({ from: day(year, 12, 24), to: day(year, 12, 26) })],
  ["new year'?s? eve", (year) => fixed(year, 12, 31)],
  ["new year'?s(?: day)?|new year day", (year) => fixed(year, 1, 1)],
  ["(?:the )?new year(?!'?s)", (year) => ({ from: day(year - 1, 12, 31), to: day(year, 1, 1) })],
  ['epiphany', (year) => fixed(year, 1, 6)],
  ["(?:st\\.? )?valentine'?s(?: day)?", (year) => fixed(year, 2, 14)],
  ["(?:st\\.?|saint) patrick'?s(?: day)?", (year) => fixed(year, 3, 17)],
  ["april fool'?s'?(?: day)?", (year) => fixed(year, 4, 1)],
  ["(?:may|(?:international )?worker'?s'?) day", (year) => fixed(year, 5, 1)],
  ['labor day', (year) => nth(year, 9, 1, 1)],
  ['independence day', (year) => fixed(year, 7, 4)],
  ['halloween', (year) => fixed(year, 10, 31)],
  ["(?:veterans?|armistice|remembrance|singles)'? day", (year) => fixed(year, 11, 11)],
  ["father'?s'? day", (year) => nth(year, 6, 3, 7)],
  ['memorial day', (year) => nth(year, 5, -1, 1)],
  ['thanksgiving(?: day)?', (year) => oneDay(thanksgiving(year))],
  ['black friday', (year) => oneDay(thanksgiving(year).add({ days: 1 }))],
  ['cyber monday', (year) => oneDay(thanksgiving(year).add({ days: 4 }))],
  ["(?:mlk|martin luther king)(?: jr\\.?)?(?:'s)? day", (year) => nth(year, 1, 3, 1)],
  ["(?:presidents?'?s?|washington's) day", (year) => nth(year, 2, 3, 1)],
  ['columbus day', (year) => nth(year, 10, 2, 1)],
  ['mardi gras|shrove tuesday|pancake day', (year) => sinceEaster(year, -47)],
  ['carnival', (year) => sinceEaster(year, -52, -47)],
  ['ash wednesday', (year) => sinceEaster(year, -46)],
  ['palm sunday', (year) => sinceEaster(year, -7)],
  ['maundy thursday', (year) => sinceEaster(year, -3)],
  ['good friday', (year) => sinceEaster(year, -2)],
  ['easter sunday', (year) => sinceEaster(year, 0)],
  ['easter monday', (year) => sinceEaster(year, 1)],
  ['easter(?: weekend| time)?', (year) => sinceEaster(year, -2, 1)],
  ['ascension(?: day)?', (year) => sinceEaster(year, 39)],
  ['(?:whit sunday|pentecost sunday)', (year) => sinceEaster(year, 49)],
  ['(?:whit monday|pentecost monday)', (year) => sinceEaster(year, 50)],
  ['pentecost|whitsun', (year) => sinceEaster(year, 49, 50)],
];

/** Holidays by name, the last one up to today; "around" makes a week more on both sides, "two Christmases ago" counts back. */
export const HOLIDAY_RULES: DateRule[] = HOLIDAYS.map(([name, daysIn]) => ({
  pattern: new RegExp(
    `(?:\\b(around|about|near) |\\b(?:last|this|the last|(\\d{1,2})) )?\\b(?:${name})\\b(?!'|-)(?:,? (?:of |in )?(\\d{4})| ago)?`,
    'g',
  ),
  read: ([text, around, count, year], { today }) => {
    const back = count !== undefined && text.endsWith(' ago') ? Number(count) - 1 : 0;
    const days = year === undefined ? latest(daysIn, today, back) : daysIn(Number(year));
    return around === undefined ? days : { from: days.from.subtract({ weeks: 1 }), to: days.to.add({ weeks: 1 }) };
  },
}));

function latest(daysIn: (year: number) => Days, today: Temporal.PlainDate, back: number): Days {
  const thisYear = daysIn(today.year);
  return daysIn(today.year - back - (isUpTo(thisYear.from, today) ? 0 : 1));
}

function day(year: number, month: number, dayOfMonth: number): Temporal.PlainDate {
  return Temporal.PlainDate.from({ year, month, day: dayOfMonth });
}

function fixed(year: number, month: number, dayOfMonth: number): Days {
  return oneDay(day(year, month, dayOfMonth));
}

function festive(year: number): Days {
  return { from: day(year, 12, 24), to: day(year + 1, 1, 1) };
}

function nth(year: number, month: number, count: number, weekday: number): Days {
  return oneDay(nthWeekday(Temporal.PlainYearMonth.from({ year, month }), count, weekday) ?? day(year, month, 1));
}

function sinceEaster(year: number, from: number, to = from): Days {
  const sunday = easterSunday(year);
  return { from: sunday.add({ days: from }), to: sunday.add({ days: to }) };
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
