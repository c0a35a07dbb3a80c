import { Temporal } from 'temporal-polyfill';
import type { DateContext, DateRule, Days } from '../../rule.ts';
import { type DaysPart, isUpTo, lastYearOf, MONTH, monthDays, monthNumber, partOf, yearDays } from '../names.ts';

const PART =
  '(?:(?:the )?(early|(?:very )?(?:beginning|start) (?:of|in)|mid|middle of|late|(?:very )?end of|1st half of|2nd half of)[ -](?:in )?)';
const LAST_OR_THIS = '(?:(last|this|past|previous) )';
const SEASONS: Record<string, number> = { spring: 3, summer: 6, autumn: 9, fall: 9, winter: 12 };

/** Months, seasons and years as ranges: "in May", "mid-March", "last summer", "in 2024". */
export const PERIOD_RULES: DateRule[] = [
  // "The last third of October"
  {
    pattern: new RegExp(`\\b(?:the |in the )?(1st|first|2nd|second|last|3rd) (?:third|3rd) of (${MONTH})\\b`, 'g'),
    read: ([, which = '', name = ''], { today }) => {
      const month = monthNumber(name);
      const { from, to } = monthDays(Temporal.PlainYearMonth.from({ year: lastYearOf(month, today), month }));
      if (/^(?:1st|first)$/.test(which)) return { from, to: from.add({ days: 9 }) };
      return /^(?:2nd|second)$/.test(which)
        ? { from: from.add({ days: 10 }), to: from.add({ days: 19 }) }
        : { from: from.add({ days: 19 }), to };
    },
  },
  {
    pattern: /\b(?:between|from) (\d{4}) ?(?:and|to|-|until|till|through) ?(\d{4})(?![\w-]|\.\d)/g,
    read: ([, first, last], { today }) => {
      const [from, to] = [Number(first), Number(last)];
      const areYears = from >= 1950 && from < to && to <= today.year + 20;
      return areYears ? { from: yearDays(from).from, to: yearDays(to).to } : undefined;
    },
  },
  {
    pattern: /\b(\d{1,2}|a) (spring|summer|autumn|fall|winter)s? ago\b/g,
    read: ([, count, season = ''], { today }) => {
      const last = seasonDays(season, undefined, 'last', today).from.year;
      return seasonDays(season, String(last + 1 - (count === 'a' ? 1 : Number(count))), undefined, today);
    },
  },
  {
    pattern: new RegExp(
      `(?<!\\d(?:st|nd|rd|th)?(?:[ /.-]| of )?)(?:${PART})?(?:\\b(in|during|since|from|to|until|till|through|between|around|about|by|and|of|was|back in|sometime in|the|-) (?:the )?)?${LAST_OR_THIS}?\\b(${MONTH})\\.?(?:,? (?:of |in )?(?:(\\d{4})|'(\\d{2})|(?:of )(\\d{2})|(last|this) year))?(?![ /.-]{0,2}\\d|'|[a-z])`,
      'g',
    ),
    read: readMonth,
  },
  {
    pattern: new RegExp(
      `${PART}?(?:(last|this|past|previous|in|in the|during the|over the|since) )?\\b(spring|summer|autumn|fall|winter)(?:(?: of|,| in)?(?: the year)? (\\d{4})| (last|this) year)?\\b`,
      'g',
    ),
    read: (match, { today }) => {
      const [text, partName, lead, season = '', year, which] = match;
      const part = partNamed(partName);
      const isWhole = text === (match.input ?? '').replace(/[.!?]+$/, '');
      if ((lead ?? year ?? which ?? part) === undefined && !isWhole) return undefined;
      // "It was damaged in the fall"
      if (lead === 'in the' && season === 'fall' && year === undefined) return undefined;
      return inPart(seasonDays(season, year, which ?? lead, today), part);
    },
  },
  {
    pattern: new RegExp(
      `${PART}(?:the )?(?:year )?(\\d{4})(?![\\w-])|\\b(?:in|during|back in|sometime in|since|from|until|year) (?:the year )?(?:of )?(?:(\\d{4})|'(\\d{2}))(?![\\w-]|\\.\\d)`,
      'g',
    ),
    read: ([, part, withPart, alone, short], { today }) => {
      const year = short === undefined ? Number(withPart ?? alone) : 2000 + Number(short);
      if (year < 1950 || year > today.year + 20) return undefined;
      return inPart(yearDays(year), partNamed(part));
    },
  },
];

function partNamed(name: string | undefined): DaysPart | undefined {
  if (name === undefined) return undefined;
  if (/^(?:1st|2nd)/.test(name)) return name.startsWith('1') ? 'first-half' : 'second-half';
  if (/^mid/.test(name)) return 'mid';
  return /early|beginning|start/.test(name) ? 'early' : 'late';
}

function inPart(days: Days, part: DaysPart | undefined): Days {
  return part === undefined ? days : partOf(days, part);
}

const SPOKEN_MAY_OR_MARCH = /^(?:may|mar|march|jan|dec|sept?|oct|nov)$/;

const OTHER_MONTH = new RegExp(`^ ?(?:or|/|-|to|and) ?(?:maybe )?(?!may not|may be)${MONTH}`);

function readMonth(match: RegExpMatchArray, { today }: DateContext): Days | undefined {
  const [text, partName, lead, which, name = '', year, shortYear, ofYear, yearWord] = match;
  const number = monthNumber(name);
  const part = partNamed(partName);
  const statedYear = year ?? shortYear ?? ofYear;
  const isWhole = text.trim() === (match.input ?? '').replace(/[.!?]+$/, '').trim();
  // "may I", "march on", "mar": the word alone is a month only when nothing else is said.
  const after = (match.input ?? '').slice((match.index ?? 0) + text.length, (match.index ?? 0) + text.length + 20);
  const needsContext =
    SPOKEN_MAY_OR_MARCH.test(name) &&
    !OTHER_MONTH.test(after) &&
    statedYear === undefined &&
    yearWord === undefined &&
    (which === undefined || which === 'this') &&
    part === undefined;
  if (needsContext && !isWhole && !isLeadOfMonth(lead, match.input ?? '')) return undefined;
  const at = Temporal.PlainYearMonth.from({
    year: yearOf(number, statedYear, which ?? yearWord, yearWord !== undefined, today),
    month: number,
  });
  return { ...inPart(monthDays(at), part), yearless: statedYear === undefined && yearWord === undefined };
}

function isLeadOfMonth(lead: string | undefined, text: string): boolean {
  if (lead === 'and' || lead === '-') return /\b(?:between|from)\b/.test(text);
  return (lead !== undefined && !/^(?:the|of|was|by|to)$/.test(lead)) || (lead === 'to' && /\bfrom\b/.test(text));
}

function yearOf(
  month: number,
  statedYear: string | undefined,
  which: string | undefined,
  ofYear: boolean,
  today: Temporal.PlainDate,
): number {
  if (statedYear !== undefined)
    return statedYear.length === 4
      ? Number(statedYear)
      : Number(statedYear) + (Number(statedYear) > (today.year % 100) + 10 ? 1900 : 2000);
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
