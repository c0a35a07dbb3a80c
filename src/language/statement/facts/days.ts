import { isYearOpen } from '../../dates/ends/ends.ts';
import { type DayMention, readDays } from '../../dates/events/days.ts';
import { eventsNamed, isAmong } from '../../dates/events/events.ts';
import { wordSet } from '../../text/phrases.ts';
import en from '../en/facts/days.json' with { type: 'json' };
import type { InferredFact } from '../inferred-fact.ts';
import { isCorrectedBetween, isStated, type Reading, spansOfWords, textOf } from '../phrases/evidence.ts';
import type { PhrasePart, Vocabulary } from '../phrases/vocabulary.ts';
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
  const pairs = paired(reading, days, cues).filter(
    ({ day, cue }) => !mayLieAhead(vocabulary, reading, cue.sense.fact, day, cue.words),
  );
  const facts = new Set(pairs.map(({ cue }) => cue.sense.fact));
  const inferred = [...facts].flatMap((fact) => inferDay(reading, fact, pairs, days) ?? []);
  return inferred.length === 0 && cues.length === 0 ? answering(vocabulary, reading, days, options.open) : inferred;
}

/** True if a day that was read as past may as well be one to come: "the tour starts on 10 January". */
function mayLieAhead(
  vocabulary: Vocabulary,
  reading: Reading,
  fact: string,
  { first, last }: Day,
  cue: readonly number[] = [],
): boolean {
  if (vocabulary.facts.get(fact)?.isAppointment !== true) return false;
  return isYearOpen(textOf(reading, Math.min(first, ...cue), Math.max(last, ...cue)));
}

function isDate(vocabulary: Vocabulary, fact: string): boolean {
  const type = vocabulary.facts.get(fact)?.type;
  return type === 'date' || type === 'instant';
}

function daysIn(reading: Reading, today: string): Day[] {
  return readDays(reading.text, { today })
    .slice(0, MAX_DAYS)
    .flatMap((mention) => dayOf(reading, mention) ?? []);
}

function dayOf(reading: Reading, { reading: found, events, places, isCounted, isLoose }: DayMention): Day | undefined {
  const [place] = places;
  if (found.kind === 'future' || place === undefined) return undefined;
  const first = reading.tokens.findIndex((token) => token.end > place.start);
  const last = reading.tokens.findLastIndex((token) => token.start < place.end);
  const isRelative = /\bearlier\b/i.test(reading.text.slice(place.start, place.end));
  const isSaid = first >= 0 && last >= first && !isUnsaid(reading.moods[first] ?? 'asked');
  return isSaid ? { reading: found, events, isLoose, first, last, isRelative, isCounted } : undefined;
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
  if (corrected) return statedDay(reading, fact, corrected, 'high', []);
  const values = new Set(own.map(({ day }) => JSON.stringify(day.reading)));
  const isClear = values.size === 1 || isCorrectedBetween(reading, own.at(-2)?.day.last ?? 0, last.day.first);
  if (!isClear) return undefined;
  return statedDay(reading, fact, last.day, last.cue.mood === 'stated' ? 'high' : 'low', last.cue.words);
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
    isOfOther(vocabulary, open, reading, day) ||
    mayLieAhead(vocabulary, reading, open, day)
  )
    return [];
  return [statedDay(reading, open, day, 'high', [])];
}

/** True if a day is that of another event than a fact's own words tell of. */
function isOfOther(vocabulary: Vocabulary, fact: string, { tokens }: Reading, day: Day): boolean {
  const phrases = vocabulary.facts.get(fact)?.phrases.flatMap((of) => of.phrases) ?? [];
  const asked = eventsNamed(phrases.map((phrase) => wordsOf(phrase)).join(', '));
  if (day.events.length === 0 || asked.size === 0) return hasOwnEvent(tokens, day);
  return !isAmong(day.events, asked);
}

function wordsOf(phrase: readonly PhrasePart[]): string {
  return phrase
    .map((part) => (typeof part === 'string' ? '' : 'word' in part ? part.word : part.oneOf.map(wordsOf).join(' ')))
    .join(' ');
}

function statedDay(
  reading: Reading,
  fact: string,
  day: Day,
  confidence: 'high' | 'low',
  cue: readonly number[],
): InferredFact {
  const words = Array.from({ length: day.last - day.first + 1 }, (_, at) => day.first + at);
  const isDoubtful = day.isCounted || day.reading.kind === 'ambiguous' || isPerhaps(day);
  const isApproximate = reading.tokens
    .slice(Math.max(0, day.first - 2), day.first + 1)
    .some(({ word }) => APPROXIMATE.has(word));
  return {
    fact,
    ...spanOf(day),
    confidence: isDoubtful ? 'low' : confidence,
    ...(isApproximate && { isApproximate }),
    evidence: textOf(reading, Math.min(day.first, ...cue), Math.max(day.last, ...cue)),
    spans: spansOfWords(reading.tokens, [...cue, ...words]),
  };
}

function isPerhaps({ reading }: Day): boolean {
  return reading.kind === 'date' && reading.isPerhaps === true;
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
