import { Temporal } from 'temporal-polyfill';
import { readDate } from '../../dates/dates.ts';
import type { InferredFact } from '../inferred-fact.ts';
import { type Evidence, firstOf, isStated, lastOf, quoted, type Reading } from '../phrases/evidence.ts';
import type { Vocabulary } from '../phrases/vocabulary.ts';

/** The most words after its cue at which the last day of something may end. */
const REACH = 7;
const YEAR = /^(?:19|20)\d\d$/;

/**
 * The days that lie ahead or behind, of facts that allow both: "warranty until 1 June 2027". Only with a year is it
 * certain which.
 */
export function inferEndDays(vocabulary: Vocabulary, reading: Reading, today: string): InferredFact[] {
  const cues = reading.evidence.filter((one) => isEnd(vocabulary, one) && isStated(one) && one.polarity === 'affirmed');
  const facts = [...new Set(cues.map(({ sense }) => sense.fact))];
  return facts.flatMap((fact) => {
    const ends = cues.filter(({ sense }) => sense.fact === fact).flatMap((cue) => endDay(reading, cue, today) ?? []);
    return new Set(ends.map(({ value }) => value)).size === 1 ? ends.slice(0, 1) : [];
  });
}

function isEnd(vocabulary: Vocabulary, { sense }: Evidence): boolean {
  return sense.kind === 'cue' && vocabulary.facts.get(sense.fact)?.isFutureAllowed === true;
}

function endDay(reading: Reading, cue: Evidence, today: string): InferredFact | undefined {
  const { tokens, text } = reading;
  const first = lastOf(cue) + 1;
  const last = yearAfter(reading, first);
  if (last === undefined) return undefined;
  const stated = text.slice(tokens[first]?.start, tokens[last]?.end);
  const day = readDate(stated, { today });
  if (day.kind === 'none' || day.kind === 'ambiguous') return undefined;
  const from = day.kind === 'range' ? day.from : day.value;
  const to = hasDay(tokens.slice(first, last + 1)) ? from : lastDay(from, stated);
  return {
    fact: cue.sense.fact,
    value: from,
    confidence: cue.mood === 'stated' ? 'high' : 'low',
    ...(from !== to && { range: { from, to } }),
    ...quoted(reading, firstOf(cue), last),
  };
}

function hasDay(tokens: Reading['tokens']): boolean {
  return tokens.some(({ word }) => /^\d\d?(?:st|nd|rd|th)?$/.test(word));
}

/** The last day of the month a range begins in, of the year where no month is named. */
function lastDay(from: string, stated: string): string {
  const start = Temporal.PlainDate.from(from);
  const end = MONTH.test(stated) ? { day: 31 } : { month: 12, day: 31 };
  return start.with(end).toString();
}

const MONTH = /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;

function yearAfter({ tokens }: Reading, first: number): number | undefined {
  for (let at = first; at < first + REACH; at += 1) {
    const token = tokens[at];
    if (!token || (at > first && token.pause === 'sentence')) return undefined;
    if (YEAR.test(token.word)) return isoEnd(tokens, at);
  }
  return undefined;
}

// In 2027-06-01 the year comes first.
function isoEnd(tokens: Reading['tokens'], year: number): number {
  const isIso = [1, 2].every((ahead) => {
    const token = tokens[year + ahead];
    return token?.start === (tokens[year + ahead - 1]?.end ?? 0) + 1 && /^\d\d?$/.test(token.word);
  });
  return isIso ? year + 2 : year;
}
