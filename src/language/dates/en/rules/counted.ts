import { Temporal } from 'temporal-polyfill';
import { anyOf } from '../../../text/phrases.ts';
import { type DateContext, type DateRule, type Days, oneDay } from '../../rule.ts';
import {
  dateOf,
  isUpTo,
  lastDayOfYear,
  lastWeekday,
  lastYearOf,
  MONTH,
  monthDays,
  monthNumber,
  nthWeekday,
  WEEKDAY,
  weekDays,
  weekdayNumber,
  yearDays,
} from '../names.ts';
import en from './counted.json' with { type: 'json' };

const NTH = '(?:(\\d)(?:st|nd|rd|th)|last)';
const WHICH_MONTH = `(?:(the|this|last|the last|past|previous|the previous) month|(?:the )?(${MONTH})\\.?(?:,? (?:of )?(\\d{4}))?)`;
const OF = '(?: of| in|,)?';

/**
 * Days found by counting in a month or a week: "first Monday of May", "Friday the 13th", "the 3rd", "third week of
 * January".
 */
export const COUNTED_RULES: DateRule[] = [
  // The library takes a leap day without its year for this year's, which may have none.
  {
    pattern: /\b(?:29(?:th)?(?: of)? feb(?:ruary)?|feb(?:ruary)?\.? 29(?:th)?)\b(?!,? ?(?:of )?\d)/g,
    read: (_, { today }) => {
      const day = lastDayOfYear(2, 29, today);
      return day && oneDay(day);
    },
  },
  {
    pattern: new RegExp(`\\b${NTH} (${WEEKDAY})${OF} ${WHICH_MONTH}`, 'g'),
    read: ([, nth, weekday = '', which, month, year], context) => {
      const day = nthWeekday(
        monthOf(which, month, year, context),
        nth === undefined ? -1 : Number(nth),
        weekdayNumber(weekday),
      );
      return day === undefined ? 'nothing' : oneDay(day);
    },
  },
  {
    pattern: new RegExp(`(?<!last )\\b(\\d)(?:st|nd|rd|th) (${WEEKDAY})(?! (?:of|in) (?:this|last|the|\\d))`, 'g'),
    read: ([, nth, weekday = ''], { today }) => {
      const inMonth = (back: number) =>
        nthWeekday(Temporal.PlainYearMonth.from(today).subtract({ months: back }), Number(nth), weekdayNumber(weekday));
      const day = [0, 1, 2].map(inMonth).find((found) => found !== undefined && isUpTo(found, today));
      return day === undefined ? 'nothing' : oneDay(day);
    },
  },
  {
    pattern: new RegExp(
      `\\b(?:the )?(?:very )?(?:(\\d{1,2})(?:st|nd|rd|th)|last) (weekend|day) (?:of|in) (?:${WHICH_MONTH}|(\\d{4})|(this|last) year)`,
      'g',
    ),
    read: ([, nth, unit, which, month, year, wholeYear, yearWord], context) => {
      const statedYear = wholeYear ?? (yearWord && String(context.today.year - (yearWord === 'last' ? 1 : 0)));
      const days =
        statedYear === undefined ? monthDays(monthOf(which, month, year, context)) : yearDays(Number(statedYear));
      return unit === 'weekend' ? nthWeekend(days, nth) : nthDay(days, nth);
    },
  },
  // "The last of December", "the first days of May"
  {
    pattern: new RegExp(`\\b(?:the )?last of (?:the )?(${MONTH})\\.?(?:,? (?:of )?(\\d{4}))?(?!\\d)`, 'g'),
    read: ([, month, year], context) => oneDay(monthDays(monthOf(undefined, month, year, context)).to),
  },
  {
    pattern: new RegExp(`\\b(?:the )?(?:very )?(1st|last|final) (?:few )?days (?:of|in) ${WHICH_MONTH}`, 'g'),
    read: ([, which, whichMonth, month, year], context) => {
      const { from, to } = monthDays(monthOf(whichMonth, month, year, context));
      return which === '1st' ? { from, to: from.add({ days: 8 }) } : { from: to.subtract({ days: 8 }), to };
    },
  },
  // "The turn of September to October"
  {
    pattern: new RegExp(`\\bturn of (${MONTH})(?: to | and | ?/ ?| ?- ?)(${MONTH})`, 'g'),
    read: ([, , month], context) => {
      const { from } = monthDays(monthOf(undefined, month, undefined, context));
      return { from: from.subtract({ days: 5 }), to: from.add({ days: 4 }) };
    },
  },
  {
    pattern: new RegExp(`\\b(?:the )?${NTH} (?:full )?week (?:of|in) (?:${WHICH_MONTH}|(\\d{4}))`, 'g'),
    read: ([, nth, which, month, year, wholeYear], context) => {
      if (wholeYear !== undefined) return nthWeek(yearDays(Number(wholeYear)), nth);
      const days = monthDays(monthOf(which, month, year, context));
      // Nobody counts the end of September to "the first week of October".
      return nth === '1' ? { from: days.from, to: days.from.add({ days: 6 }) } : nthWeek(days, nth);
    },
  },
  {
    pattern: new RegExp(
      `\\b(${WEEKDAY}),? (?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?! ?(?:of |${MONTH}|:|am|pm|\\d|days?|weeks?|times?|-))(?:(?<=st|nd|rd|th|the \\d|the \\d\\d)|(?=[.!?;]?$))`,
      'g',
    ),
    read: ([, weekday = '', day], { today }) =>
      lastDayWhere(Number(day), today, (date) => date.dayOfWeek === weekdayNumber(weekday)),
  },
  // "Between the 9th and the 12th of this month"
  {
    pattern:
      /\b(?:(?:between|from) )?(?:the )?(\d{1,2})(?:st|nd|rd|th)? ?(?:to|till|until|through|and|or|-) ?(?:the )?(\d{1,2})(?:st|nd|rd|th)? (?:of )?(this|last|the last|past|previous|the previous|the) month\b/g,
    read: ([, first, last, which], context) => {
      const month = monthOf(which, undefined, undefined, context);
      const [from, to] = [first, last].map((day) => dateOf(month.year, month.month, Number(day)));
      return from && to && isUpTo(from, to) ? { from, to } : 'nothing';
    },
  },
  {
    pattern:
      /\b(this|last|previous) month,? (?:on )?the (\d{1,2})(?:st|nd|rd|th)\b|\b(?:the )?(\d{1,2})(?:st|nd|rd|th),? (this|last|previous) month\b/g,
    read: ([, whichFirst, dayAfter, dayFirst, which], context) => {
      const month = monthOf(whichFirst ?? which, undefined, undefined, context);
      const date = dateOf(month.year, month.month, Number(dayFirst ?? dayAfter));
      return date === undefined ? 'nothing' : oneDay(date);
    },
  },
  {
    pattern:
      /\b(?:the )?(\d{1,2})(?:st|nd|rd|th)?(?: day)? of (the|this|last|the last|past|previous|the previous) month\b/g,
    read: ([, day, which], context) => {
      const month = monthOf(which, undefined, undefined, context);
      const date = dateOf(month.year, month.month, Number(day));
      return date === undefined ? 'nothing' : oneDay(date);
    },
  },
  // "On the 3rd or the 4th"
  {
    pattern: new RegExp(
      `(?:(?<=\\b${anyOf(en.countedRules)} |, )|^|^(?:it was |it came |i got it )?between )(?:the )?(\\d{1,2})(?:st|nd|rd|th)?,? ?(?:or(?: maybe| perhaps)?|to|and|-|/) ?(?:the )?(\\d{1,2})(?:st|nd|rd|th)(?=$|[.,!?;] ?|,? (?:${anyOf(en.afterDay)})\\b)`,
      'g',
    ),
    read: ([, first, second], { today }) => {
      const to = lastDayWhere(Number(second), today, () => true);
      if (to === 'nothing') return to;
      const from = lastDayWhere(Number(first), to.from, () => true);
      return from === 'nothing' ? from : { from: from.from, to: to.to };
    },
  },
  {
    pattern: new RegExp(
      `(?:(?:(?<=\\b${anyOf(en.countedRules)} )|(?<=, |\\b(?:so|not|mean|meant) ))the (\\d{1,2})(?:st|nd|rd|th)|(?<=, )(\\d{1,2})(?:st|nd|rd|th)|^(?:the )?(\\d{1,2})(?:st|nd|rd|th))(?=$|[.,!?;] ?|,? (?:${anyOf(en.afterDay)})\\b)`,
      'g',
    ),
    read: ([, day, afterPause, alone], { today }) =>
      lastDayWhere(Number(day ?? afterPause ?? alone), today, () => true),
  },
];

function monthOf(
  which: string | undefined,
  name: string | undefined,
  year: string | undefined,
  { today }: DateContext,
): Temporal.PlainYearMonth {
  if (name === undefined) {
    const shift = which === 'this' || which === 'the' ? 0 : 1;
    return Temporal.PlainYearMonth.from(today).subtract({ months: shift });
  }
  const month = monthNumber(name);
  return Temporal.PlainYearMonth.from({ month, year: year === undefined ? lastYearOf(month, today) : Number(year) });
}

// Weeks are counted from the one with the first Thursday, as in ISO years.
function nthWeek(days: Days, nth: string | undefined): Days {
  if (nth === undefined) return weekDays(lastWeekday(4, days.to));
  return weekDays(lastWeekday(4, days.from.add({ days: 6 })).add({ weeks: Number(nth) - 1 }));
}

function nthDay({ from, to }: Days, nth: string | undefined): Days {
  return oneDay(nth === undefined ? to : from.add({ days: Number(nth) - 1 }));
}

function nthWeekend({ from, to }: Days, nth: string | undefined): Days {
  const saturday =
    nth === undefined ? lastWeekday(6, to) : lastWeekday(6, from.add({ days: 6 })).add({ weeks: Number(nth) - 1 });
  return { from: saturday, to: saturday.add({ days: 1 }) };
}

function lastDayWhere(
  day: number,
  today: Temporal.PlainDate,
  fits: (date: Temporal.PlainDate) => boolean,
): Days | 'nothing' {
  for (let back = 0; back < 24; back += 1) {
    const month = today.with({ day: 1 }).subtract({ months: back });
    const date = dateOf(month.year, month.month, day);
    if (date !== undefined && isUpTo(date, today) && fits(date)) return oneDay(date);
  }
  return 'nothing';
}
