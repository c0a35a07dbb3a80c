import type { Temporal } from 'temporal-polyfill';
import { anyOf } from '../../text/phrases.ts';
import { type DateText, type Rewriting, rewritten } from '../text.ts';
import { inFigures } from './figures.ts';
import { MONTH } from './names.ts';
import en from './wording.json' with { type: 'json' };
import { withYears } from './years.ts';

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

/** "Oct2", "May the 2nd", "May 20-25", "1/5-3/5", "until now" in the form the rules know. */
const WORDINGS: Rewriting[] = [
  // "12. May", "2025, May 12", "2025 in May"
  [new RegExp(`(?<![\\w.,/:-])(\\d{1,2})\\. ?(?=(?:of )?${MONTH}(?!'))`, 'g'), ([, day]) => `${day} `],
  [new RegExp(`\\b((?:19|20)\\d\\d), ?(?=${MONTH} \\d)`, 'g'), ([, year]) => `${year} `],
  [
    new RegExp(
      `(?<!${MONTH},? )\\b((?:19|20)\\d\\d),? (?:in (${MONTH})|(${MONTH})(?=$|[.,;!?)]))(?![. ]{0,2}\\d|')`,
      'g',
    ),
    ([, year, within, alone]) => `${within ?? alone} ${year}`,
  ],
  // "In the year 2025, summer", "2025, in the summer"
  [
    /\b(?:in |during |back in )?(?:the year )?((?:19|20)\d\d),? (?:in |the |during |sometime in ){0,2}(spring|summer|autumn|winter)(?:time)?(?=$|[.,;!?)])/g,
    ([, year, season]) => `${season} ${year}`,
  ],
  // "12 Nov-15 Nov", "October, 1st", "Nov 18-Dec 19"
  [new RegExp(`(?<=\\d(?:st|nd|rd|th)? ?${MONTH})-(?=\\d{1,2}(?:st|nd|rd|th)? ?${MONTH})`, 'g'), () => ' - '],
  [
    new RegExp(
      `(?<!(?:week|weekend|half|quarter|days) (?:of|in) )\\b(${MONTH}), (?=\\d{1,2}(?:st|nd|rd|th)(?=$|[.,;!?)]| (?:\\d{4}|and|but|it|i|to|or|at|in|-)(?!\\w)))`,
      'g',
    ),
    ([, month]) => `${month} `,
  ],
  [new RegExp(`(?<=\\b${MONTH} )(\\d{1,2}(?:st|nd|rd|th)?)-(?=${MONTH} \\d)`, 'g'), ([, day]) => `${day} - `],
  [
    new RegExp(`(?<![\\w/-])(${MONTH.replace('\\b', '')})\\.?[-/]?(?=(?:\\d{1,2}|\\d{4})(?!\\d))`, 'g'),
    ([, month]) => `${month} `,
  ],
  [new RegExp(`\\b(${MONTH}),? the (?=\\d)`, 'g'), ([, month]) => `${month} `],
  // Else the library takes the 3 in "from 3 May" for an hour.
  [new RegExp(`\\bfrom (?=(?:the )?\\d{1,2}(?:st|nd|rd|th)? (?:of )?${MONTH})`, 'g'), () => 'on '],
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
  [
    new RegExp(
      `\\b(?:morning|afternoon|evening|night|day)(?: of)? (?=(?:the )?\\d{1,2}(?:st|nd|rd|th)? (?:of )?${MONTH}|${MONTH} \\d)`,
      'g',
    ),
    () => '',
  ],
  [/(\d(?:st|nd|rd|th)) day of\b(?! (?:(?:this|last|the) year|\d{4}))/g, ([, suffix]) => `${suffix} of`],
  [
    /(?<![\w/.-])(\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?|\d{1,2}-\d{1,2}-\d{4})-(?=\d{1,2}[/.]\d|\d{1,2}-\d{1,2}-\d{4})/g,
    ([, day]) => `${day} - `,
  ],
  [
    new RegExp(`(?<!\\b(?:up|used) )\\b(to|till|until|and) ${anyOf(en.wordings)}(?=$|[.,!?])`, 'g'),
    ([, until]) => `${until} today`,
  ],
  [/ ,/g, () => ','],
  // "No later than the 9th, not before the 5th"
  [
    /\b(?:no|not) later than (.{2,20}?),? (?:and |but )?(?:not|no) (?:before|earlier than) (.{2,20}?)(?=$|[.,;!?])/g,
    ([, last, first]) => `between ${first} and ${last}`,
  ],
  // "Either the 17th or the 18th", "the 17th or 18th"
  [
    /\b(?:either )?(?:on )?the (\d{1,2}(?:st|nd|rd|th)) or (?:on )?(?:maybe )?(?:the )?(\d{1,2}(?:st|nd|rd|th))(?= |$|[.,;!?])(?! (?:of )?\p{L}{3,})/gu,
    ([, first, last]) => `between the ${first} and the ${last}`,
  ],
  // "Last weekend, Saturday or Sunday"
  [
    /\b(?:(?:last|this|(?:on|at|over) the|past) )?(?:weekend,? (?:i (?:think|guess|believe),? )?)?(?:either )?(?:on )?(?:the )?sat(?:urday)? or (?:on )?(?:the )?sun(?:day)?\b/g,
    () => 'last weekend',
  ],
  [
    /^(?:it was |that was )?(?:only )?(?:just now|right now|a (?:moment|minute|second) ago|moments ago|just this (?:moment|minute|second))$/g,
    () => 'today',
  ],
  [
    /\b(\d{1,2}) (?:hrs?|hours?|mins?|minutes?) ago\b/g,
    ([written, count]) => (Number(count) > 9 && /h(?:ou)?rs?/.test(written) ? written : 'today'),
  ],
  // "16 days past"
  [/\b(days?|weeks?|months?|years?) (?:past|gone)(?=$|[.,;!?])/g, ([, unit]) => `${unit} ago`],
  // "Not before the 10th and not after the 13th"
  [/\b(?:not|n't) (?:arrive |come )?before (?=.{1,20} (?:and|but) not (?:later than|after) )/g, () => 'between '],
  [/(?<=\bbetween .{1,20} )(?:and|but) not (?:later than|after) /g, () => 'and '],
];

/** The text in the wording that the rules for dates know; "May last year" gets the year it has from `today`. */
export function inDateWording(text: DateText, today: Temporal.PlainDate): DateText {
  const figures = withYears(inFigures(text), today);
  return WORDINGS.reduce((left, [pattern, write]) => rewritten(left, pattern, write), figures);
}
