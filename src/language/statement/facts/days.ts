import { findDates } from '../../dates/dates-in-text.ts';
import { wordSet } from '../../text/phrases.ts';
import en from '../en/facts/days.json' with { type: 'json' };
import type { InferredFact } from '../inferred-fact.ts';
import { firstOf, isCorrectedBetween, isStated, quoted, type Reading } from '../phrases/evidence.ts';
import type { Vocabulary } from '../phrases/vocabulary.ts';
import { isUnsaid } from '../tokens/mood.ts';
import { type Day, hasOwnEvent, MAX_DAYS, type Pair, paired } from './day-cues.ts';

const APPROXIMATE = wordSet(en.approximate);
/** The days that a message gives for date facts, each by the nearest word that tells what happened on it. */
export function inferDays(
  vocabulary: Vocabulary,
  reading: Reading,
  options: { today: string; open?: string | undefined },
): InferredFact[] {
  const days = daysIn(reading, options.today);
  const cues = reading.evidence.filter(
    (one) =>
      one.sense.kind === 'cue' && isStated(one) && one.polarity === 'affirmed' && isDate(vocabulary, one.sense.fact),
  );
  const pairs = paired(reading, days, cues);
  const facts = new Set(pairs.map(({ cue }) => cue.sense.fact));
  const inferred = [...facts].flatMap((fact) => inferDay(reading, fact, pairs, days) ?? []);
  return inferred.length === 0 && cues.length === 0 ? answering(vocabulary, reading, days, options.open) : inferred;
}

function isDate(vocabulary: Vocabulary, fact: string): boolean {
  const type = vocabulary.facts.get(fact)?.type;
  return type === 'date' || type === 'instant';
}

function daysIn(reading: Reading, today: string): Day[] {
  const found = findDates(reading.text, { today }).slice(0, MAX_DAYS);
  return found.flatMap(({ reading: found, start, end }) => {
    if (found.kind === 'none' || found.kind === 'future') return [];
    const first = reading.tokens.findIndex((token) => token.end > start);
    const last = reading.tokens.findLastIndex((token) => token.start < end);
    const isRelative = /\b(?:earlier|later|after)\b/i.test(reading.text.slice(start, end + 8));
    const isSaid = first >= 0 && last >= first && !isUnsaid(reading.moods[first] ?? 'asked');
    return isSaid ? [{ reading: found, first, last, isRelative }] : [];
  });
}

function inferDay(
  reading: Reading,
  fact: string,
  pairs: readonly Pair[],
  days: readonly Day[],
): InferredFact | undefined {
  const own = pairs.filter(({ cue }) => cue.sense.fact === fact).sort((a, b) => a.day.first - b.day.first);
  const last = own.at(-1);
  if (!last || own.some(({ day }) => day.isRelative)) return undefined;
  const corrected = days.findLast(
    (day) =>
      day.first > last.day.last &&
      !pairs.some((pair) => pair.day === day) &&
      isCorrectedBetween(reading, last.day.last, day.first),
  );
  if (corrected) return statedDay(reading, fact, corrected, 'high', corrected.first);
  const values = new Set(own.map(({ day }) => JSON.stringify(day.reading)));
  const isClear = values.size === 1 || isCorrectedBetween(reading, own.at(-2)?.day.last ?? 0, last.day.first);
  if (!isClear) return undefined;
  return statedDay(reading, fact, last.day, last.cue.mood === 'stated' ? 'high' : 'low', firstOf(last.cue));
}

function answering(
  vocabulary: Vocabulary,
  reading: Reading,
  days: readonly Day[],
  open: string | undefined,
): InferredFact[] {
  const [day, ...others] = days;
  if (
    open === undefined ||
    !day ||
    day.isRelative ||
    others.length ||
    !isDate(vocabulary, open) ||
    hasOwnEvent(reading.tokens, day)
  )
    return [];
  return [statedDay(reading, open, day, 'high', day.first)];
}

function statedDay(reading: Reading, fact: string, day: Day, confidence: 'high' | 'low', from: number): InferredFact {
  const isApproximate = reading.tokens
    .slice(Math.max(0, day.first - 2), day.first + 1)
    .some(({ word }) => APPROXIMATE.has(word));
  return {
    fact,
    ...spanOf(day),
    confidence: day.reading.kind === 'ambiguous' ? 'low' : confidence,
    ...(isApproximate && { isApproximate }),
    ...quoted(reading, Math.min(from, day.first), Math.max(from, day.last)),
  };
}

// ISO dates sort as text.
function inOrder([one, other]: readonly [string, string]): [string, string] {
  return one < other ? [one, other] : [other, one];
}

function spanOf({ reading }: Day): Pick<InferredFact, 'value' | 'range'> {
  if (reading.kind === 'date') return { value: reading.value };
  const [from, to] = reading.kind === 'range' ? [reading.from, reading.to] : inOrder(reading.values);
  return { value: from, range: { from, to } };
}
