import { Temporal } from 'temporal-polyfill';
import { lastWeekday, monthDays, partOf, WEEKDAY, weekDays, weekdayNumber, yearDays } from './calendar.ts';
import { type DateRule, type Days, oneDay } from './date-rules.ts';

const AMOUNT = '(?:\\d{1,3}(?:\\.5)?|an?|the|a couple(?: of)?|couple(?: of)?|(?:a )?few|several)';
const UNIT = '(?:days?|weeks?|wks?|fortnights?|months?|mths?|years?|yrs?)';
const PIECE = `${AMOUNT} ${UNIT}(?: and a half)?`;
const DURATION = `(?:half an? ${UNIT}|${AMOUNT} and a half ${UNIT}|${PIECE}(?:(?:,| and|, and)? ${PIECE}){0,2})`;
const PERIOD =
  '(this|the current|current|last|past|the last|the past|previous|the previous|next) (week|weekend|month|year)';

/** Dates that are said from today: "3 weeks ago", "last week", "Tuesday of last week", "early last year". */
export const RELATIVE_RULES: DateRule[] = [
  // "A week last Tuesday", "two weeks ago on Friday"; "Tuesday week" is yet to come.
  {
    pattern: new RegExp(`\\b(\\d{1,2}|an?) weeks? (?:ago )?,? ?(?:last |on )?(${WEEKDAY})`, 'g'),
    read: ([, weeks = '', weekday = ''], { today }) =>
      oneDay(lastWeekday(weekdayNumber(weekday), today).subtract({ weeks: amountOf(weeks) })),
  },
  { pattern: new RegExp(`\\b${WEEKDAY} (?:week|fortnight)\\b(?! before)`, 'g'), read: () => 'nothing' },
  {
    pattern: new RegExp(
      `\\b(?:(over|more than|at least|almost|nearly|not quite)|(less than|under|within|up to)|(?:about|around|roughly|approximately|maybe|some|exactly|just))? ?\\b(${DURATION}) (?:ago|back|earlier)\\b`,
      'g',
    ),
    read: ([, open, within, duration = ''], { today }) => {
      if (open !== undefined) return 'nothing';
      const days = before(today, duration);
      return within === undefined || days === undefined ? days : { from: days.from, to: today };
    },
  },
  {
    pattern: new RegExp(`\\b(?:in|within|during|over) the (?:last|past) (${DURATION})\\b`, 'g'),
    read: ([, duration = ''], { today }) => {
      const days = before(today, duration);
      return days && { from: days.from, to: today };
    },
  },
  {
    pattern: new RegExp(`\\b(?:(${DURATION}) before|(?:the )?day before) yesterday\\b`, 'g'),
    read: ([, duration = '1 day'], { today }) => before(today.subtract({ days: 1 }), duration),
  },
  {
    pattern: new RegExp(`\\bin (${DURATION})(?: time)?\\b`, 'g'),
    read: ([, duration = ''], { today }) => {
      const days = before(today, duration);
      return days && oneDay(today.add(days.to.until(today)));
    },
  },
  {
    pattern: /\b(?:earlier )?this (?:morning|afternoon|evening)\b/g,
    read: (_, { today }) => oneDay(today),
  },
  {
    pattern: new RegExp(`\\b(?:the )?(${WEEKDAY}|week|weekend|month|year) before last\\b`, 'g'),
    read: ([, unit = ''], { today }) => {
      const whole = periodDays(unit, today, -2);
      return whole ?? oneDay(lastWeekday(weekdayNumber(unit), today.subtract({ days: 1 })).subtract({ weeks: 1 }));
    },
  },
  // The units of anything else ("5 days", "a day"); what they count from, as in "3 days before Christmas", is seen later.
  { pattern: new RegExp(`\\b(?:${DURATION})\\b(?: (?:before|prior to|after|from))?`, 'g'), read: () => 'nothing' },
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
    pattern: new RegExp(
      `\\b(?:at )?(?:the )?(?:(early|beginning|start)|(mid|middle)|(late|end))(?: in| of| of the|-| part of)? ?${PERIOD}\\b`,
      'g',
    ),
    read: ([, early, mid, , which = '', unit = ''], { today }) => {
      const whole = periodDays(unit, today, shiftOf(which));
      return whole && partOf(whole, early ? 'early' : mid ? 'mid' : 'late');
    },
  },
  {
    pattern: new RegExp(`\\b${PERIOD}\\b`, 'g'),
    read: ([, which = '', unit = ''], { today }) => periodDays(unit, today, shiftOf(which)),
  },
];

const COUNTED_FROM = new RegExp(`\\b(?:(${DURATION})|the day) (before|prior to|after|from) (?:the )?$`);

/** The days that the words before other days count to from them ("3 days before", "the day after"), undefined if none do. */
export function countedFrom(days: Days, wordsBefore: string): Days | undefined {
  const counted = COUNTED_FROM.exec(wordsBefore);
  if (counted === null) return undefined;
  const [, duration = '1 day', direction = ''] = counted;
  const [from, to] = [before(days.from, duration), before(days.to, duration)];
  if (from === undefined || to === undefined) return undefined;
  if (direction === 'before' || direction === 'prior to') return { from: from.from, to: to.to };
  return { from: days.from.add(from.to.until(days.from)), to: days.to.add(to.to.until(days.to)) };
}

function shiftOf(which: string): number {
  if (which === 'next') return 1;
  return /last|past|previous/.test(which) ? -1 : 0;
}

function periodDays(unit: string, today: Temporal.PlainDate, shift: number): Days | undefined {
  if (unit === 'week') return weekDays(today.add({ weeks: shift }));
  if (unit === 'weekend') return weekend(today, shift);
  if (unit === 'month') return monthDays(Temporal.PlainYearMonth.from(today.add({ months: shift })));
  if (unit === 'year') return yearDays(today.year + shift);
  return undefined;
}

function weekend(today: Temporal.PlainDate, shift: number): Days {
  const week = weekDays(today.add({ weeks: shift }));
  return { from: week.to.subtract({ days: 1 }), to: week.to };
}

// "A few" is a range: two to six of them.
function before(day: Temporal.PlainDate, duration: string): Days | undefined {
  if (/few|several/.test(duration)) {
    const unit = duration.replace(/.*(?:few|several) /, '');
    const [first, last] = [before(day, `6 ${unit}`), before(day, `2 ${unit}`)];
    return first && last && { from: first.from, to: last.to };
  }
  let reached = day;
  for (const [, amount, unit = '', half] of pieces(duration)) {
    const count = amountOf(amount ?? '') + (half === undefined ? 0 : 0.5);
    const step = stepOf(unit, count);
    if (step === undefined) return undefined;
    reached = reached.subtract(step);
  }
  // Nobody means a day by "100 years ago".
  return reached.year > day.year - 100 ? oneDay(reached) : undefined;
}

function pieces(duration: string): IterableIterator<RegExpExecArray> {
  const regular = duration
    .replace(/half an? /, '0.5 ')
    .replace(new RegExp(`(${AMOUNT}) and a half (${UNIT})`), '$1 $2 and a half');
  return regular.matchAll(new RegExp(`(0\\.5|${AMOUNT}) (${UNIT})( and a half)?`, 'g'));
}

function amountOf(amount: string): number {
  if (/couple/.test(amount)) return 2;
  return /^\d/.test(amount) ? Number(amount) : 1;
}

// Half a year is six months and half a week is no whole number of days: left unread.
function stepOf(unit: string, count: number): Temporal.DurationLike | undefined {
  const [name, factor] = unit.startsWith('y')
    ? (['months', 12] as const)
    : unit.startsWith('m')
      ? (['months', 1] as const)
      : unit.startsWith('f')
        ? (['days', 14] as const)
        : unit.startsWith('w')
          ? (['days', 7] as const)
          : (['days', 1] as const);
  const whole =
    unit.startsWith('m') && count % 1 !== 0 ? { months: Math.floor(count), days: 15 } : { [name]: count * factor };
  return Object.values(whole).every(Number.isInteger) ? whole : undefined;
}
