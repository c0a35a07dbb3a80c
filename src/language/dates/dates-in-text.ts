import { Temporal } from 'temporal-polyfill';
import numberWords from '../numbers/en/number-words.json' with { type: 'json' };
import { anyOf } from '../text/phrases.ts';
import { type DateReading, hasTwoOrders, readingOfEither } from './dates.ts';
import en from './en/dates-in-text.json' with { type: 'json' };
import { isOfOtherLanguage } from './en/other-languages.ts';
import { inDateWording } from './en/wording.ts';
import { type DateContext, MAX_SPANS, type Span } from './rule.ts';
import { sentencesWith } from './sentences.ts';
import { dateSpans } from './spans.ts';
import { type DateText, plainDateText } from './text.ts';

/** A date or a range in a message, and the place in the message where it is said. */
export interface FoundDate {
  reading: DateReading;
  start: number;
  end: number;
}

const ORDINALS = [...numberWords.ordinals.slice(1), ...numberWords.tenths];
// A sentence without any of these names no day, and is not read further.
const DATE_SIGN = new RegExp(
  `\\p{Nd}|(?:day|ber|ary|night|morning)s?\\b|\\b(?:${anyOf(ORDINALS)})\\b|\\b(?:${anyOf(en.dateSign)}|${anyOf(en.dateSign2)}[a-z]*)`,
  'iu',
);

/** A sentence of a message in which days are said: its plain words, and where in them each day stands. */
export interface DatedSentence {
  /** The place of its first character in the message. */
  start: number;
  words: DateText;
  days: { reading: Exclude<DateReading, { kind: 'none' }>; start: number; end: number }[];
}

/**
 * The past dates and ranges in a message, in its order, the first eight or so; lengths of time, prices, numbers and
 * days to come are left out.
 */
export function findDates(text: string, options: { today: string; order?: DateContext['order'] }): FoundDate[] {
  return datedSentences(text, options).flatMap(({ words, days }) =>
    days
      .filter(({ reading }) => reading.kind !== 'future')
      .map(({ reading, start, end }) => ({ reading, ...placeIn(words, start, end) })),
  );
}

/** The place in a message of a stretch of its plain words. */
export function placeIn({ starts, ends }: DateText, start: number, end: number): { start: number; end: number } {
  return { start: starts[start] ?? 0, end: ends[end - 1] ?? 0 };
}

/** The sentences of a message that may name days, each with the days that it names, those to come as well. */
export function datedSentences(
  text: string,
  options: { today: string; order?: DateContext['order'] },
): DatedSentence[] {
  const today = Temporal.PlainDate.from(options.today);
  const sentences: DatedSentence[] = [];
  let found = 0;
  for (const [start, end] of sentencesWith(DATE_SIGN, text)) {
    if (found >= MAX_SPANS) break;
    const words = inDateWording(plainDateText(text, start, end), today);
    const days = daysIn(words, today, options.order);
    sentences.push({ start, words, days });
    found += days.length;
  }
  return sentences;
}

// Nobody says so much in one sentence; it bounds what a hostile one costs.
const MAX_SENTENCE_LENGTH = 2_000;

function daysIn(
  sentence: DateText,
  today: Temporal.PlainDate,
  order: DateContext['order'] | undefined,
): DatedSentence['days'] {
  const plain = sentence.text.slice(0, MAX_SENTENCE_LENGTH);
  if (isOfOtherLanguage(plain)) return [];
  const spansIn = (read: DateContext['order']): Span[] =>
    dateSpans(plain, { today, order: read }, 'beside').filter((span) => isRelativeToToday(span, plain));
  const spans = spansIn(order ?? 'day-first');
  const others = order === undefined && hasTwoOrders(plain) ? spansIn('month-first') : spans;
  return firstOfEachStart([...spans, ...others]).flatMap(({ start, end }) => {
    const at = (among: readonly Span[]): Span[] => among.filter((span) => span.start === start);
    const reading = readingOfEither(at(spans), at(others), today);
    if (reading.kind === 'none') return [];
    // "In Sept." and "last Monday," take their punctuation along.
    return [{ reading, start, end: /[.,]/.test(plain[end - 1] ?? '') ? end - 1 : end }];
  });
}

// "The following Monday", "every Tuesday", "the Saturday before" are no days seen from today, nor is what "for the last two weeks" lasts.
function isRelativeToToday({ start, end }: Span, plain: string): boolean {
  const words = plain.slice(start, end);
  const before = plain.slice(Math.max(0, start - 20), start);
  if (LASTING.test(words) && /\b(?:for|lasted|took)(?: about)? $/.test(before)) return false;
  return !NEXT_DAY.test(words) && !FROM_ELSEWHERE.test(before) && !COUNTED_TO.test(plain.slice(end, end + 20));
}

/** "The next day" is one after another day. */
const NEXT_DAY = /^(?:the )?next (?:day|morning|evening|night)/;
const LASTING = /^(?:the )?(?:last|past) (?:\d|few|several|some|couple|year|month|week)/;
// "My Christmas dress" as well
const FROM_ELSEWHERE = /\b(?:following|next|every|each|any|my|our|your|his|her|their)(?: (?:the|on))* ?$/;
const COUNTED_TO = /^ (?:after|before|following|later|earlier)(?=$|[ .,;!?])(?! (?:last|yesterday)\b)/;

function firstOfEachStart(spans: readonly Span[]): Span[] {
  const firstByStart = new Map(spans.map((span) => [span.start, span]));
  return [...firstByStart.values()].sort((a, b) => a.start - b.start);
}
