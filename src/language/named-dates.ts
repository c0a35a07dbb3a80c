import { Temporal } from 'temporal-polyfill';
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
  partOf,
  WEEKDAY,
  weekDays,
  weekdayNumber,
  yearDays,
} from './calendar.ts';
import { type DateContext, type DateRule, type Days, oneDay } from './date-rules.ts';

const NTH = '(?:(\\d)(?:st|nd|rd|th)|last)';
const WHICH_MONTH = `(?:(the|this|last|the last|past|previous|the previous) month|(?:the )?(${MONTH})\\.?(?:,? (?:of )?(\\d{4}))?)`;
const OF = '(?: of| in|,)?';

/** Days found by counting in a month or a week: "first Monday of May", "Friday the 13th", "the 3rd", "third week of January". */
export const COUNTED_RULES: DateRule[] = [
  // The library takes a leap day without its year for this year's, which may have none.
  {
    pattern: /\b(?:29(?:th)?(?: of)? feb(?:ruary)?|feb(?:ruary)?\.? 29(?:th)?)\b(?!,? ?(?:of )?\d)/g,
    read: (_, { today }) => {
      const day = lastDayOfYear(2, 29, today);
      return day && oneDay(day);
    },
  },
  // "It'll be two years in June"
  {
    pattern: new RegExp(`(?:will|'ll) be (\\d{1,2}|an?) years?(?: old)? (?:in|this|next) (${MONTH})`, 'g'),
    read: ([, years = '', name = ''], { today }) => {
      const month = monthNumber(name);
      const next = lastYearOf(month, today) + 1;
      return monthDays(Temporal.PlainYearMonth.from({ year: next - (/^a/.test(years) ? 1 : Number(years)), month }));
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
    pattern: new RegExp(`(?<!last )\\b(\\d)(?:st|nd|rd|th) (${WEEKDAY})`, 'g'),
    read: ([, nth, weekday = ''], { today }) => {
      const inMonth = (back: number) =>
        nthWeekday(Temporal.PlainYearMonth.from(today).subtract({ months: back }), Number(nth), weekdayNumber(weekday));
      const day = [0, 1, 2].map(inMonth).find((found) => found !== undefined && isUpTo(found, today));
      return day === undefined ? 'nothing' : oneDay(day);
    },
  },
  {
    pattern: new RegExp(`\\b(?:the )?${NTH} week (?:of|in) (?:${WHICH_MONTH}|(\\d{4}))`, 'g'),
    read: ([, nth, which, month, year, wholeYear], context) => {
      if (wholeYear !== undefined) return nthWeek(yearDays(Number(wholeYear)), nth);
      return nthWeek(monthDays(monthOf(which, month, year, context)), nth);
    },
  },
  {
    pattern: new RegExp(
      `\\b(${WEEKDAY}),? (?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?! ?(?:of |${MONTH}|:|am|pm|\\d|days?|weeks?|times?|-))(?<=st|nd|rd|th|the \\d|the \\d\\d)`,
      'g',
    ),
    read: ([, weekday = '', day], { today }) =>
      lastDayWhere(Number(day), today, (date) => date.dayOfWeek === weekdayNumber(weekday)),
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
  {
    pattern:
      /(?:(?<=\b(?:on|since|from|for|about|around|was|it's|bought it|got it|received it|arrived|came) )the (\d{1,2})(?:st|nd|rd|th)|^(?:the )?(\d{1,2})(?:st|nd|rd|th))(?=$|[.,!?;] ?|,? (?:i|at|around|in the (?:morning|afternoon|evening))\b)/g,
    read: ([, day, alone], { today }) => lastDayWhere(Number(day ?? alone), today, () => true),
  },
];

const PART =
  '(?:(?:the )?(?:(early|beginning of|start of|the first half of)|(mid|middle of|the middle of)|(late|end of))[ -](?:in )?)';
const LAST_OR_THIS = '(?:(last|this|past|previous) )';
const SEASONS: Record<string, number> = { spring: 3, summer: 6, autumn: 9, fall: 9, winter: 12 };

/** Months, seasons and years as ranges: "in May", "mid-March", "last summer", "in 2024". */
export const PERIOD_RULES: DateRule[] = [
  {
    pattern: new RegExp(
      `(?<!\\d(?:st|nd|rd|th)?(?:[ /.-]| of )?)(?:${PART})?(?:\\b(in|during|since|from|to|until|till|through|between|around|about|by|and|of|was|back in|sometime in|the|-) (?:the )?)?${LAST_OR_THIS}?\\b(${MONTH})\\.?(?:,? (?:of |in )?(?:(\\d{4})|'(\\d{2})|(?:of )(\\d{2})|(last|this) year))?(?![ /.-]?\\d|'|[a-z])`,
      'g',
    ),
    read: readMonth,
  },
  {
    pattern: new RegExp(
      `${PART}?(?:(last|this|past|previous|in|in the|during the|over the|since) )?\\b(spring|summer|autumn|fall|winter)(?:(?: of|,)? (\\d{4})| (last|this) year)?\\b`,
      'g',
    ),
    read: ([, early, mid, late, lead, season = '', year, which], { today }) => {
      if (
        lead === undefined &&
        year === undefined &&
        which === undefined &&
        early === undefined &&
        mid === undefined &&
        late === undefined
      )
        return undefined;
      const days = seasonDays(season, year, which ?? lead, today);
      return early || mid || late ? partOf(days, early ? 'early' : mid ? 'mid' : 'late') : days;
    },
  },
  {
    pattern: new RegExp(
      `${PART}(?:the )?(?:year )?(\\d{4})(?![\\w-])|\\b(?:in|during|back in|sometime in|since|from|until|year) (\\d{4})(?![\\w-]|\\.\\d)`,
      'g',
    ),
    read: ([, early, mid, late, inPart, inYear], { today }) => {
      const year = Number(inPart ?? inYear);
      if (year < 1950 || year > today.year + 20) return undefined;
      return early || mid || late ? partOf(yearDays(year), early ? 'early' : mid ? 'mid' : 'late') : yearDays(year);
    },
  },
];

const SPOKEN_MAY_OR_MARCH = /^(?:may|mar|march|jan|dec|sept?|oct|nov)$/;

function readMonth(match: RegExpMatchArray, { today }: DateContext): Days | undefined {
  const [text, early, mid, late, lead, which, name = '', year, shortYear, ofYear, yearWord] = match;
  const number = monthNumber(name);
  const told = year ?? shortYear ?? ofYear;
  const isWhole = text.trim() === (match.input ?? '').replace(/[.!?]+$/, '').trim();
  // "may I", "march on", "mar": the word alone is a month only when nothing else is said.
  const needsContext =
    SPOKEN_MAY_OR_MARCH.test(name) &&
    told === undefined &&
    yearWord === undefined &&
    (which === undefined || which === 'this') &&
    !(early || mid || late);
  if (needsContext && !isWhole && !isLeadOfMonth(lead, match.input ?? '')) return undefined;
  const at = Temporal.PlainYearMonth.from({
    year: yearOf(number, told, which ?? yearWord, yearWord !== undefined, today),
    month: number,
  });
  const days = monthDays(at);
  const part = early ? 'early' : mid ? 'mid' : late ? 'late' : undefined;
  return { ...(part ? partOf(days, part) : days), yearless: told === undefined && yearWord === undefined };
}

function isLeadOfMonth(lead: string | undefined, text: string): boolean {
  if (lead === 'and' || lead === '-') return /\b(?:between|from)\b/.test(text);
  return (lead !== undefined && !/^(?:the|of|was|by|to)$/.test(lead)) || (lead === 'to' && /\bfrom\b/.test(text));
}

function yearOf(
  month: number,
  told: string | undefined,
  which: string | undefined,
  ofYear: boolean,
  today: Temporal.PlainDate,
): number {
  if (told !== undefined)
    return told.length === 4 ? Number(told) : Number(told) + (Number(told) > (today.year % 100) + 10 ? 1900 : 2000);
  if (ofYear) return which === 'last' ? today.year - 1 : today.year;
  const year = lastYearOf(month, today);
  // "Last May", said in May, is the one a year ago.
  return which === 'last' && month === today.month ? year - 1 : year;
}

// Meteorological seasons of the northern hemisphere; winter is named after the year it begins in.
function seasonDays(
  season: string,
  year: string | undefined,
  which: string | undefined,
  today: Temporal.PlainDate,
): Days {
  const month = SEASONS[season] ?? 3;
  const starting = (inYear: number): Days => {
    const from = Temporal.PlainDate.from({ year: inYear, month, day: 1 });
    return { from, to: from.add({ months: 3 }).subtract({ days: 1 }) };
  };
  if (year !== undefined) return starting(Number(year));
  const begun = starting(lastYearOf(month, today));
  const isOver = !isUpTo(today, begun.to);
  return which === 'last' && !isOver ? starting(begun.from.year - 1) : begun;
}

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

// The first week of a month is the one with its first Thursday, as in ISO years.
function nthWeek(days: Days, nth: string | undefined): Days {
  if (nth === undefined) return weekDays(lastWeekday(4, days.to));
  return weekDays(lastWeekday(4, days.from.add({ days: 6 })).add({ weeks: Number(nth) - 1 }));
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
