import { wordSet } from '../../text/phrases.ts';
import en from '../en/phrases/evidence.json' with { type: 'json' };
import { withTypos } from '../tokens/mistyped.ts';
import { type Mood, moodsOf } from '../tokens/mood.ts';
import { type Token, tokensOf } from '../tokens/tokens.ts';
import { type Hit, hitsIn } from './hits.ts';
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
  const taken = new Map(
    hits.flatMap(({ words }) => words.map((word): [number, number] => [word, words.at(-1) ?? word])),
  );
  const evidence = hits.flatMap((hit) => {
    const polarity = polarityOf(hit, tokens, taken);
    const mood = moodOf(hit, moods);
    return hit.senses.map((sense): Evidence => ({ sense, polarity, mood, words: hit.words }));
  });
  return { text, tokens, moods, evidence };
}

const DOUBTFUL: readonly Mood[] = ['supposed', 'asked', 'presupposed', 'guessed'];

// A phrase is as doubtful as the most doubtful of its words.
function moodOf(hit: Hit, moods: readonly Mood[]): Mood {
  const own = hit.words.map((word) => moods[word]);
  return DOUBTFUL.find((mood) => own.includes(mood)) ?? 'stated';
}

/** True if a message states this, softly or in passing perhaps. */
export function isStated({ mood }: Evidence): boolean {
  return mood !== 'supposed' && mood !== 'asked';
}

export function firstOf({ words }: Evidence): number {
  return words[0] ?? 0;
}

export function lastOf({ words }: Evidence): number {
  return words.at(-1) ?? 0;
}

/** The words of a message from one place to another, as they were written. */
export function quoted({ text, tokens }: Reading, first: number, last: number): string {
  return text.slice(tokens[first]?.start ?? 0, tokens[last]?.end ?? 0);
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
