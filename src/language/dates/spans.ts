import type { Temporal } from 'temporal-polyfill';
import { monthOrDay } from './en/month-or-day.ts';
import { dateOf, isUpTo, lastWeekday, weekDays } from './en/names.ts';
import { AGO_RULES, lastWeekend } from './en/rules/ago.ts';
import { ANNIVERSARY_RULES } from './en/rules/anniversaries.ts';
import { COUNTED_RULES } from './en/rules/counted.ts';
import { aroundDay, HEDGE_AFTER, HEDGE_BEFORE, hedgeOf } from './en/rules/hedges.ts';
import { HOLIDAY_RULES } from './en/rules/holidays.ts';
import { NUMERIC_RULES } from './en/rules/numeric.ts';
import { PERIOD_RULES } from './en/rules/periods.ts';
import { QUARTER_RULES } from './en/rules/quarters.ts';
import { countedFrom, RELATIVE_RULES } from './en/rules/relative.ts';
import { applyRules, type DateContext, type DateRule, type Span } from './rule.ts';
import { type WrittenSpan, writtenDates } from './written.ts';

const OWN_RULES = [
  ...QUARTER_RULES,
  ...NUMERIC_RULES,
  ...ANNIVERSARY_RULES,
  ...HOLIDAY_RULES,
  ...COUNTED_RULES,
  ...AGO_RULES,
  ...RELATIVE_RULES,
];

/** All forms of dates that are not left to the library. */
export const DATE_RULES: readonly DateRule[] = [...OWN_RULES, ...PERIOD_RULES];

/**
 * The position in which a weekday belongs to a date: beside it, or anywhere in a short answer when the date falls on
 * it.
 */
export type Company = 'beside' | 'anywhere';

/** The days that a text names and means, in its order. */
export function dateSpans(plain: string, context: DateContext, company: Company): Span[] {
  const own = applyRules(plain, OWN_RULES, context);
  // Periods go first: the library would take "March to today" whole and then not know the day in March.
  const periods = applyRules(own.left, PERIOD_RULES, context);
  const written = writtenDates(periods.left, context);
  const found = [...own.spans, ...periods.spans, ...written].sort((a, b) => a.start - b.start);
  const spans = withoutEchoes(found, plain, company).map((span) => widened(span, plain, context.today));
  return joined(spans, plain)
    .map((span) => monthOrDay(span, plain, context))
    .filter((span) => isMeant(span, plain));
}

// "Tuesday, 12 May": the date says it all. "Last week, on Tuesday": both are needed.
function withoutEchoes(spans: readonly (Span | WrittenSpan)[], plain: string, company: Company): Span[] {
  const full: Span[] = spans.filter((span) => !isWeekdayOnly(span));
  const alone = spans.filter(isWeekdayOnly).filter((weekday) => {
    const at = full.findIndex(
      (other) => isBeside(weekday, other, plain) || (company === 'anywhere' && isOnWeekday(other, weekday)),
    );
    const other = full[at];
    if (other === undefined) return true;
    full[at] = withWeekday(other, weekday);
    return false;
  });
  return [...full, ...alone].sort((a, b) => a.start - b.start);
}

function isBeside(a: Span, b: Span, plain: string): boolean {
  return /^(?:[ ,(-]|\b(?:the|on|of|before|after|which was)\b)*$/.test(
    plain.slice(Math.min(a.end, b.end), Math.max(a.start, b.start)),
  );
}

function isOnWeekday({ from, to }: Span, weekday: Span): boolean {
  const days = from.until(to).days;
  return days === 6 || (days === 0 && from.dayOfWeek === weekday.from.dayOfWeek);
}

function withWeekday(span: Span, weekday: Span): Span {
  if (span.from.until(span.to).days === 6) return dayInWeek(span, weekday);
  return span.from.dayOfWeek === weekday.from.dayOfWeek ? span : { ...span, wrongWeekday: true };
}

function dayInWeek(week: Span, weekday: Span): Span {
  const day = lastWeekday(weekday.from.dayOfWeek, week.to);
  return {
    start: Math.min(week.start, weekday.start),
    end: Math.max(week.end, weekday.end),
    from: day,
    to: day,
  };
}

function isWeekdayOnly(span: Span | WrittenSpan): boolean {
  return 'weekdayOnly' in span && span.weekdayOnly;
}

// "the week of 10 April", "3 days before 10 April", "9 April to the 17th"
function widened(span: Span, plain: string, today: Temporal.PlainDate): Span {
  const before = plain.slice(Math.max(0, span.start - 60), span.start);
  if (/\bweek of (?:the )?$/.test(before)) return { ...span, ...weekDays(span.from) };
  if (/\bweekend of (?:the )?$/.test(before)) return { ...span, ...lastWeekend(span.from.add({ days: 1 })) };
  if (/\b(?:week (?:beginning|commencing|starting)|w\/c|wc)(?: on)?(?: the)? ?$/.test(before))
    return { ...span, to: span.from.add({ days: 6 }) };
  const counted = countedFrom(span, before);
  if (counted !== undefined) return { ...span, ...counted };
  const until = UNTIL_DAY.exec(plain.slice(span.end, span.end + 40));
  if (!span.from.equals(span.to)) return widerPart(span, before, plain);
  if (until === null) return hedgedDay(span, before, plain, today);
  const month = Number(until[1]) > span.from.day ? span.from : span.from.with({ day: 1 }).add({ months: 1 });
  const to = dateOf(month.year, month.month, Number(until[1]));
  return to === undefined ? span : { ...span, to, end: span.end + until[0].length };
}

/** "Around 3 May" covers some days on both sides, "maybe 3 May" is that day or it is none. */
function hedgedDay(span: Span, before: string, plain: string, today: Temporal.PlainDate): Span {
  const lead = HEDGE_LEAD.exec(before);
  const tail = HEDGE_TAIL.exec(plain.slice(span.end, span.end + 30));
  const hedge = hedgeOf(lead?.[1], tail?.[1]);
  if (hedge === 'perhaps') return { ...span, isPerhaps: true };
  if (hedge !== 'about') return span;
  const end = tail === null ? span.end : span.end + tail[0].length;
  const start = lead === null ? span.start : span.start - lead[0].length;
  return { ...span, ...aroundDay(span.from, today), start, end };
}

/** "Around the start of May" may be some days off. */
function widerPart(span: Span, before: string, plain: string): Span {
  const lead = HEDGE_LEAD.exec(before);
  const isPart = /^(?:the )?(?:start|beginning|end|turn) of\b/.test(plain.slice(span.start, span.end));
  if (lead === null || hedgeOf(lead[1], undefined) !== 'about' || !isPart) return span;
  return {
    ...span,
    from: span.from.subtract({ days: 3 }),
    to: span.to.add({ days: 3 }),
    start: span.start - lead[0].length,
  };
}

const HEDGE_LEAD = new RegExp(`(${HEDGE_BEFORE})(?: (?:on|the))* ?$`);
const HEDGE_TAIL = new RegExp(`^,? ?(${HEDGE_AFTER})(?! ?(?:the|it|how|what|this|that)\\b)`);

const UNTIL_DAY =
  /^ ?(?:to|till|until|through|thru|-) ?(?:the )?(\d{1,2})(?:st|nd|rd|th)(?=$|[ ,.!?])(?! (?:of|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))/;

// "from March to May", "between 3 May and today", "2 May - 5 May".
function joined(spans: readonly Span[], plain: string): Span[] {
  const result: Span[] = [];
  for (const span of spans) {
    const last = result.at(-1);
    const pair = last && joinedPair(last, span, plain);
    if (pair) result[result.length - 1] = pair;
    else result.push(span);
  }
  return result;
}

function joinedPair(first: Span, second: Span, plain: string): Span | undefined {
  const between = plain.slice(first.end, second.start);
  const joins =
    /^[ ,]*(?:to|-|until|till|through|thru)?[ ,]*(?:the )?$/.test(between) &&
    /\b(?:to|until|till|through|thru)\b|-/.test(between + plain.slice(second.start, second.start + 8));
  const pairs =
    /\bbetween\b/.test(plain.slice(Math.max(0, first.start - 20), first.start + 8)) && /^ ?(?:and)? ?$/.test(between);
  const eitherOf = isEither(first, second, between);
  if (!joins && !pairs && !eitherOf) return undefined;
  const from = first.yearless ? lastUpTo(first.from, second.to) : first.from;
  return isUpTo(from, second.to) ? { start: first.start, end: second.end, from, to: second.to } : undefined;
}

// "May or June", "may/june": the days of both, when they follow each other.
function isEither(first: Span, second: Span, between: string): boolean {
  const gap = first.to.until(second.from).days;
  return /^ ?(?:\/|or(?: maybe| perhaps| possibly)?) ?$/.test(between) && gap >= 0 && gap <= 1;
}

// "Not in May", "before Christmas", "some days after 3 May": the day named is not the day meant.
function isMeant(span: Span, plain: string): boolean {
  const before = plain.slice(Math.max(0, span.start - 60), span.start);
  const isVerb =
    / may$/.test(plain.slice(span.start, span.end)) && VERB_AFTER_MAY.test(plain.slice(span.end, span.end + 10));
  const isToday =
    /^today\b/.test(plain.slice(span.start, span.end)) && /^(?:'s| is| being)\b/.test(plain.slice(span.end));
  return (
    !isVerb &&
    !isToday &&
    (countedFrom(span, before) !== undefined || FINE_UNTIL.test(before) || !OTHER_THAN.test(before))
  );
}

// "The older 1 may be faulty"
const VERB_AFTER_MAY = /^ (?:be|have|not|need|also|well|still|even)\b/;
/** "It was fine until the 18th": then it was not. */
const FINE_UNTIL =
  /\b(?:fine|worked|working|ok|okay|good|well|great|perfect|perfectly|alright) (?:up )?(?:until|till) (?:the )?$/;
const OTHER_THAN =
  /(?:\b(?:not|never|before|after|prior to|until|till|by|today is|today's|today being)|n't)(?: (?:in|on|the|that))* ?$/;

function lastUpTo(date: Temporal.PlainDate, end: Temporal.PlainDate): Temporal.PlainDate {
  const sameYear = date.with({ year: end.year });
  return isUpTo(date, end) ? date : isUpTo(sameYear, end) ? sameYear : sameYear.subtract({ years: 1 });
}
