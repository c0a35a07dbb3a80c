import { Temporal } from 'temporal-polyfill';
import type { DateReading } from '../dates.ts';
import { dateOf, isUpTo } from '../en/names.ts';
import type { DayEvent } from './events.ts';

/** The events of a purchase in the order in which they happen; the others happen at any time. */
const COURSE: readonly DayEvent[] = [
  'ordered',
  'paid',
  'shipped',
  'received',
  'acquired',
  'opened',
  'installed',
  'broke',
  'noticed',
  'returned',
  'repaired',
];

const BARE_DAY = /^(?:on )?(?:the )?(\d{1,2})(?:st|nd|rd|th)$/;

/**
 * The day that "the 5th" is, said after another day: "ordered on 3 May, it came on the 5th" is 5 May; undefined where
 * the words name more than a day of a month, or that day is still to come.
 */
export function dayOfMonthBeside(
  words: string,
  events: readonly DayEvent[],
  other: { reading: DateReading; events: readonly DayEvent[] } | undefined,
  today: Temporal.PlainDate,
): Extract<DateReading, { kind: 'date' }> | undefined {
  const day = Number(BARE_DAY.exec(words)?.[1] ?? 0);
  if (day === 0 || other?.reading.kind !== 'date') return undefined;
  const known = Temporal.PlainDate.from(other.reading.value);
  const isEarlier = events.length > 0 && placeOf(events) < placeOf(other.events);
  const step = isEarlier ? -1 : 1;
  for (let months = 0; months < 3; months += 1) {
    const month = known.with({ day: 1 }).add({ months: months * step });
    const date = dateOf(month.year, month.month, day);
    if (date === undefined || !(isEarlier ? isUpTo(date, known) : isUpTo(known, date))) continue;
    return isUpTo(date, today) ? { kind: 'date', value: date.toString() } : undefined;
  }
  return undefined;
}

function placeOf(events: readonly DayEvent[]): number {
  return Math.max(...events.map((event) => COURSE.indexOf(event)), 0);
}
