import type { Temporal } from 'temporal-polyfill';
import { anyOf } from '../../text/phrases.ts';
import { type DateText, rewritten } from '../text.ts';
import { lastYearOf, MONTH, monthNumber } from './names.ts';
import en from './years.json' with { type: 'json' };

const TIME_OF_YEAR = `(?:${anyOf(en.timeOfYear)}|${MONTH})`;
const YEARS_AGO =
  "(?:(last|this|next|the previous) year(?:'s)?|(\\d{1,2}|an?) years? (?:ago|back)|(\\d{1,2}|an?) years?(?= last))";
const TIME_OF_WHICH = `(?:${anyOf(en.timeOfYear)})`;
const SALE = new RegExp(`\\b(${TIME_OF_WHICH}) ${anyOf(en.sale)}\\b`, 'g');
const FIGURES_FIRST = new RegExp(`\\b((?:19|20)\\d\\d)(?:'s)? (${TIME_OF_WHICH})\\b(?! \\d{4})`, 'g');
const YEAR_FIRST = new RegExp(
  `(?:\\bin )?\\b${YEARS_AGO},? ((?:in|on|at|around|about|over|during|last) (?:the )?)?(?=${TIME_OF_YEAR}) ?(${TIME_OF_YEAR})`,
  'g',
);
const YEAR_LAST = new RegExp(
  `\\b(${TIME_OF_YEAR}\\.?(?: \\d{1,2}(?:st|nd|rd|th)?)?),? (?:of |in )?${YEARS_AGO}\\b`,
  'g',
);

/** The text with a year said in words in figures, seen from `today`: "May last year", "two years ago around Easter". */
export function withYears(text: DateText, today: Temporal.PlainDate): DateText {
  const plain = rewritten(text, SALE, ([, name = '']) => name);
  const figuresLast = rewritten(plain, FIGURES_FIRST, ([, year, name]) => `${name} ${year}`);
  const first = rewritten(figuresLast, YEAR_FIRST, ([whole, which, ago, idiom, lead, name]) =>
    yearBefore(whole, which, ago ?? idiom, lead, name, today),
  );
  return rewritten(first, YEAR_LAST, ([whole, name, which, ago, idiom]) =>
    idiom === undefined ? `${name} ${yearNamed(which, ago, today)}` : whole,
  );
}

// "A year last May" is the May before the last.
function yearBefore(
  text: string,
  which: string | undefined,
  count: string | undefined,
  lead = '',
  name = '',
  today: Temporal.PlainDate,
): string {
  if (!lead.startsWith('last')) return `${lead}${name} ${yearNamed(which, count, today)}`;
  const month = monthNumber(name);
  if (month === 0 || count === undefined) return text;
  return `in ${name} ${lastYearOf(month, today) - (today.year - yearNamed(which, count, today))}`;
}

function yearNamed(which: string | undefined, count: string | undefined, today: Temporal.PlainDate): number {
  if (count !== undefined) return today.year - (/^a/.test(count) ? 1 : Number(count));
  if (which === 'next') return today.year + 1;
  return which === 'this' ? today.year : today.year - 1;
}
