import { wordSet } from '../../text/phrases.ts';
import en from '../en/phrases/evidence.json' with { type: 'json' };
import type { Span } from '../inferred-fact.ts';
import { withTypos } from '../tokens/mistyped.ts';
import { isUnsaid, type Mood, moodsOf } from '../tokens/mood.ts';
import { type Token, tokensOf } from '../tokens/tokens.ts';
import { type Hit, hitsIn, isImplied } from './hits.ts';
import type { Lexicon } from './lexicon.ts';
import { type Polarity, polarityOf } from './polarity.ts';
import type { Sense } from './vocabulary.ts';

/** One phrase for one fact, as the message means it. */
export interface Evidence {
  sense: Sense;
  polarity: Polarity;
  mood: Mood;
  /** Its words, as places among the tokens. */
  words: number[];
}

/** A message and all that its phrases say. */
export interface Reading {
  text: string;
  tokens: Token[];
  moods: Mood[];
  evidence: Evidence[];
}

/** Finds what the phrases of a policy say in a message, and how each is meant. */
export function readingOf(lexicon: Lexicon, text: string): Reading {
  const tokens = withTypos(lexicon.words, tokensOf(text));
  const moods = moodsOf(tokens);
  const hits = hitsIn(lexicon.phrases, tokens);
  const taken = new Map([
    ...moods.flatMap((mood, at): [number, number][] => (mood === 'aside' ? [[at, at]] : [])),
    ...hits
      .filter((hit) => !isImplied(hit))
      .flatMap(({ words }) => words.map((word): [number, number] => [word, words.at(-1) ?? word])),
  ]);
  const evidence = hits.flatMap((hit) => {
    const polarity = polarityOf(hit, tokens, taken);
    const mood = moodOf(hit, moods);
    return hit.senses.map((sense): Evidence => ({ sense, polarity, mood, words: hit.words }));
  });
  return { text, tokens, moods, evidence };
}

const DOUBTFUL: readonly Mood[] = ['aside', 'supposed', 'asked', 'presupposed', 'guessed'];

// A phrase is as doubtful as the most doubtful of its words.
function moodOf(hit: Hit, moods: readonly Mood[]): Mood {
  const own = hit.words.map((word) => moods[word]);
  return DOUBTFUL.find((mood) => own.includes(mood)) ?? 'stated';
}

/** True if a message states this, softly or in passing perhaps. */
export function isStated({ mood }: Evidence): boolean {
  return !isUnsaid(mood);
}

export function firstOf({ words }: Evidence): number {
  return words[0] ?? 0;
}

export function lastOf({ words }: Evidence): number {
  return words.at(-1) ?? 0;
}

/** The words of a message from one place to another, as they were written. */
export function textOf({ text, tokens }: Reading, first: number, last: number): string {
  return text.slice(tokens[first]?.start ?? 0, tokens[last]?.end ?? 0);
}

/** The words of a message from one place to another, and where they stand. */
export function quoted(reading: Reading, first: number, last: number): { evidence: string; spans: Span[] } {
  const [start, end] = [reading.tokens[first]?.start ?? 0, reading.tokens[last]?.end ?? 0];
  return { evidence: textOf(reading, first, last), spans: [{ start, end }] };
}

/** The characters of the words of some phrases, in order, neighbours joined. */
export function spansOf({ tokens }: Reading, evidence: readonly Evidence[]): Span[] {
  return spansOfWords(
    tokens,
    evidence.flatMap(({ words }) => words),
  );
}

/** The characters of some words of a message, in order, neighbours joined. */
export function spansOfWords(tokens: readonly Token[], words: readonly number[]): Span[] {
  const spans: Span[] = [];
  const places = [...new Set(words)].sort((one, other) => one - other);
  for (const [at, place] of places.entries()) {
    const { start, end } = tokens[place] ?? { start: 0, end: 0 };
    const last = spans.at(-1);
    if (last && places[at - 1] === place - 1) last.end = end;
    else spans.push({ start, end });
  }
  return spans;
}

const CORRECTING = wordSet(en.correcting);

/** True if between two places the customer takes back what stands at the first: "in March, no sorry, April". */
export function isCorrectedBetween({ tokens }: Reading, from: number, to: number): boolean {
  return tokens.slice(from + 1, to).some(({ word, stems }, at, all) => {
    const isMeaning = word === 'mean' && all[at - 1]?.word === 'i';
    const isMaking = word === 'make' && /^(?:that|it)$/.test(all[at + 1]?.word ?? '');
    return isMeaning || isMaking || CORRECTING.has(word) || stems.includes('correction');
  });
}
