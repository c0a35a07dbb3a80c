import { MONTH } from './calendar.ts';
import { type DateText, rewritten } from './date-text.ts';
import { CARDINAL, cardinalsInDigits, ORDINAL, ordinalsInDigits, YEAR, yearsInDigits } from './number-words.ts';

type Wording = [pattern: RegExp, write: (match: RegExpExecArray) => string];

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
  [YEAR, (match) => yearsInDigits(match[0])],
  [ORDINAL, (match) => ordinalsInDigits(match[0])],
  [CARDINAL, (match) => cardinalsInDigits(match[0])],
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

/** The text in the wording that the rules for dates know. */
export function inDateWording(text: DateText): DateText {
  return WORDINGS.reduce((left, [pattern, write]) => rewritten(left, pattern, write), text);
}
