import { anyOf } from '../../../text/phrases.ts';
import { type DateContext, type DateRule, type Days, oneDay } from '../../rule.ts';
import { dateOf, isUpTo, lastDayOfYear } from '../names.ts';
import en from './numeric.json' with { type: 'json' };

/**
 * Dates in figures; what merely looks like one (prices, times, telephone and order numbers) is hidden from the later
 * rules.
 */
export const NUMERIC_RULES: DateRule[] = [
  // 2026-05-13, 2026/5/13, with or without a time.
  {
    pattern:
      /(?<![\w.,/:+-])(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[t ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:z| ?[+-]\d{2}:?\d{2})?)?(?![\w/:]|[-.,]\d)/g,
    read: ([, year, , month, day]) => exact(Number(year), Number(month), Number(day)),
  },
  // The whole answer: 20260513, "13 05 2026", "3.5." as in central Europe.
  {
    pattern: /^(\d{4})(\d{2})(\d{2})$/g,
    read: ([, year, month, day]) => exact(Number(year), Number(month), Number(day)),
  },
  {
    pattern: /^(\d{1,2}) (\d{1,2}) (\d{4}|\d{2})$/g,
    read: ([, a, b, year], context) => byOrder(Number(a), Number(b), fullYear(year ?? '', context), false, context),
  },
  {
    pattern: /(?<=^|^(?:on|the|it was) )(\d{1,2})\. ?(\d{1,2})\.(?=$| (?=[a-z(])|,)|^(\d{1,2})\.(\d{1,2})$/g,
    read: ([, day, month, dayAlone, monthAlone], { today }) =>
      dotted(Number(day ?? dayAlone), Number(month ?? monthAlone), today),
  },
  // "It came on 12.11. and broke": the second full stop tells it from a price.
  {
    pattern: new RegExp(`(?<=\\b${anyOf(en.beforeDotted)} )(\\d{1,2})\\. ?(\\d{1,2})\\.(?=$|[ ,;)])`, 'g'),
    read: ([, day, month], { today }) => dotted(Number(day), Number(month), today),
  },
  // Twelve pounds, 3 pm, version 1.2.30: hidden before they are taken for days.
  {
    pattern: /[$€£]\s?\d[\d.,]*|\d[\d.,]*\s?(?:[€£%]|(?:eur|usd|gbp|euros?|dollars?|pounds?|bucks)\b)/g,
    read: () => 'nothing',
  },
  {
    pattern: new RegExp(`\\b${anyOf(en.numericRules)}\\b[ .:#]{0,3}[a-z]*[\\d+(][\\d ./()-]*`, 'g'),
    read: () => 'nothing',
  },
  // A date and a time share the figures: "13:00", "8.30 pm", "at 11.00", "@ 17:49:19".
  {
    pattern:
      /(?:(?<=^|[^\w])(?:at|@) ?)?(?<![\w.,/:-])\d{1,2}(?:[:.]\d{2}){0,2} ?(?:am|pm|a\.m\.?|p\.m\.?|a m|p m|o'?clock|h|hrs|uhr)\b|(?<![\w.,/-])\d{1,2}:\d{2}(?::\d{2})?(?![\w])|\b(?:at|@) \d{1,2}(?:[:.]\d{2})?(?![\w/-]|[.:]\d)/g,
    read: () => 'nothing',
  },
  // 13.5.2026, 12/05/26, 31-10-1974.
  {
    pattern: /(?<![\w.,/:+#-]|\d )(\d{1,2})([-/.])(\d{1,2})\2 ?(\d{4}|\d{2})(?![\w/:]|[-.,]\d|,\d)/g,
    read: ([, a, separator, b, year], context) =>
      byOrder(Number(a), Number(b), fullYear(year ?? '', context), separator === '.', context),
  },
  // 08/12,2015
  {
    pattern: /(?<![\w.,/:+#-])(\d{1,2})\/(\d{1,2}), ?(\d{4}|\d{2})(?![\w/:.,-])/g,
    read: ([, a, b, year], context) => byOrder(Number(a), Number(b), fullYear(year ?? '', context), false, context),
  },
  // "In 10/24" is a month, as long as it can have been.
  {
    pattern: /(?<=\bin )(\d{1,2})\/(\d{2})(?![\d/]|[.-]\d)/g,
    read: ([, month, year], context) => {
      const first = dateOf(fullYear(year ?? '', context), Number(month), 1);
      return first && isUpTo(first, context.today)
        ? { from: first, to: first.with({ day: first.daysInMonth }) }
        : undefined;
    },
  },
  // 22/04 and, where a word or the whole message says that it is a date, 4-22 and 4.22.
  {
    pattern: /(?<![\w.,/:+#-])(\d{1,2})([-/.])(\d{1,2})\.?(?=$|[ ,;!?)-]|\.(?!\d))/g,
    read: (match, context) => yearless(match, context),
  },
  // 05/2026, 2026-05
  {
    pattern: /(?<![\w.,/:+#-])(?:(\d{1,2})[/.-](\d{4})|(\d{4})[/-](\d{1,2}))\.?(?=$|[ ,;!?)]|\.(?!\d))/g,
    read: (match) => {
      const [, month, year, yearFirst, monthLast] = match;
      if (!isWrittenAsDate(match) && !/\bin ?$/.test((match.input ?? '').slice(0, match.index))) return undefined;
      const first = dateOf(Number(year ?? yearFirst), Number(month ?? monthLast), 1);
      return first && { from: first, to: first.with({ day: first.daysInMonth }) };
    },
  },
  // Whatever other figures hang together; a day before or after a month's name does not.
  {
    pattern:
      /(?<![a-z])[+(]?\d+(?:[-./,:]\d+)+(?![\d]|-?[ ./]?(?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))|\d{5,}|(?<![\w])(?:\d+[a-z]+|[a-z]+\d+)[a-z\d]*-[\w-]+/g,
    read: (match) => (/^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/.test(match[0]) ? undefined : 'nothing'),
  },
];

const DATE_WORD = new RegExp(`(?:^|\\b${anyOf(en.dateWord)}\\b[ ,]*|[#\\n,:-] ?)$`);
const COUNT_AFTER = /^ ?(?:of|stars?|inch|inches|"|x\b|mm|cm|kg|hours?|days?)/;

function isWrittenAsDate({ input = '', index = 0 }: RegExpMatchArray): boolean {
  return DATE_WORD.test(input.slice(0, index).trimEnd().slice(-20));
}

function yearless(match: RegExpMatchArray, context: DateContext): Days | 'nothing' | undefined {
  const [text, a, separator, b] = match;
  const before = (match.input ?? '').slice(0, match.index).trimEnd().slice(-20);
  const after = (match.input ?? '').slice((match.index ?? 0) + text.length);
  if (text === '24/7' || COUNT_AFTER.test(after) || !isWrittenAsDate(match)) return undefined;
  // Alone, "1-2" may be a number of things and "4.22" a price.
  if (separator !== '/' && (before === '' || !/\b(?:on|since|from|to|until|\w*day)$/.test(before))) return undefined;
  const first =
    separator === '.' && context.order === 'day-first' ? lastDayOfYear(Number(b), Number(a), context.today) : undefined;
  const [day, month] = context.order === 'day-first' ? [a, b] : [b, a];
  const date =
    first ??
    lastDayOfYear(Number(month), Number(day), context.today) ??
    lastDayOfYear(Number(day), Number(month), context.today);
  return date === undefined ? 'nothing' : oneDay(date, true);
}

// As in central Europe, the day first.
function dotted(day: number, month: number, today: DateContext['today']): Days | undefined {
  const date = lastDayOfYear(month, day, today);
  return date && oneDay(date, true);
}

function exact(year: number, month: number, day: number): Days | 'nothing' {
  const date = dateOf(year, month, day);
  return date === undefined ? 'nothing' : oneDay(date);
}

// A dotted date is a European one; only a day above 12 in second place says otherwise.
function byOrder(a: number, b: number, year: number, dotted: boolean, context: DateContext): Days | 'nothing' {
  const dayFirst = dateOf(year, b, a);
  const monthFirst = dateOf(year, a, b);
  const date = dotted || context.order === 'day-first' ? (dayFirst ?? monthFirst) : (monthFirst ?? dayFirst);
  return date === undefined ? 'nothing' : oneDay(date);
}

// Two figures mean the year that is at most ten years ahead: "27" said in 2026 is a slip, "87" is a birthday.
function fullYear(year: string, { today }: DateContext): number {
  if (year.length === 4) return Number(year);
  const inThisCentury = Math.floor(today.year / 100) * 100 + Number(year);
  return inThisCentury > today.year + 10 ? inThisCentury - 100 : inThisCentury;
}
