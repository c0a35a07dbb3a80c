import { Temporal } from 'temporal-polyfill';
import { isUpTo, lastYearOf, MONTH, monthDays, monthNumber, partOf, yearDays } from './calendar.ts';
import type { DateContext, DateRule, Days } from './date-rules.ts';

const PART =
  '(?:(?:the )?(?:(early|beginning of|start of|the first half of)|(mid|middle of|the middle of)|(late|end of))[ -](?:in )?)';
const LAST_OR_THIS = '(?:(last|this|past|previous) )';
const SEASONS: Record<string, number> = { spring: 3, summer: 6, autumn: 9, fall: 9, winter: 12 };

/** Months, seasons and years as ranges: "in May", "mid-March", "last summer", "in 2024". */
export const PERIOD_RULES: DateRule[] = [
  {
    pattern: new RegExp(
      `(?<!\\d(?:st|nd|rd|th)?(?:[ /.-]| of )?)(?:${PART})?(?:\\b(in|during|since|from|to|until|till|through|between|around|about|by|and|of|was|back in|sometime in|the|-) (?:the )?)?${LAST_OR_THIS}?\\b(${MONTH})\\.?(?:,? (?:of |in )?(?:(\\d{4})|'(\\d{2})|(?:of )(\\d{2})|(last|this) year))?(?![ /.-]?\\d|'|[a-z])`,
      'g',
    ),
    read: readMonth,
  },
  {
    pattern: new RegExp(
      `${PART}?(?:(last|this|past|previous|in|in the|during the|over the|since) )?\\b(spring|summer|autumn|fall|winter)(?:(?: of|,)? (\\d{4})| (last|this) year)?\\b`,
      'g',
    ),
    read: ([, early, mid, late, lead, season = '', year, which], { today }) => {
      const part = partNamed(early, mid, late);
      if ((lead ?? year ?? which ?? part) === undefined) return undefined;
      // "It was damaged in the fall"
      if (lead === 'in the' && season === 'fall' && year === undefined) return undefined;
      return inPart(seasonDays(season, year, which ?? lead, today), part);
    },
  },
  {
    pattern: new RegExp(
      `${PART}(?:the )?(?:year )?(\\d{4})(?![\\w-])|\\b(?:in|during|back in|sometime in|since|from|until|year) (\\d{4})(?![\\w-]|\\.\\d)`,
      'g',
    ),
    read: ([, early, mid, late, withPart, alone], { today }) => {
      const year = Number(withPart ?? alone);
      if (year < 1950 || year > today.year + 20) return undefined;
      return inPart(yearDays(year), partNamed(early, mid, late));
    },
  },
];

type Part = 'early' | 'mid' | 'late';

function partNamed(early: string | undefined, mid: string | undefined, late: string | undefined): Part | undefined {
  if (early !== undefined) return 'early';
  if (mid !== undefined) return 'mid';
  return late === undefined ? undefined : 'late';
}

function inPart(days: Days, part: Part | undefined): Days {
  return part === undefined ? days : partOf(days, part);
}

const SPOKEN_MAY_OR_MARCH = /^(?:may|mar|march|jan|dec|sept?|oct|nov)$/;

function readMonth(match: RegExpMatchArray, { today }: DateContext): Days | undefined {
  const [text, early, mid, late, lead, which, name = '', year, shortYear, ofYear, yearWord] = match;
  const number = monthNumber(name);
  const part = partNamed(early, mid, late);
  const told = year ?? shortYear ?? ofYear;
  const isWhole = text.trim() === (match.input ?? '').replace(/[.!?]+$/, '').trim();
  // "may I", "march on", "mar": the word alone is a month only when nothing else is said.
  const needsContext =
    SPOKEN_MAY_OR_MARCH.test(name) &&
    told === undefined &&
    yearWord === undefined &&
    (which === undefined || which === 'this') &&
    part === undefined;
  if (needsContext && !isWhole && !isLeadOfMonth(lead, match.input ?? '')) return undefined;
  const at = Temporal.PlainYearMonth.from({
    year: yearOf(number, told, which ?? yearWord, yearWord !== undefined, today),
    month: number,
  });
  return { ...inPart(monthDays(at), part), yearless: told === undefined && yearWord === undefined };
}

function isLeadOfMonth(lead: string | undefined, text: string): boolean {
  if (lead === 'and' || lead === '-') return /\b(?:between|from)\b/.test(text);
  return (lead !== undefined && !/^(?:the|of|was|by|to)$/.test(lead)) || (lead === 'to' && /\bfrom\b/.test(text));
}

function yearOf(
  month: number,
  told: string | undefined,
  which: string | undefined,
  ofYear: boolean,
  today: Temporal.PlainDate,
): number {
  if (told !== undefined)
    return told.length === 4 ? Number(told) : Number(told) + (Number(told) > (today.year % 100) + 10 ? 1900 : 2000);
  if (ofYear) return which === 'last' ? today.year - 1 : today.year;
  const year = lastYearOf(month, today);
  // "Last May", said in May, is the one a year ago.
  return which === 'last' && month === today.month ? year - 1 : year;
}

// Meteorological seasons of the northern hemisphere; winter is named after the year it begins in.
function seasonDays(
  season: string,
  year: string | undefined,
  which: string | undefined,
  today: Temporal.PlainDate,
): Days {
  const month = SEASONS[season] ?? 3;
  const starting = (inYear: number): Days => {
    const from = Temporal.PlainDate.from({ year: inYear, month, day: 1 });
    return { from, to: from.add({ months: 3 }).subtract({ days: 1 }) };
  };
  if (year !== undefined) return starting(Number(year));
  const begun = starting(lastYearOf(month, today));
  const isOver = !isUpTo(today, begun.to);
  return which === 'last' && !isOver ? starting(begun.from.year - 1) : begun;
}
