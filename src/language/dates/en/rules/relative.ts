import { Temporal } from 'temporal-polyfill';
import { after, before, DURATION } from '../../../numbers/date-lengths.ts';
import { type DateRule, type Days, oneDay } from '../../rule.ts';
import { isUpTo, lastWeekday, monthDays, partOf, WEEKDAY, weekDays, weekdayNumber, yearDays } from '../names.ts';
import { lastWeekend } from './ago.ts';
import { quarterDays } from './quarters.ts';

const WHICH = '(this|the current|current|last|past|the last|the past|previous|the previous|next)';
const PERIOD = `${WHICH} (week|weekend|month|quarter|year)`;
const PART =
  '(?:(early|earlier|beginning|start|first half)|(mid|middle)|(late|later|end|second half))(?: in| of| in the| of the|-| part of)? ?';

/**
 * Periods that are said from today: "last week", "Tuesday of last week", "early last year", "the beginning of the
 * month".
 */
export const RELATIVE_RULES: DateRule[] = [
  // "Tuesday week" is yet to come.
  { pattern: new RegExp(`\\b${WEEKDAY} (?:week|fortnight)\\b(?! before)`, 'g'), read: () => 'nothing' },
  {
    pattern: /\b(?:earlier )?this (?:morning|afternoon|evening)\b/g,
    read: (_, { today }) => oneDay(today),
  },
  {
    pattern: new RegExp(`\\b(?:the )?(${WEEKDAY}),?(?: of| in)? the week before last\\b`, 'g'),
    read: ([, weekday = ''], { today }) =>
      oneDay(weekDays(today.subtract({ weeks: 2 })).from.add({ days: weekdayNumber(weekday) - 1 })),
  },
  {
    pattern: new RegExp(`\\b(?:the )?(${WEEKDAY}|week|weekend|month|quarter|year) before last\\b`, 'g'),
    read: ([, unit = ''], { today }) => {
      const whole = periodDays(unit, today, -2);
      return whole ?? oneDay(lastWeekday(weekdayNumber(unit), today.subtract({ days: 1 })).subtract({ weeks: 1 }));
    },
  },
  {
    pattern: new RegExp(`\\b(?:at )?(?:the )?${PART}(?:${PERIOD}|(?:the )?(week|month|quarter|year))\\b`, 'g'),
    read: ([, early, mid, , which = 'the', unit, unitAlone = ''], { today }) => {
      const part = (days: Days): Days => partOf(days, early ? 'early' : mid ? 'mid' : 'late');
      const whole = periodDays(unit ?? unitAlone, today, shiftOf(which));
      if (whole === undefined || early === 'earlier') return whole;
      // "The end of the month" that is still to come is not the one meant.
      const isAhead = unit === undefined && !isUpTo(part(whole).from, today);
      const past = isAhead ? periodDays(unitAlone, today, -1) : whole;
      return past && part(past);
    },
  },
  // The units of anything else ("5 days", "a day"); what they count from, as in "3 days before Christmas", is seen later.
  {
    pattern: new RegExp(
      `\\b(?:${DURATION})\\b(?! of (?:last|this|the)\\b| (?:of )?\\d{4}\\b)(?: (?:before|prior to|after|from))?`,
      'g',
    ),
    read: () => 'nothing',
  },
  {
    pattern: new RegExp(
      `\\b(?:(${WEEKDAY}),? (?:of |from |in )?(?:the )?(this|last|past|previous) week|(?:the )?(this|last|past|previous) week(?:'?s)?,?(?: on)?(?: -)? (${WEEKDAY}))`,
      'g',
    ),
    read: ([, named, which, whichFirst, namedLast], { today }) => {
      const monday = weekDays(today).from.subtract({ weeks: (which ?? whichFirst) === 'this' ? 0 : 1 });
      return oneDay(monday.add({ days: weekdayNumber(named ?? namedLast ?? '') - 1 }));
    },
  },
  {
    pattern: /(?:\b(?:at|over|on|during) |^)the weekend\b(?! of)/g,
    read: (_, { today }) => lastWeekend(today),
  },
  {
    pattern: new RegExp(`\\b${PERIOD}\\b`, 'g'),
    read: ([, which = '', unit = ''], { today }) => periodDays(unit, today, shiftOf(which)),
  },
];

const COUNTED_FROM = new RegExp(
  `\\b(?:(${DURATION})|the (day|night|week|weekend)|(${WEEKDAY})|(just|shortly|right|soon|immediately|not long|directly)) (before|prior to|after|from) (?:the )?$`,
);
/** The time that "just before" a day covers. */
const CLOSE = { weeks: 1 };

/**
 * The days that the words before other days count to from them ("3 days before", "the day after", "just before"),
 * undefined if none do.
 */
export function countedFrom(days: Days, wordsBefore: string): Days | undefined {
  const counted = COUNTED_FROM.exec(wordsBefore);
  if (counted === null) return undefined;
  const [, duration = '', unit, weekday, close, direction = ''] = counted;
  const isBefore = direction === 'before' || direction === 'prior to';
  if (weekday !== undefined) {
    const week = isBefore ? days.from.subtract({ days: 1 }) : days.to.add({ weeks: 1 });
    return oneDay(lastWeekday(weekdayNumber(weekday), week));
  }
  if (close !== undefined || unit === 'week' || duration === 'the week')
    return isBefore
      ? { from: days.from.subtract(CLOSE), to: days.from.subtract({ days: 1 }) }
      : { from: days.to.add({ days: 1 }), to: days.to.add(CLOSE) };
  if (unit === 'weekend')
    return isBefore ? lastWeekend(days.from.subtract({ days: 1 })) : lastWeekend(days.to.add({ weeks: 1 }));
  const length = duration === '' ? '1 day' : duration;
  const count = isBefore ? before : after;
  const [from, to] = [count(days.from, length), count(days.to, length)];
  return from && to && { from: from.from, to: to.to };
}

function shiftOf(which: string): number {
  if (which === 'next') return 1;
  return /last|past|previous/.test(which) ? -1 : 0;
}

function periodDays(unit: string, today: Temporal.PlainDate, shift: number): Days | undefined {
  if (unit === 'week') return weekDays(today.add({ weeks: shift }));
  if (unit === 'weekend') return weekend(today, shift);
  if (unit === 'month') return monthDays(Temporal.PlainYearMonth.from(today.add({ months: shift })));
  if (unit === 'quarter') return quarterDays(today.year, Math.ceil(today.month / 3) + shift);
  if (unit === 'year') return yearDays(today.year + shift);
  return undefined;
}

function weekend(today: Temporal.PlainDate, shift: number): Days {
  const week = weekDays(today.add({ weeks: shift }));
  return { from: week.to.subtract({ days: 1 }), to: week.to };
}
