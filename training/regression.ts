import { featuresOf } from '../src/language/intents/features.ts';
import { INTENTS } from '../src/language/intents/intents.ts';
import { probabilities } from '../src/language/intents/model.ts';
import type { Example } from './examples.ts';
import { sequence, shuffled } from './sequence.ts';
import { variantsOf } from './variants.ts';

/** An example as rows of the weight table, with the value and the weight of each. */
export interface Encoded {
  rows: Uint32Array;
  values: Float64Array;
  label: number;
  weight: number;
}

/** The features seen often enough to be learnt, each with its row. */
export type Vocabulary = Map<number, number>;

export interface Regression {
  vocabulary: Vocabulary;
  weights: Float64Array;
  biases: Float64Array;
}

const LABELS = INTENTS.length;
const SEEN_AT_LEAST = 2;
const PASSES = 8;
const RATE = 0.3;

/** An example with its features, and those of its variants, which are learnt from but never tested with. */
export type Counted = Example & { features: Map<number, number>; variants: Map<number, number>[] };

/** The examples with their features, worked out once for all the models made of them. */
export function counted(examples: readonly Example[]): Counted[] {
  const variants = variantsOf(examples);
  return examples.map((example, at) => {
    const variant = variants[at];
    return {
      ...example,
      features: featuresOf(example.text),
      variants: variant && variant.text !== example.text ? [featuresOf(variant.text)] : [],
    };
  });
}

/** Learns a weight for each feature and label: multinomial logistic regression by AdaGrad, the same every time. */
export function learn(examples: readonly Counted[]): Regression {
  const all = examples.flatMap((example) => [
    example,
    ...example.variants.map((features) => ({ ...example, features })),
  ]);
  const vocabulary = vocabularyOf(all);
  const encoded = encode(all, vocabulary);
  const weights = new Float64Array(vocabulary.size * LABELS);
  const biases = new Float64Array(LABELS);
  const squares = new Float64Array(weights.length).fill(0.01);
  const biasSquares = new Float64Array(LABELS).fill(1);
  const random = sequence(20261101);
  for (let pass = 0; pass < PASSES; pass += 1) {
    for (const at of shuffled(encoded.length, random)) {
      const example = encoded[at];
      if (!example) continue;
      const shares = probabilities(scores(example, weights, biases));
      step(example, shares, weights, squares);
      for (let label = 0; label < LABELS; label += 1) {
        const slope = ((shares[label] ?? 0) - (label === example.label ? 1 : 0)) * example.weight;
        biasSquares[label] = (biasSquares[label] ?? 0) + slope * slope;
        biases[label] = (biases[label] ?? 0) - (RATE * slope) / Math.sqrt(biasSquares[label] ?? 1);
      }
    }
  }
  return { vocabulary, weights, biases };
}

function step(
  { rows, values, label: gold, weight }: Encoded,
  shares: number[],
  weights: Float64Array,
  squares: Float64Array,
) {
  const errors = shares.map((share, label) => (share - (label === gold ? 1 : 0)) * weight);
  for (let at = 0; at < rows.length; at += 1) {
    const start = (rows[at] ?? 0) * LABELS;
    const value = values[at] ?? 0;
    for (let label = 0; label < LABELS; label += 1) {
      const place = start + label;
      const now = weights[place] ?? 0;
      const slope = (errors[label] ?? 0) * value;
      const square = (squares[place] ?? 0) + slope * slope;
      squares[place] = square;
      weights[place] = now - (RATE * slope) / Math.sqrt(square);
    }
  }
}

function scores(
  { rows, values }: Pick<Encoded, 'rows' | 'values'>,
  weights: Float64Array,
  biases: Float64Array,
): Float64Array {
  const sums = Float64Array.from(biases);
  for (let at = 0; at < rows.length; at += 1) {
    const start = (rows[at] ?? 0) * LABELS;
    const value = values[at] ?? 0;
    for (let label = 0; label < LABELS; label += 1)
      sums[label] = (sums[label] ?? 0) + value * (weights[start + label] ?? 0);
  }
  return sums;
}

/** The scores of an example under a regression, before calibration. */
export function scoresUnder({ vocabulary, weights, biases }: Regression, example: Counted): Float64Array {
  const [encoded] = encode([example], vocabulary);
  return encoded ? scores(encoded, weights, biases) : Float64Array.from(biases);
}

function vocabularyOf(examples: readonly Counted[]): Vocabulary {
  const seen = new Map<number, number>();
  for (const { features } of examples) for (const hash of features.keys()) seen.set(hash, (seen.get(hash) ?? 0) + 1);
  const kept = [...seen].filter(([, times]) => times >= SEEN_AT_LEAST).map(([hash]) => hash);
  return new Map(kept.sort((a, b) => a - b).map((hash, row) => [hash, row]));
}

function encode(examples: readonly Counted[], vocabulary: Vocabulary): Encoded[] {
  const perLabel = new Float64Array(LABELS);
  for (const { intent } of examples) perLabel[INTENTS.indexOf(intent)] = (perLabel[INTENTS.indexOf(intent)] ?? 0) + 1;
  return examples.map(({ features, intent }) => {
    const known = [...features].filter(([hash]) => vocabulary.has(hash));
    const label = INTENTS.indexOf(intent);
    return {
      rows: Uint32Array.from(known, ([hash]) => vocabulary.get(hash) ?? 0),
      values: Float64Array.from(known, ([, value]) => value),
      label,
      // A rare label weighs more, but not as much more as it is rarer.
      weight: Math.sqrt(examples.length / LABELS / Math.max(perLabel[label] ?? 1, 1)),
    };
  });
}
