import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { anyOf } from '../../../text/phrases.ts';
import { type DateRule, type Days, oneDay } from '../../rule.ts';
import { isUpTo, nthWeekday } from '../names.ts';
import holidays from './holidays.json' with { type: 'json' };

/** A day of the year a holiday is named in, or of the year before (-1) or after it (1). */
const dayOfYear = z.strictObject({ month: z.number(), day: z.number(), year: z.number().default(0) });
const names = z.array(z.string()).min(1);

/** The days of a holiday: fixed days, on the nth weekday of a month (-1: the last), or some days from Easter Sunday. */
const holidaySchema = z.union([
  z.strictObject({ names, from: dayOfYear, to: dayOfYear.optional() }),
  z.strictObject({ names, nth: z.number(), weekday: z.number(), month: z.number(), plusDays: z.number().default(0) }),
  z.strictObject({ names, easter: z.tuple([z.number()]).or(z.tuple([z.number(), z.number()])) }),
]);
type Holiday = z.infer<typeof holidaySchema>;

/**
 * Holidays by name, the last one up to today; "around" makes a week more on both sides, "two Christmases ago" counts
 * back.
 */
export const HOLIDAY_RULES: DateRule[] = z.array(holidaySchema).parse(holidays).map(ruleOf);

function ruleOf(holiday: Holiday): DateRule {
  return {
    pattern: new RegExp(
      `(?:\\b(around|about|near) |\\b(?:last|this|the last|(\\d{1,2})) )?\\b${anyOf(holiday.names)}\\b(?!'|-)` +
        '(?:,? (?:of |in )?(\\d{4})| ago)?',
      'g',
    ),
    read: ([text, around, count, year], { today }) => {
      const back = count !== undefined && text.endsWith(' ago') ? Number(count) - 1 : 0;
      const days = year === undefined ? latest(holiday, today, back) : daysIn(holiday, Number(year));
      return around === undefined ? days : { from: days.from.subtract({ weeks: 1 }), to: days.to.add({ weeks: 1 }) };
    },
  };
}

function latest(holiday: Holiday, today: Temporal.PlainDate, back: number): Days {
  const thisYear = daysIn(holiday, today.year);
  return daysIn(holiday, today.year - back - (isUpTo(thisYear.from, today) ? 0 : 1));
}

/** The days of a holiday in a year. */
function daysIn(holiday: Holiday, year: number): Days {
  if ('easter' in holiday) {
    const sunday = easterSunday(year);
    const [from, to = from] = holiday.easter;
    return { from: sunday.add({ days: from }), to: sunday.add({ days: to }) };
  }
  if ('nth' in holiday) {
    const month = Temporal.PlainYearMonth.from({ year, month: holiday.month });
    const day = nthWeekday(month, holiday.nth, holiday.weekday) ?? month.toPlainDate({ day: 1 });
    return oneDay(day.add({ days: holiday.plusDays }));
  }
  const { from, to = from } = holiday;
  return { from: dateIn(year, from), to: dateIn(year, to) };
}

function dateIn(year: number, day: z.infer<typeof dayOfYear>): Temporal.PlainDate {
  return Temporal.PlainDate.from({ year: year + day.year, month: day.month, day: day.day });
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
