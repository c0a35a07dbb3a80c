import { Temporal } from 'temporal-polyfill';
import type { DateContext, Span } from '../rule.ts';
import { MONTH, monthNumber } from './names.ts';

/** So many years back two figures may be one: "03/24" in 2026. */
const YEARS_BACK = 6;
/** A day said so soon after it, by the name of its month, is that day: "Nov 20" in November. */
const RECENT_DAYS = 60;

const MONTH_THEN_FIGURES = new RegExp(`^(?:(\\d{1,2})/|(${MONTH})\\.? )(\\d{2})$`);
const OF_MONTH = /\bin ?$/;
const OF_DAY = /(?:\bon(?: the)?|day|\b(?:mon|tue|wed|thu|thurs|fri|sat|sun)\.?),? ?$/;

/**
 * A day without a year whose figures may be a year as well: "in Nov 24" is a month, "03/24" a day to ask about. "On 3/24"
 * stays a day.
 */
export function monthOrDay(span: Span, plain: string, { today }: DateContext): Span {
  if (span.yearless !== true || !span.from.equals(span.to)) return span;
  const [, figures, name = '', short] = MONTH_THEN_FIGURES.exec(plain.slice(span.start, span.end)) ?? [];
  const month = figures === undefined ? monthNumber(name) : Number(figures);
  const year = Math.floor(today.year / 100) * 100 + Number(short);
  if (short === undefined || month < 1 || month > 12 || year > today.year || year < today.year - YEARS_BACK)
    return span;
  const before = plain.slice(0, span.start);
  if (OF_MONTH.test(before)) {
    const days = Temporal.PlainYearMonth.from({ year, month });
    return {
      ...span,
      from: days.toPlainDate({ day: 1 }),
      to: days.toPlainDate({ day: days.daysInMonth }),
      yearless: false,
    };
  }
  const isRecent = figures === undefined && span.from.until(today).days <= RECENT_DAYS;
  return OF_DAY.test(before) || isRecent ? span : { ...span, isPerhaps: true };
}
