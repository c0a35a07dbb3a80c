import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { type DateReading, readDate } from '../../src/language/dates/dates.ts';
import { share, timed, times } from './figures.ts';

const expectedDays = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('date'), value: z.string() }),
  z.object({ kind: z.literal('range'), start: z.string(), end_exclusive: z.string() }),
  z.object({ kind: z.literal('none') }),
]);

export const dateRow = z.object({
  text: z.string(),
  /** The day it is said; a month 13 is the January after. */
  reference: z.string().regex(/^\d{4}-\d{2}-\d{2}/),
  expected: expectedDays,
  /** True if customers state a purchase so; every row does where the data does not tell. */
  core: z.boolean().default(true),
  locale: z.string(),
  source: z.string().default(''),
});
type DateRow = z.infer<typeof dateRow>;
type Expected = DateRow['expected'];

/**
 * Figures on the reading of dates, "5/12" in the order of the row's locale. `core`: exactly the days meant, among the
 * forms customers use; a range ends the day before its exclusive end. In the rows of Recognizers-Text "from 3 to 5 May"
 * ends before the 5th begins, in those of the other sources with it; each is scored by its own convention, and
 * `coreLastDayIncluded` by that of the others alone. `coreAsked`: with the order unknown, exact or asked back with the
 * right day among the two. `misread`: a day read that was not meant, in any row. `rejected`: texts without a date read
 * as none.
 */
export function measureDates(rows: readonly DateRow[]) {
  const readings = timed(rows, ({ text, reference, locale }) =>
    readDate(text, { today: dayOf(reference), order: locale === 'en-US' ? 'month-first' : 'day-first' }),
  );
  const core = readings.filter(({ row }) => row.core && row.expected.kind !== 'none');
  const coreOf = (kind: Expected['kind']) => core.filter(({ row }) => row.expected.kind === kind);
  const isRight = ({ row, read }: Scored) => isExactly(read, row.expected);
  const isRightAsNamed = (one: Scored) =>
    isRight(one) || (endsBeforeLast(one.row) && endsOn(one.read, one.row.expected));
  return {
    rows: rows.length,
    coreRows: core.length,
    core: share(core, isRightAsNamed),
    coreDates: share(coreOf('date'), isRight),
    coreRanges: share(coreOf('range'), isRightAsNamed),
    coreLastDayIncluded: share(core, isRight),
    coreAsked: share(core, ({ row }) => isReadOrAsked(row)),
    misread: share(readings, (one) => isPast(one.read) && !isRightAsNamed(one)),
    rejected: share(
      readings.filter(({ row }) => row.expected.kind === 'none'),
      ({ read }) => read.kind === 'none',
    ),
    ...times(readings.map(({ milliseconds }) => milliseconds)),
  };
}

interface Scored {
  row: DateRow;
  read: DateReading;
}

function dayOf(reference: string): string {
  const [year = 0, month = 1, day = 1] = reference.slice(0, 10).split('-').map(Number);
  return Temporal.PlainDate.from({ year, month: 1, day: 1 })
    .add({ months: month - 1 })
    .add({ days: day - 1 })
    .toString();
}

/** The first day and the day after the last of what was read. */
function daysRead(reading: DateReading): { from: string; end: string } | undefined {
  if (reading.kind === 'none' || reading.kind === 'ambiguous') return undefined;
  const [from, to] = reading.kind === 'range' ? [reading.from, reading.to] : [reading.value, reading.value];
  return { from, end: Temporal.PlainDate.from(to).add({ days: 1 }).toString() };
}

function isExactly(reading: DateReading, expected: Expected): boolean {
  const days = daysRead(reading);
  if (expected.kind === 'none') return reading.kind === 'none';
  if (expected.kind === 'range') return days?.from === expected.start && days.end === expected.end_exclusive;
  // "About ten days ago" is read as the days around that one, which the data names.
  if (reading.kind === 'range') return reading.nearest === expected.value;
  return (reading.kind === 'date' || reading.kind === 'future') && reading.value === expected.value;
}

function isPast({ kind }: DateReading): boolean {
  return kind === 'date' || kind === 'range';
}

function endsBeforeLast({ source }: DateRow): boolean {
  return source.startsWith('Recognizers-Text');
}

function endsOn(reading: DateReading, expected: Expected): boolean {
  return (
    reading.kind === 'range' &&
    expected.kind === 'range' &&
    reading.from === expected.start &&
    reading.to === expected.end_exclusive
  );
}

function isReadOrAsked({ text, reference, expected }: DateRow): boolean {
  const reading = readDate(text, { today: dayOf(reference) });
  return (
    isExactly(reading, expected) ||
    (reading.kind === 'ambiguous' && expected.kind === 'date' && reading.values.includes(expected.value))
  );
}
