import { Temporal } from 'temporal-polyfill';
import { findDurations } from '../../numbers/durations.ts';
import { anyOf } from '../../text/phrases.ts';
import { type DateReading, readDate } from '../dates.ts';
import { MONTH, monthNumber, yearDays } from '../en/names.ts';
import { readDays } from '../events/days.ts';
import en from './en/ends.json' with { type: 'json' };
import { type LengthFromDay, readLengthFromDay } from './length-from-day.ts';

/** The last day of a period, as a message says it; it may lie ahead of today or behind it. */
export type EndReading =
  | { kind: 'day'; value: string }
  /** Some day of these: "until March 2028". */
  | { kind: 'range'; from: string; to: string }
  | { kind: 'ambiguous'; values: [string, string] }
  /** It ends when a length of time from a day has passed. */
  | ({ kind: 'length' } & LengthFromDay)
  /** Only days of something else are named: "I bought it on 3 May 2025". */
  | { kind: 'other-event'; from: string; to: string }
  | { kind: 'none' };

/** The most years ahead that a warranty can end: the longest one there is. */
const HORIZON_YEARS = 51;

/** What is read so near the horizon had no year. */
const YEARLESS = 3;

const UNTIL = new RegExp(`(?<![\\w'])${anyOf(en.until)}(?!\\w)`, 'gi');
const RELATIVE = new RegExp(`\\b${anyOf(en.relative)}\\b`, 'i');
const PAST = new RegExp(`\\b${anyOf(en.past)}\\b`, 'i');
const AHEAD = new RegExp(`(?<!\\w)${anyOf(en.ahead)}\\b`, 'i');
const YEAR = /\b(?:19|20)\d\d\b/;
/** "Until 2028": the year alone. */
const YEAR_ALONE = /^[^\d]*\b((?:19|20)\d\d)[^\d]*$/;

/** True if nothing in the words of a day that may lie ahead tells which year it is of: "on 10 January". */
export function isYearOpen(text: string): boolean {
  return !YEAR.test(text) && !RELATIVE.test(text) && !PAST.test(text);
}

/** Reads the last day of a period in a message. */
export function readEnd(text: string, options: { today: string }): EndReading {
  const { today } = options;
  const length = readLengthFromDay(text, options);
  if (length) return { kind: 'length', ...length };
  if (TODAY_IS_LAST.test(text)) return { kind: 'day', value: today };
  const plain = withYearBehind(withYearsAhead(inUsualForm(text), today))
    .replace(/\bto (?=the end of )/, 'until ')
    .replace(UNTIL, 'ending on');
  // "The end of next year" is its last day, not its last weeks.
  if (END_OF.test(plain)) return lastDayOf(readEnd(plain.replace(END_OF, ''), options));
  // Read from far ahead, a day with a year is as past as any; without a year it would be that of the horizon.
  const horizon = Temporal.PlainDate.from(today).add({ years: HORIZON_YEARS }).toString();
  const isOfYear = YEAR.test(plain) && !RELATIVE.test(plain);
  const amongMore = endAmongMore(plain, isOfYear ? horizon : today, isOfYear);
  if (amongMore) return amongMore;
  const whole = isOfYear ? endOf(readDate(plain, { today: horizon })) : { kind: 'none' as const };
  if (whole.kind !== 'none' && isOfItsYear(whole, horizon)) return whole;
  return yearAlone(plain) ?? ahead(plain, today) ?? withoutYear(plain, today);
}

const TODAY_IS_LAST = new RegExp(`\\b${anyOf(en.todayIsLast)}\\b`, 'i');
const FROM_NOW = new RegExp(`\\b${anyOf(en.fromNow)}`, 'i');
const MONTH_AND_YEAR = /(?<![\d/.-])(0?[1-9]|1[0-2])[/.-](20\d\d)(?![\d/.-])/;
const YEAR_AFTER_ASIDE = new RegExp(`,? ?${anyOf(en.asides)},? (?=20\\d\\d\\b)`, 'i');

/** "In about ten days" is about in ten days. */
const IN_ABOUT = new RegExp(
  `\\bin (${anyOf(en.about)}) (?=(?:\\d|an? |[a-z]+ )[\\w ]{0,12}?(?:days?|weeks?|months?|years?)\\b)`,
  'gi',
);

/** "A week from now" as "in a week", "08/2027" as "August 2027", "January I think, 2027" as "January 2027". */
function inUsualForm(text: string): string {
  return text
    .replace(IN_ABOUT, '$1 in ')
    .replace(FROM_NOW, (words) => `in ${words.replace(/ from (?:now|today)$/i, '')}`)
    .replace(MONTH_AND_YEAR, (_, month: string, year: string) => `${MONTH_NAMES[Number(month) - 1]} ${year}`)
    .replace(YEAR_AFTER_ASIDE, ' ');
}

/** "The end of 2026, 31 December" is 31 December 2026. */
function withYearBehind(text: string): string {
  return text.replace(YEAR_AHEAD, (_, year: string, day: string) => `${day} ${year}`);
}

const YEAR_AHEAD = new RegExp(
  String.raw`^(?:[\w' ]{0,20}\b)?(?:the )?(?:(?:very )?end of )?(20\d\d)[,:;]? ?(?:on |so |i\.e\. |the |namely )*((?:the )?\d{1,2}(?:st|nd|rd|th)? (?:of )?${MONTH}|${MONTH} \d{1,2}(?:st|nd|rd|th)?)(?=[.! ]*$)`,
  'i',
);

function isOfItsYear(end: EndReading, horizon: string): boolean {
  return lastOf(end) < Temporal.PlainDate.from(horizon).subtract({ years: YEARLESS }).toString();
}

const END_OF = /\b(?:the )?(?:very )?(?:end|last day) of (?:the )?(?=\S)/i;

function lastDayOf(end: EndReading): EndReading {
  return end.kind === 'range' ? { kind: 'day', value: end.to } : end;
}

// "Until 2028"
function yearAlone(text: string): EndReading | undefined {
  const year = YEAR_ALONE.exec(text)?.[1];
  if (year === undefined || MONTH_NAME.test(text)) return undefined;
  const { from, to } = yearDays(Number(year));
  return { kind: 'range', from: from.toString(), to: to.toString() };
}

const MONTH_NAME = new RegExp(`\\b${MONTH}`, 'i');

// "Next March" is the first one that has not begun.
function withYearsAhead(text: string, today: string): string {
  const { month: now, year } = Temporal.PlainDate.from(today);
  const named = text.replace(WHICH_NAME, (_, which: string, name: string) => {
    const month = SEASONS[name.toLowerCase()] ?? monthNumber(name.toLowerCase());
    const isAhead = which.toLowerCase() === 'this' || month > now;
    return `${name} ${isAhead ? year : year + 1}`;
  });
  return named
    .replace(THIS_YEAR, (_, part = '') => `${part}${year}`)
    .replace(THIS_MONTH, (_, part = '') => `${part}${MONTH_NAMES[now - 1]} ${year}`);
}

const SEASONS: Readonly<Record<string, number>> = en.seasons;
const MONTH_NAMES = en.months;
const WHICH_NAME = new RegExp(`\\b(next|this) (${MONTH}|${anyOf(Object.keys(SEASONS))}\\b)`, 'gi');
const THIS_YEAR = /\b(?:(?:this|the current)|((?:the )?(?:end|last day) of )(?:the|this)) year\b/gi;
const THIS_MONTH = /\b(?:(?:this|the current)|((?:the )?(?:end|last day) of )(?:the|this)) month\b/gi;

function endOf(reading: DateReading): EndReading {
  switch (reading.kind) {
    case 'date':
      return { kind: 'day', value: reading.value };
    case 'future':
      return reading.to === undefined
        ? { kind: 'day', value: reading.value }
        : { kind: 'range', from: reading.value, to: reading.to };
    default:
      return reading;
  }
}

/** The end where a message names days of other events as well, or of those only. */
function endAmongMore(text: string, today: string, isOfYear: boolean): EndReading | undefined {
  const days = readDays(text, { today }).filter(({ reading }) => !isOfYear || isOfItsYear(endOf(reading), today));
  const [first] = days;
  const own = days.filter(({ events }) => events.includes('ends'));
  const alone = days.filter(({ events }) => events.length === 0);
  const [end] = own.length > 0 ? own : alone;
  if (first === undefined || (end !== undefined && days.length === 1)) return undefined;
  if (end !== undefined) return own.length + alone.length === 1 || own.length === 1 ? endOf(end.reading) : undefined;
  const other = endOf(first.reading);
  if (other.kind === 'day') return { kind: 'other-event', from: other.value, to: other.value };
  return other.kind === 'range' ? { kind: 'other-event', from: other.from, to: other.to } : undefined;
}

/** "Another 8 months", "two years left": that long from today. */
function ahead(text: string, today: string): EndReading | undefined {
  const plain = text.replace(ANOTHER, 'further 1 ').replace(MORE, ' more ');
  const lengths = findDurations(plain.replace(/ more (?=year|month)/g, ' '));
  const [length] = lengths;
  if (length === undefined || lengths.length > 1 || !AHEAD_LENGTH.test(plain)) return undefined;
  return { kind: 'day', value: Temporal.PlainDate.from(today).add({ months: length.months }).toString() };
}

const ANOTHER = /\b(?:another|a further|one more)\s+(?=year|month)/gi;
const MORE = /\s+(?:more|further|additional|extra)\s+(?=year|month)/gi;
const LENGTH = '(?:an?|\\w+|\\d+)(?: and a half)? (?:more )?(?:years?|months?|yrs?)';
const AHEAD_LENGTH = new RegExp(
  `\\b(?:${anyOf(en.leftBefore)}) ${LENGTH}\\b|\\b(?:an?|\\w+|\\d+) more (?:years?|months?)\\b|\\b${LENGTH} (?:${anyOf(en.leftAfter)})\\b`,
  'i',
);

function withoutYear(text: string, today: string): EndReading {
  const reading = readDate(text, { today });
  const end = endOf(reading);
  if (end.kind !== 'day' && end.kind !== 'range') return end;
  if (reading.kind === 'future' || RELATIVE.test(text) || PAST.test(text)) return end;
  const next = aYearOn(end);
  if (AHEAD.test(text)) return next;
  const [last, other] = [lastOf(end), lastOf(next)];
  return { kind: 'ambiguous', values: [last, other] };
}

type Found = Extract<EndReading, { kind: 'day' | 'range' }>;

function aYearOn(end: Found): Found {
  const later = (day: string): string => Temporal.PlainDate.from(day).add({ years: 1 }).toString();
  return end.kind === 'day'
    ? { kind: 'day', value: later(end.value) }
    : { kind: 'range', from: later(end.from), to: later(end.to) };
}

function lastOf(end: EndReading): string {
  if (end.kind === 'ambiguous') return end.values[1];
  return end.kind === 'day' ? end.value : end.kind === 'range' ? end.to : '';
}
