import { Temporal } from 'temporal-polyfill';
import { isUpTo } from './en/names.ts';
import { isOfOtherLanguage } from './en/other-languages.ts';
import { inDateWording } from './en/wording.ts';
import type { DateContext, Days, Span } from './rule.ts';
import { dateSpans } from './spans.ts';
import { plainDateText } from './text.ts';

/**
 * The past day that a message states; `range` ends are both included, dates are ISO; an approximate day is one nearby,
 * a day said with "perhaps" one to ask about; `nearest` is the day that was named where those around it are meant too.
 */
export type DateReading =
  | { kind: 'date'; value: string; approximate?: true; isPerhaps?: true }
  | { kind: 'ambiguous'; values: [string, string] }
  | { kind: 'range'; from: string; to: string; nearest?: string }
  | { kind: 'future'; value: string; to?: string }
  | { kind: 'none' };

const NONE: DateReading = { kind: 'none' };
const MAX_ANSWER_LENGTH = 300;

/** The past date a message names, seen from `today` (ISO); with `order` "5/12" has that one reading, without it two. */
export function readDate(text: string, options: { today: string; order?: DateContext['order'] }): DateReading {
  const today = Temporal.PlainDate.from(options.today);
  const plain = inDateWording(plainDateText(text, 0, MAX_ANSWER_LENGTH), today).text;
  if (isOfOtherLanguage(plain)) return NONE;
  const spans = (order: DateContext['order']): Span[] => dateSpans(plain, { today, order }, 'anywhere');
  if (options.order !== undefined) return readingOf(spans(options.order), today);
  const dayFirst = spans('day-first');
  return hasTwoOrders(plain) ? readingOfEither(dayFirst, spans('month-first'), today) : readingOf(dayFirst, today);
}

/** True if figures in plain text may be a day and a month in either order. */
export function hasTwoOrders(plain: string): boolean {
  return /\d[/.-]\d|^\d\d? \d\d? \d/.test(plain);
}

/**
 * Reads figures whose order is not known: what the weekday beside them or the past leaves possible, or both to ask
 * about.
 */
export function readingOfEither(
  dayFirst: readonly Span[],
  monthFirst: readonly Span[],
  today: Temporal.PlainDate,
): DateReading {
  const [first, second] = [readingOf(dayFirst, today), readingOf(monthFirst, today)];
  if (JSON.stringify(first) === JSON.stringify(second)) return first;
  if (dayFirst.some(isWrong) !== monthFirst.some(isWrong)) return dayFirst.some(isWrong) ? second : first;
  if (first.kind === 'date' && second.kind === 'date')
    return { kind: 'ambiguous', values: [first.value, second.value] };
  const past = [first, second].filter(({ kind }) => kind === 'date' || kind === 'range');
  return past.length === 1 && past[0] !== undefined ? past[0] : first.kind === 'future' ? first : NONE;
}

function isWrong({ wrongWeekday }: Span): boolean {
  return wrongWeekday === true;
}

function readingOf(spans: readonly Span[], today: Temporal.PlainDate): DateReading {
  const different = spans.filter(
    (span, at) => spans.findIndex((other) => other.from.equals(span.from) && other.to.equals(span.to)) === at,
  );
  const [first, second, ...more] = different;
  if (first === undefined || more.length > 0) return NONE;
  if (second === undefined) return readingOfDays(first, today);
  return twoReadings(first, second, today);
}

/** What some days are, seen from today; those to come after a day that has passed are left out. */
export function readingOfDays(
  { from, to, nearest, approximate, isPerhaps }: Days,
  today: Temporal.PlainDate,
): DateReading {
  if (!isUpTo(from, today))
    return { kind: 'future', value: from.toString(), ...(!from.equals(to) && { to: to.toString() }) };
  // "This month", said on the first, is today.
  const last = isUpTo(to, today) ? to : today;
  if (from.equals(last))
    return {
      kind: 'date',
      value: from.toString(),
      ...(approximate === true && { approximate }),
      ...(isPerhaps === true && { isPerhaps }),
    };
  return {
    kind: 'range',
    from: from.toString(),
    to: last.toString(),
    ...(nearest !== undefined && { nearest: nearest.toString() }),
  };
}

// "Last week, on 3 May" narrows down; two different days leave open which is meant.
function twoReadings(first: Span, second: Span, today: Temporal.PlainDate): DateReading {
  if (isWithin(second, first)) return readingOfDays(second, today);
  if (isWithin(first, second)) return readingOfDays(first, today);
  const readings = [readingOfDays(first, today), readingOfDays(second, today)];
  const [a, b] = readings;
  return a?.kind === 'date' && b?.kind === 'date' ? { kind: 'ambiguous', values: [a.value, b.value] } : NONE;
}

function isWithin(inner: Span, outer: Span): boolean {
  return isUpTo(outer.from, inner.from) && isUpTo(inner.to, outer.to);
}
