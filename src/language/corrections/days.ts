import { anyOf } from '../text/phrases.ts';
import en from './en/days.json' with { type: 'json' };

const ORDINAL = /(?:^|\s)(\d{1,2})(?:st|nd|rd|th)(?=\s|$)/g;
const BARE = new RegExp(`^(?:(?:\\p{L}+['\\p{L}]* ){0,4}${anyOf(en.beforeDay)} )?(\\d{1,2})$`, 'u');
const NOT_A_DAY = new RegExp(`\\b${anyOf(en.notADay)}\\b|\\d[.:/%-]\\d|%`);

/** The day of a month that plain text names without the month: 24 in "it was the 24th"; undefined for none, or several. */
export function dayOfMonth(text: string): number | undefined {
  if (NOT_A_DAY.test(text)) return undefined;
  const named = [...text.matchAll(ORDINAL)].map(([, day]) => Number(day));
  const bare = BARE.exec(text)?.[1];
  const days = new Set(named.length > 0 ? named : bare === undefined ? [] : [Number(bare)]);
  const [day] = days;
  return days.size === 1 && day !== undefined && day >= 1 && day <= 31 ? day : undefined;
}

const COUNTS = Object.keys(en.numbers);
const SHIFTS = en.units.map(
  ({ phrases, days }) =>
    [
      new RegExp(
        `(?:^|\\s)(\\d{1,2}|${anyOf(COUNTS)}) ${anyOf(phrases)} (?:(${anyOf(en.later)})|${anyOf(en.earlier)})$`,
      ),
      days,
    ] as const,
);
const NEXT_DAY = new RegExp(`(?:^|\\s)${anyOf(en.theDay)} (?:(${anyOf(en.later)})|${anyOf(en.earlier)})$`);

/** The number of days by which plain text moves a day, back if negative: 3 in "got it three days later". */
export function daysMoved(text: string): number | undefined {
  for (const [pattern, days] of SHIFTS) {
    const found = pattern.exec(text);
    if (!found) continue;
    const count = numberOf(found[1] ?? '') * days;
    return found[2] === undefined ? -count : count;
  }
  const next = NEXT_DAY.exec(text);
  return next ? (next[1] === undefined ? -1 : 1) : undefined;
}

function numberOf(written: string): number {
  return Object.entries(en.numbers).find(([word]) => word === written)?.[1] ?? Number(written);
}

const MONTHS = en.months.map((month) => new RegExp(`^(?:${anyOf(en.beforeMonth)} )?${anyOf([month])}$`));

const YEAR = new RegExp(`^(?:${anyOf(en.beforeYear)} )*((?:19|20)\\d\\d)(?: ${anyOf(en.afterYear)})?$`);

/** The year that plain text names and nothing else: 2028 in "it's 2028". */
export function yearNamed(text: string): number | undefined {
  const year = YEAR.exec(text)?.[1];
  return year === undefined ? undefined : Number(year);
}

/** The number of the month, from 1, that plain text names and nothing else: "October" in place of November. */
export function monthNamed(text: string): number | undefined {
  const at = MONTHS.findIndex((month) => month.test(text));
  return at < 0 ? undefined : at + 1;
}
