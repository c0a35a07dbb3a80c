import { Temporal } from 'temporal-polyfill';
import { dateOf, isUpTo, lastWeekday, MONTH, weekDays } from './calendar.ts';
import { COUNTED_RULES } from './counted-dates.ts';
import { applyRules, type DateContext, type Span } from './date-rules.ts';
import { HOLIDAY_RULES } from './holidays.ts';
import { cardinalsInDigits, ordinalsInDigits, yearsInDigits } from './number-words.ts';
import { NUMERIC_RULES } from './numeric-dates.ts';
import { PERIOD_RULES } from './period-dates.ts';
import { plainText } from './plain-text.ts';
import { countedFrom, RELATIVE_RULES } from './relative-dates.ts';
import { type WrittenSpan, writtenDates } from './written-dates.ts';

/** What a message says about a past day; `range` ends are both included, dates are ISO. */
export type DateReading =
  | { kind: 'date'; value: string }
  | { kind: 'ambiguous'; values: [string, string] }
  | { kind: 'range'; from: string; to: string }
  | { kind: 'future'; value: string }
  | { kind: 'none' };

const NONE: DateReading = { kind: 'none' };
const LONGEST_DATE_ANSWER = 300;
const OWN_RULES = [...NUMERIC_RULES, ...HOLIDAY_RULES, ...COUNTED_RULES, ...RELATIVE_RULES];

/** The past date a message names, seen from `today` (ISO); with `order` "5/12" has that one reading, without it two. */
export function readDate(text: string, options: { today: string; order?: DateContext['order'] }): DateReading {
  const today = Temporal.PlainDate.from(options.today);
  const plain = inDigits(plainText(text, LONGEST_DATE_ANSWER).replace(/\s+/g, ' '));
  if (options.order !== undefined) return readInOrder(plain, { today, order: options.order });
  const dayFirst = readInOrder(plain, { today, order: 'day-first' });
  if (!/\d[/.-]\d/.test(plain)) return dayFirst;
  const monthFirst = readInOrder(plain, { today, order: 'month-first' });
  return eitherOf(dayFirst, monthFirst);
}

function eitherOf(dayFirst: DateReading, monthFirst: DateReading): DateReading {
  if (JSON.stringify(dayFirst) === JSON.stringify(monthFirst)) return dayFirst;
  if (dayFirst.kind === 'date' && monthFirst.kind === 'date')
    return { kind: 'ambiguous', values: [dayFirst.value, monthFirst.value] };
  const past = [dayFirst, monthFirst].filter(({ kind }) => kind === 'date' || kind === 'range');
  return past.length === 1 && past[0] !== undefined ? past[0] : dayFirst.kind === 'future' ? dayFirst : NONE;
}

// "the twenty-first of May, two thousand and five", "Oct2", "1/5-3/5", "until now" in the form the rules know.
function inDigits(plain: string): string {
  return cardinalsInDigits(ordinalsInDigits(yearsInDigits(plain)))
    .replace(MONTH_BEFORE_DAY, '$1 ')
    .replace(MONTH_THE_DAY, '$1 ')
    .replace(DAY_AFTER_DAY, '$1; ')
    .replace(OF_YEAR, '$1 ')
    .replace(FROM_DAY_TO_DAY, '$1 to $2 ')
    .replace(/(st|nd|rd|th) day of\b/g, '$1 of')
    .replace(GLUED_RANGE, '$1 - ')
    .replace(
      /(?<!up )\b(to|till|until|and) (?:now|date|the present|present|the current date|current date)(?=$|[.,!?])/g,
      '$1 today',
    )
    .replace(/ ,/g, ',');
}

const MONTH_BEFORE_DAY = new RegExp(`(?<![\\w/-])(${MONTH.replace('\\b', '')})\\.?[-/]?(?=\\d{1,2}(?!\\d))`, 'g');
const MONTH_THE_DAY = new RegExp(`\\b(${MONTH}),? the (?=\\d)`, 'g');
const OF_YEAR = new RegExp(
  `(\\d(?:st|nd|rd|th)? (?:of )?${MONTH}|\\b${MONTH} \\d{1,2}(?:st|nd|rd|th)?),? (?:(?:of|in) '?|')(?=(?:\\d{4}|\\d{2})(?!\\w))`,
  'g',
);
// Else the library takes the 4 in "3 May, 4 May" for a year,
const DAY_AFTER_DAY = new RegExp(
  `(?<=\\d(?:st|nd|rd|th)? (?:of )?)(${MONTH}),? (?=\\d{1,2}(?:st|nd|rd|th)? (?:of )?${MONTH})`,
  'g',
);
// and "from 3 to 5 May" for hours.
const FROM_DAY_TO_DAY = new RegExp(
  `\\b(?:from|between) (?:the )?(\\d{1,2})(?:st|nd|rd|th)? ?(?:to|till|until|through|and|-) ?(?:the )?(\\d{1,2})(?:st|nd|rd|th)? (?:of )?(?=${MONTH})`,
  'g',
);
const GLUED_RANGE =
  /(?<![\w/.-])(\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?|\d{1,2}-\d{1,2}-\d{4})-(?=\d{1,2}[/.]\d|\d{1,2}-\d{1,2}-\d{4})/g;

function readInOrder(plain: string, context: DateContext): DateReading {
  const own = applyRules(plain, OWN_RULES, context);
  // Periods go first: the library would take "March to today" whole and then not know the day in March.
  const periods = applyRules(own.left, PERIOD_RULES, context);
  const written = writtenDates(periods.left, context);
  const spans = withoutEchoes([...own.spans, ...periods.spans, ...written]).map((span) => widened(span, plain));
  return readingOf(
    joined(spans, plain).filter((span) => isMeant(span, plain)),
    context.today,
  );
}

// "Tuesday, 12 May": the date says it all. "Last week, on Tuesday": both are needed.
function withoutEchoes(spans: readonly (Span | WrittenSpan)[]): Span[] {
  const [weekdays, full] = [spans.filter(isWeekdayOnly), spans.filter((span) => !isWeekdayOnly(span))];
  const [week, weekday] = [full[0], weekdays[0]];
  if (week === undefined) return weekdays;
  if (weekday === undefined || full.length > 1 || week.from.until(week.to).days !== 6)
    return full.sort((a, b) => a.start - b.start);
  const day = lastWeekday(weekday.from.dayOfWeek, week.to);
  return [{ ...week, from: day, to: day }];
}

function isWeekdayOnly(span: Span | WrittenSpan): boolean {
  return 'weekdayOnly' in span && span.weekdayOnly;
}

// "the week of 10 April", "3 days before 10 April", "9 April to the 17th"
function widened(span: Span, plain: string): Span {
  const before = plain.slice(Math.max(0, span.start - 60), span.start);
  if (/\bweek of (?:the )?$/.test(before)) return { ...span, ...weekDays(span.from) };
  const counted = countedFrom(span, before);
  if (counted !== undefined) return { ...span, ...counted };
  const until = UNTIL_DAY.exec(plain.slice(span.end));
  if (until === null || !span.from.equals(span.to)) return span;
  const month = Number(until[1]) > span.from.day ? span.from : span.from.with({ day: 1 }).add({ months: 1 });
  const to = dateOf(month.year, month.month, Number(until[1]));
  return to === undefined ? span : { ...span, to, end: span.end + until[0].length };
}

const UNTIL_DAY =
  /^ ?(?:to|till|until|through|thru|-) ?(?:the )?(\d{1,2})(?:st|nd|rd|th)(?=$|[ ,.!?])(?! (?:of|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))/;

// "from March to May", "between 3 May and today", "2 May - 5 May".
function joined(spans: readonly Span[], plain: string): Span[] {
  const [first, second, ...more] = spans;
  if (first === undefined || second === undefined || more.length > 0) return [...spans];
  const between = plain.slice(first.end, second.start);
  const joins =
    /^[ ,]*(?:to|-|until|till|through|thru)?[ ,]*(?:the )?$/.test(between) &&
    /to|-|ti|th/.test(between + plain.slice(second.start, second.start + 8));
  const pairs = /\bbetween\b/.test(plain.slice(0, first.start + 8)) && /^ ?(?:and)? ?$/.test(between);
  if (!joins && !pairs) return [...spans];
  const from = first.yearless ? lastUpTo(first.from, second.to) : first.from;
  return isUpTo(from, second.to) ? [{ start: first.start, end: second.end, from, to: second.to }] : [...spans];
}

// "Not in May", "before Christmas", "some days after 3 May": the day named is not the day meant.
function isMeant(span: Span, plain: string): boolean {
  const before = plain.slice(Math.max(0, span.start - 60), span.start);
  return countedFrom(span, before) !== undefined || !OTHER_THAN.test(before);
}

const OTHER_THAN = /(?:\b(?:not|never|before|after|prior to|until|till|by)|n't)(?: (?:in|on|the|that))* ?$/;

function lastUpTo(date: Temporal.PlainDate, end: Temporal.PlainDate): Temporal.PlainDate {
  const sameYear = date.with({ year: end.year });
  return isUpTo(date, end) ? date : isUpTo(sameYear, end) ? sameYear : sameYear.subtract({ years: 1 });
}

function readingOf(spans: readonly Span[], today: Temporal.PlainDate): DateReading {
  const different = spans.filter(
    (span, at) => spans.findIndex((other) => other.from.equals(span.from) && other.to.equals(span.to)) === at,
  );
  const [first, second, ...more] = different;
  if (first === undefined || more.length > 0) return NONE;
  if (second === undefined) return oneReading(first, today);
  return twoReadings(first, second, today);
}

function oneReading({ from, to }: Span, today: Temporal.PlainDate): DateReading {
  if (!isUpTo(from, today)) return { kind: 'future', value: from.toString() };
  if (from.equals(to)) return { kind: 'date', value: from.toString() };
  return { kind: 'range', from: from.toString(), to: (isUpTo(to, today) ? to : today).toString() };
}

// "Last week, on 3 May" narrows down; two different days leave open which is meant.
function twoReadings(first: Span, second: Span, today: Temporal.PlainDate): DateReading {
  if (isWithin(second, first)) return oneReading(second, today);
  if (isWithin(first, second)) return oneReading(first, today);
  const readings = [oneReading(first, today), oneReading(second, today)];
  const [a, b] = readings;
  return a?.kind === 'date' && b?.kind === 'date' ? { kind: 'ambiguous', values: [a.value, b.value] } : NONE;
}

function isWithin(inner: Span, outer: Span): boolean {
  return isUpTo(outer.from, inner.from) && isUpTo(inner.to, outer.to);
}
