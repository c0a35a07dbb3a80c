import { Temporal } from 'temporal-polyfill';
import type { DateContext, Span } from './date-rules.ts';
import { sentencesWith } from './date-sentences.ts';
import { dateSpans } from './date-spans.ts';
import { type DateText, plainDateText } from './date-text.ts';
import { inDateWording } from './date-wording.ts';
import { type DateReading, eitherOf, hasTwoOrders, oneReading } from './dates.ts';

/** A date or a range in a message, and the place in the message where it is said. */
export interface FoundDate {
  reading: DateReading;
  start: number;
  end: number;
}

/** How far apart, in characters, a weekday and the date it belongs to may stand: "on Tuesday, the 12th of May". */
const ECHO = 12;

// A sentence without any of these names no day, and is not read further.
const DATE_SIGN =
  /\p{Nd}|\b(?:ago|back|last|past|this|yest|yday|today|2day|tonight|before|since|week|month|year|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|spring|summer|autumn|fall|winter|christmas|xmas|new year|easter|thanks|hallow|valent|boxing|cyber)[a-z]*)/iu;

/** Every past date and range in a message, in its order; lengths of time, prices, numbers and days to come are left out. */
export function findDates(text: string, options: { today: string; order?: DateContext['order'] }): FoundDate[] {
  const today = Temporal.PlainDate.from(options.today);
  return sentencesWith(DATE_SIGN, text)
    .map(([start, end]) => inDateWording(plainDateText(text, start, end), today))
    .flatMap((sentence) => datesIn(sentence, today, options.order));
}

function datesIn(sentence: DateText, today: Temporal.PlainDate, order: DateContext['order'] | undefined): FoundDate[] {
  const found = (read: DateContext['order']): Span[] => dateSpans(sentence.text, { today, order: read }, ECHO);
  const spans = found(order ?? 'day-first');
  const others = order === undefined && hasTwoOrders(sentence.text) ? found('month-first') : spans;
  return placesOf([...spans, ...others]).flatMap(({ start, end }) => {
    const readingAt = (among: readonly Span[]): DateReading => {
      const span = among.find((other) => other.start === start);
      return span === undefined ? { kind: 'none' } : oneReading(span, today);
    };
    const reading = eitherOf(readingAt(spans), readingAt(others));
    if (reading.kind === 'none' || reading.kind === 'future') return [];
    // "In Sept." takes its full stop along.
    const last = sentence.text[end - 1] === '.' ? end - 2 : end - 1;
    return [{ reading, start: sentence.starts[start] ?? 0, end: sentence.ends[last] ?? 0 }];
  });
}

function placesOf(spans: readonly Span[]): Span[] {
  const places = new Map(spans.map((span) => [span.start, span]));
  return [...places.values()].sort((a, b) => a.start - b.start);
}
