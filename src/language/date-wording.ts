import type { Temporal } from 'temporal-polyfill';
import { lastYearOf, MONTH, monthNumber } from './calendar.ts';
import { UNIT } from './date-durations.ts';
import { type DateText, rewritten } from './date-text.ts';
import { dateWord } from './date-typos.ts';
import { CARDINAL, cardinalsInDigits, ORDINAL, ordinalsInDigits, YEAR, yearsInDigits } from './number-words.ts';

type Wording = [pattern: RegExp, write: (match: RegExpExecArray, today: Temporal.PlainDate) => string];

const TIME_OF_YEAR = `(?:${MONTH}|spring|summer|autumn|fall|winter|easter|christmas|xmas|thanksgiving|halloween|black friday)`;
const YEARS_AGO = '(?:(last|this|the previous) year|(\\d{1,2}|an?) years? (?:ago|back)|(\\d{1,2}|an?) years?(?= last))';

function yearSaid(which: string | undefined, count: string | undefined, today: Temporal.PlainDate): number {
  if (count !== undefined) return today.year - (/^a/.test(count) ? 1 : Number(count));
  return which === 'this' ? today.year : today.year - 1;
}

// Else the library takes the 4 in "3 May, 4 May" for a year,
const DAY_AFTER_DAY = new RegExp(
  `(?<=\\d(?:st|nd|rd|th)? (?:of )?)(${MONTH}),? (?=\\d{1,2}(?:st|nd|rd|th)? (?:of )?${MONTH})`,
  'g',
);
// and "from 3 to 5 May" for hours.
const FROM_DAY_TO_DAY = new RegExp(
  `\\b(?:from|between) (?:the )?(\\d{1,2})(?:st|nd|rd|th)? ?(?:to|till|until|through|and|-) ?(?:the )?(\\d{1,2})(?:st|nd|rd|th)? (?:of )?(?=${MONTH})`,
  'g',
);

/** "The twenty-first of May, two thousand and five", "Oct2", "1/5-3/5", "until now" in the form the rules know. */
const WORDINGS: Wording[] = [
  [/(?<![\w'-])(?:2day|2nite|2night|[a-z]{2,12})(?![\w'-])/g, ([word]) => dateWord(word)],
  [YEAR, (match) => yearsInDigits(match[0])],
  [ORDINAL, (match) => ordinalsInDigits(match[0])],
  [CARDINAL, (match) => cardinalsInDigits(match[0])],
  [/\bthis past\b/g, () => 'last'],
  [/(?<=\d(?:st|nd|rd|th)?)-?ish\b/g, () => ''],
  // "10days", "six-months ago", "3w ago", "1.5 years", "a week or 2 ago"
  [new RegExp(`(?<![\\w.,/-])(\\d{1,3})-?(${UNIT})\\b`, 'g'), ([, count, unit]) => `${count} ${unit}`],
  [/(?<![\w.,/-])(\d{1,3}) ?(d|w|mo|mos|y) (?=ago\b)/g, ([, count, unit = '']) => `${count} ${LETTER_UNITS[unit]} `],
  [new RegExp(`(?<![\\w.,/-])(\\d{1,2})\\.5 (${UNIT})`, 'g'), ([, count, unit]) => `${count} ${unit} and a half`],
  [new RegExp(`\\b(?:an?|1) (${UNIT}) or (\\d{1,2}) (?=ago|back)`, 'g'), ([, unit, count]) => `1 or ${count} ${unit} `],
  [
    new RegExp(
      `(?:\\bin )?${YEARS_AGO},? ((?:in|on|at|around|about|over|during|last) )?(?=${TIME_OF_YEAR}) ?(${TIME_OF_YEAR})`,
      'g',
    ),
    ([text, which, ago, idiom, lead, name], today) => yearBefore(text, which, ago ?? idiom, lead, name, today),
  ],
  [
    new RegExp(`\\b(${TIME_OF_YEAR}\\.?(?: \\d{1,2}(?:st|nd|rd|th)?)?),? (?:of |in )?${YEARS_AGO}\\b`, 'g'),
    ([text, name, which, ago, idiom], today) => (idiom === undefined ? `${name} ${yearSaid(which, ago, today)}` : text),
  ],
  [
    new RegExp(`(?<![\\w/-])(${MONTH.replace('\\b', '')})\\.?[-/]?(?=\\d{1,2}(?!\\d))`, 'g'),
    ([, month]) => `${month} `,
  ],
  [new RegExp(`\\b(${MONTH}),? the (?=\\d)`, 'g'), ([, month]) => `${month} `],
  [DAY_AFTER_DAY, ([, month]) => `${month}; `],
  [
    new RegExp(
      `(\\d(?:st|nd|rd|th)? (?:of )?${MONTH}|\\b${MONTH} \\d{1,2}(?:st|nd|rd|th)?),? (?:(?:of|in) '?|')(?=(?:\\d{4}|\\d{2})(?!\\w))`,
      'g',
    ),
    ([, day]) => `${day} `,
  ],
  [FROM_DAY_TO_DAY, ([, from, to]) => `${from} to ${to} `],
  // "May 20-25", "between 20 May and 25", "May 2nd or 3rd", "2nd or 3rd of May"
  [
    new RegExp(
      `\\b(${MONTH})\\.? (\\d{1,2})(?:st|nd|rd|th)? ?(?:-|to|or|through|thru|till|until) ?(\\d{1,2})(?:st|nd|rd|th)?(?![\\w/:]|[.-]\\d| ?(?:of )?${MONTH}| ?(?:am|pm)\\b)`,
      'g',
    ),
    ([, month, from, to]) => `${month} ${from} to ${month} ${to}`,
  ],
  [
    new RegExp(
      `\\bbetween (${MONTH})\\.? (\\d{1,2})(?:st|nd|rd|th)? and (?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?![\\w/:]|[.-]\\d| ?(?:of )?${MONTH})`,
      'g',
    ),
    ([, month, from, to]) => `${month} ${from} to ${month} ${to}`,
  ],
  [
    new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)? or (?:the )?(\\d{1,2})(?:st|nd|rd|th)? (?:of )?(?=${MONTH})`, 'g'),
    ([, from, to]) => `${from} to ${to} `,
  ],
  [/(st|nd|rd|th) day of\b/g, ([, suffix]) => `${suffix} of`],
  [
    /(?<![\w/.-])(\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?|\d{1,2}-\d{1,2}-\d{4})-(?=\d{1,2}[/.]\d|\d{1,2}-\d{1,2}-\d{4})/g,
    ([, day]) => `${day} - `,
  ],
  [
    /(?<!up )\b(to|till|until|and) (?:now|date|the present|present|the current date|current date)(?=$|[.,!?])/g,
    ([, until]) => `${until} today`,
  ],
  [/ ,/g, () => ','],
];

const LETTER_UNITS: Record<string, string> = { d: 'days', w: 'weeks', mo: 'months', mos: 'months', y: 'years' };

// "Last year in May", "two years ago around Easter"; "a year last May" is the May before the last.
function yearBefore(
  text: string,
  which: string | undefined,
  count: string | undefined,
  lead = '',
  name = '',
  today: Temporal.PlainDate,
): string {
  if (lead !== 'last ') return `${lead}${name} ${yearSaid(which, count, today)}`;
  const month = monthNumber(name);
  if (month === 0 || count === undefined) return text;
  return `in ${name} ${lastYearOf(month, today) - (today.year - yearSaid(which, count, today))}`;
}

/** The text in the wording that the rules for dates know; "May last year" gets the year it has from `today`. */
export function inDateWording(text: DateText, today: Temporal.PlainDate): DateText {
  return WORDINGS.reduce((left, [pattern, write]) => rewritten(left, pattern, (match) => write(match, today)), text);
}
