import { readMonths } from '../../numbers/numbers.ts';
import { anyOf, wordSet } from '../../text/phrases.ts';
import en from '../en/facts/lengths.json' with { type: 'json' };
import type { InferredFact } from '../inferred-fact.ts';
import { type Evidence, firstOf, isStated, lastOf, quoted, type Reading } from '../phrases/evidence.ts';
import type { Vocabulary } from '../phrases/vocabulary.ts';
import type { Token } from '../tokens/tokens.ts';

/** A length of time, and the words that say it, as places among the tokens. */
interface Length {
  months: number;
  first: number;
  last: number;
}

const UNIT = /^(?:months?|mths?|mos?|years?|yrs?|yr|y)$/;
const AMOUNT = new RegExp(`^(?:${anyOf(en.amount)}|\\d{1,3})$`);
/** "24months", "2y". */
const JOINED = /^\d{1,3}(?:months?|mths?|mo|years?|yrs?|y)$/;
/** Words that make a length something else than a running time: "two years ago", "three months of warranty left". */
const OTHER = wordSet(en.other);
const FURTHEST = 5;

/** The lengths in months that a message gives for month facts, each beside a word that tells of what. */
export function inferLengths(vocabulary: Vocabulary, reading: Reading): InferredFact[] {
  const lengths = lengthsIn(reading.tokens);
  const cues = reading.evidence.filter(
    (one) =>
      one.sense.kind === 'cue' &&
      isStated(one) &&
      one.polarity === 'affirmed' &&
      vocabulary.facts.get(one.sense.fact)?.type === 'months',
  );
  const facts = new Set(cues.map(({ sense }) => sense.fact));
  return [...facts].flatMap((fact) => inferLength(reading, lengths, cues, fact) ?? []);
}

function inferLength(
  reading: Reading,
  lengths: readonly Length[],
  cues: readonly Evidence[],
  fact: string,
): InferredFact | undefined {
  const near = lengths.filter((length) =>
    cues.some((cue) => cue.sense.fact === fact && isBeside(reading.tokens, length, cue)),
  );
  const [length] = near;
  if (!length || near.some(({ months }) => months !== length.months)) return undefined;
  return {
    fact,
    value: length.months,
    confidence: reading.moods[length.first] === 'stated' ? 'high' : 'low',
    ...quoted(reading, length.first, length.last),
  };
}

function isBeside(tokens: readonly Token[], length: Length, cue: Evidence): boolean {
  const isBefore = lastOf(cue) < length.first;
  const [from, to] = isBefore ? [lastOf(cue) + 1, length.first] : [length.last + 1, firstOf(cue)];
  const between = tokens.slice(from, to);
  if (
    between.length > FURTHEST ||
    tokens.slice(from, to + 1).some(({ pause }) => pause === 'sentence' || pause === 'comma')
  )
    return false;
  const around = [...between, ...tokens.slice(Math.max(length.last, lastOf(cue)) + 1).slice(0, 2)];
  return !around.some(({ word, pause }, at) => OTHER.has(word) && !(at >= between.length && pause !== 'none'));
}

function lengthsIn(tokens: readonly Token[]): Length[] {
  return tokens.flatMap(({ word }, at) => {
    const isUnit = UNIT.test(word) && AMOUNT.test(tokens[at - 1]?.word ?? '');
    if (!isUnit && !JOINED.test(word)) return [];
    const first = isUnit ? at - 1 : at;
    const months = readMonths(
      tokens
        .slice(first, at + 1)
        .map((token) => token.word)
        .join(' '),
    );
    return months === undefined ? [] : [{ months, first, last: at }];
  });
}
