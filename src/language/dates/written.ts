import type { ParsedComponents, ParsedResult } from 'chrono-node';
import { Chrono, en } from 'chrono-node';
import type { Temporal } from 'temporal-polyfill';
import { dateOf, isUpTo, lastDayOfYear, lastWeekday } from './en/names.ts';
import { type DateContext, MAX_SPANS, type Span } from './rule.ts';

/** A span whose only word is a weekday gives way to a full date beside it. */
export interface WrittenSpan extends Span {
  weekdayOnly: boolean;
}

/**
 * The dates that chrono finds in plain text ("12 May", "Feb 3rd to 5th 2025", "yesterday"), each in its past reading.
 */
export function writtenDates(text: string, { today }: DateContext): WrittenSpan[] {
  // Noon in UTC, so that no time zone of the machine moves the day.
  const instant = new Date(Date.UTC(today.year, today.month - 1, today.day, 12));
  return en.casual
    .parse(text, { instant, timezone: 0 })
    .filter((result) => isWrittenAsDate(result, text))
    .slice(0, MAX_SPANS)
    .map((result) => spanOf(result, today))
    .filter((span) => span !== undefined);
}

/** The kinds of dates that chrono knows, each to be looked for by itself. */
export function writtenDateKinds(): ((text: string) => unknown)[] {
  return en.casual.parsers.map((parser) => {
    const alone = new Chrono({ parsers: [parser], refiners: [] });
    return (text) => alone.parse(text);
  });
}

function spanOf(result: ParsedResult, today: Temporal.PlainDate): WrittenSpan | undefined {
  const from = pastReading(result.start, result.text, today);
  const to = result.end ? pastReading(result.end, result.text, today) : from;
  if (from === undefined || to === undefined) return undefined;
  // "Aug 10 - Nov 12, 2011": the year said once holds for both.
  const first =
    result.end?.isCertain('year') && !result.start.isCertain('year')
      ? from.with({ year: result.start.get('year') ?? from.year })
      : from;
  // "Yesterday - Monday"
  if (!isUpTo(first, to)) return undefined;
  return {
    start: result.index,
    end: result.index + result.text.length,
    from: first,
    to,
    yearless: !result.start.isCertain('year'),
    weekdayOnly: isWeekdayOnly(result.start),
  };
}

function pastReading(
  written: ParsedComponents,
  text: string,
  today: Temporal.PlainDate,
): Temporal.PlainDate | undefined {
  if (isWeekdayOnly(written)) return pastWeekday(written.get('weekday') ?? 0, text, today);
  const [year, month, day] = [written.get('year'), written.get('month'), written.get('day')];
  if (!written.isCertain('day') || !written.isCertain('month') || year === null || month === null || day === null)
    return undefined;
  return written.isCertain('year') ? dateOf(year, month, day) : lastDayOfYear(month, day, today);
}

function isWeekdayOnly(written: ParsedComponents): boolean {
  return written.isCertain('weekday') && !written.isCertain('day');
}

function pastWeekday(weekday: number, text: string, today: Temporal.PlainDate): Temporal.PlainDate {
  const isoWeekday = weekday === 0 ? 7 : weekday;
  if (/^next\b/.test(text)) return lastWeekday(isoWeekday, today).add({ weeks: 1 });
  return lastWeekday(isoWeekday, /^(?:last|past|previous)\b/.test(text) ? today.subtract({ days: 1 }) : today);
}

// "It lasts" is no "last s" for last second.
const LETTER_UNIT = /^(?:last|past|next|this) ?[smhdwy]$/;
// "Within one hour" and "8 hours later" count from an unknown time.
const OF_HOURS = /\d (?:hours?|hrs?|minutes?|mins?|seconds?|secs?)\b|\b(?:an?|few|some) (?:hour|min|sec)/;
const ABBREVIATED = /^(?:sun|sat|mon|tue|wed|thu|fri)$/;

// "I sat on it", "out in the sun", "it works now": words that are dates only in the right company.
function isWrittenAsDate({ text, index, end }: ParsedResult, whole: string): boolean {
  const written = text.toLowerCase();
  if (written === 'to now') return false;
  if (written === 'now') return end !== undefined && end !== null;
  if (LETTER_UNIT.test(written) || (OF_HOURS.test(written) && !/(?:ago|back|earlier)$/.test(written))) return false;
  if (!ABBREVIATED.test(written)) return true;
  return (
    written === whole.replace(/[.!?]+$/, '') ||
    /(?:\b(?:on|last|this|since|past|previous|or)|[,#]) ?$/.test(whole.slice(0, index))
  );
}
