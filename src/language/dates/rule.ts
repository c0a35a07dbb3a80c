import type { Temporal } from 'temporal-polyfill';

/** Everything beside the words that reading a date depends on. */
export interface DateContext {
  today: Temporal.PlainDate;
  /** The order in which "5/12" is read; the caller tries both. */
  order: 'day-first' | 'month-first';
}

/** The first and the last day that some words may mean. */
export interface Days {
  from: Temporal.PlainDate;
  to: Temporal.PlainDate;
  /** The year was not said but assumed. */
  yearless?: boolean | undefined;
  /** The weekday said beside a date is not the one it falls on. */
  wrongWeekday?: boolean | undefined;
  /** "About", "a month ago": near that day rather than on it. */
  approximate?: boolean | undefined;
  /** The day named, where days around it are meant as well: "about 3 May". */
  nearest?: Temporal.PlainDate | undefined;
  /** "Perhaps", "probably": said with a doubt. */
  isPerhaps?: boolean | undefined;
}

/** Days and the place in the text where they were said. */
export interface Span extends Days {
  start: number;
  end: number;
}

/**
 * One form of dates: where it is matched, the days it means; undefined leaves the words to later rules, 'nothing' hides
 * them.
 */
export interface DateRule {
  pattern: RegExp;
  read(match: RegExpMatchArray, context: DateContext): Days | 'nothing' | undefined;
}

/** The character that hides words already read: neither a word nor a number, so that nothing joins across it. */
const READ = '#';

/**
 * The most spans that are looked for: three different days are unreadable already, and hostile messages hold hundreds.
 */
export const MAX_SPANS = 8;

/** Applies the rules in order, each to what the earlier ones left; gives the spans found and the text left over. */
export function applyRules(
  text: string,
  rules: readonly DateRule[],
  context: DateContext,
): { spans: Span[]; left: string } {
  const spans: Span[] = [];
  let left = text;
  for (const { pattern, read } of rules) {
    for (const match of left.matchAll(pattern)) {
      const days = read(match, context);
      if (days === undefined) continue;
      if (spans.length > MAX_SPANS) return { spans, left };
      const end = match.index + match[0].length;
      if (days !== 'nothing') spans.push({ ...days, start: end - match[0].trimStart().length, end });
      left = hide(left, match.index, end);
    }
  }
  return { spans, left };
}

function hide(text: string, start: number, end: number): string {
  return text.slice(0, start) + READ.repeat(end - start) + text.slice(end);
}

/** One day as days. */
export function oneDay(day: Temporal.PlainDate, yearless = false): Days {
  return { from: day, to: day, yearless };
}
