import { Temporal } from 'temporal-polyfill';
import type { DateRule, Days } from '../../rule.ts';
import { isUpTo } from '../names.ts';

const YEAR = "(?:[ ,-]*(?:of |in )?(?:the year )?(?:(\\d{4})|'(\\d{2})))?(?![\\w-])";

/**
 * Quarters of a year: "Q3 2025", "2025 Q3", "the third quarter of 2025", "in Q1"; without a year the last one begun.
 */
export const QUARTER_RULES: DateRule[] = [
  {
    pattern: /\b(\d{4})[ -]?q([1-4])\b/g,
    read: ([, year, quarter]) => quarterDays(Number(year), Number(quarter)),
  },
  {
    pattern: new RegExp(`\\bq([1-4])${YEAR}`, 'g'),
    read: ([, quarter, year, short], { today }) => quarterOf(Number(quarter), year ?? short, today),
  },
  {
    pattern: new RegExp(`\\b(?:the )?(?:([1-4])(?:st|nd|rd|th)|(last)) quarter(?: of)?${YEAR}`, 'g'),
    read: ([, quarter, , year, short], { today }) => {
      // "Last quarter" is the one before this one; only "the last quarter of 2025" is the fourth.
      if (quarter === undefined && (year ?? short) === undefined) return undefined;
      return quarterOf(quarter === undefined ? 4 : Number(quarter), year ?? short, today);
    },
  },
];

/** The days of a quarter; quarter 0 is the last of the year before, 5 the first of the next. */
export function quarterDays(year: number, quarter: number): Days {
  const from = Temporal.PlainDate.from({ year, month: 1, day: 1 }).add({ months: (quarter - 1) * 3 });
  return { from, to: from.add({ months: 3 }).subtract({ days: 1 }) };
}

function quarterOf(quarter: number, year: string | undefined, today: Temporal.PlainDate): Days {
  if (year !== undefined) return quarterDays(year.length === 4 ? Number(year) : 2000 + Number(year), quarter);
  const days = quarterDays(today.year, quarter);
  return isUpTo(days.from, today) ? days : quarterDays(today.year - 1, quarter);
}
