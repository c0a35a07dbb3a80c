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
}

const LABELS = INTENTS.length;
const SEEN_AT_LEAST = 2;
const PASSES = 6;
/** How many learn, of whom the mean is kept. */
const MEMBERS = 3;
const RATE = 0.3;
/** Most labels are plainly wrong for most examples; leaving those alone takes a quarter of the time. */
const WORTH_LEARNING = 0.01;

/** An example with its features, and those of its variants, one a member, which are learnt from but never tested with. */
export type Counted = Example & { features: Map<number, number>; variants: Map<number, number>[] };

/** The examples with their features, worked out once for all the models made of them. */
export function counted(examples: readonly Example[]): Counted[] {
  const variants = variantsOf(examples, MEMBERS);
  return examples.map((example, at) => ({
    ...example,
    features: featuresOf(example.text),
    variants: (variants[at] ?? []).map(({ text }) => featuresOf(text)),
  }));
}

/**
 * Learns a weight for each feature and label, of the features given or else of all seen often enough: multinomial logistic
 * regression by AdaGrad, the same every time. Several learn on their own, each from other variants in another order, and
 * the mean of them is kept: less hangs on chance than in any one of them.
 */
export function learn(examples: readonly Counted[], features?: readonly number[]): Regression {
  const everything = examples.flatMap(({ variants, ...example }) => [
    example,
    ...variants.map((features) => ({ ...example, features })),
  ]);
  const vocabulary = features ? rowByFeature(features) : vocabularyOf(everything);
  const sums = new Float64Array(vocabulary.size * LABELS);
  for (let member = 0; member < MEMBERS; member += 1) {
    const own = examples.flatMap((example) => [
      example,
      ...example.variants.slice(member, member + 1).map((features) => ({ ...example, features })),
    ]);
    addTo(sums, memberOf(encode(own, vocabulary), sums.length, sequence(20261101 + member)));
  }
  return { vocabulary, weights: sums.map((sum) => sum / MEMBERS) };
}

function memberOf(encoded: readonly Encoded[], size: number, random: () => number): Float64Array {
  const weights = new Float64Array(size);
  const squares = new Float64Array(size).fill(0.01);
  // Few passes: stopping early does here what a penalty on large weights does elsewhere, and does it better.
  for (let pass = 0; pass < PASSES; pass += 1) {
    for (const at of shuffled(encoded.length, random)) {
      const example = encoded[at];
      if (example) learnFrom(example, weights, squares);
    }
  }
  return weights;
}

function addTo(sums: Float64Array, weights: Float64Array) {
  for (let at = 0; at < sums.length; at += 1) sums[at] = (sums[at] as number) + (weights[at] as number);
}

function learnFrom(example: Encoded, weights: Float64Array, squares: Float64Array) {
  const errors = probabilities(scores(example, weights)).map(
    (share, label) => (share - (label === example.label ? 1 : 0)) * example.weight,
  );
  const wrong = errors.flatMap((error, label) => (Math.abs(error) > WORTH_LEARNING ? [label] : []));
  for (let at = 0; at < example.rows.length; at += 1) {
    const start = (example.rows[at] as number) * LABELS;
    const value = example.values[at] as number;
    for (const label of wrong) {
      const slope = (errors[label] as number) * value;
      const square = (squares[start + label] as number) + slope * slope;
      squares[start + label] = square;
      weights[start + label] = (weights[start + label] as number) - (RATE * slope) / Math.sqrt(square);
    }
  }
}

function scores({ rows, values }: Pick<Encoded, 'rows' | 'values'>, weights: Float64Array): Float64Array {
  const sums = new Float64Array(LABELS);
  for (let at = 0; at < rows.length; at += 1) {
    const start = (rows[at] as number) * LABELS;
    const value = values[at] as number;
    for (let label = 0; label < LABELS; label += 1) {
      sums[label] = (sums[label] as number) + value * (weights[start + label] as number);
    }
  }
  return sums;
}

/** The scores of an example under a regression, before calibration. */
export function scoresUnder(
  { vocabulary, weights }: Regression,
  { features }: Pick<Counted, 'features'>,
): Float64Array {
  return scores(rowsOf(features, vocabulary), weights);
}

function vocabularyOf(examples: readonly Pick<Counted, 'features'>[]): Vocabulary {
  const seen = new Map<number, number>();
  for (const { features } of examples) for (const hash of features.keys()) seen.set(hash, (seen.get(hash) ?? 0) + 1);
  const kept = [...seen].filter(([, times]) => times >= SEEN_AT_LEAST).map(([hash]) => hash);
  return rowByFeature(kept.sort((a, b) => a - b));
}

function rowByFeature(features: readonly number[]): Vocabulary {
  return new Map(features.map((hash, row) => [hash, row]));
}

function encode(examples: readonly Pick<Counted, 'features' | 'intent'>[], vocabulary: Vocabulary): Encoded[] {
  const times = INTENTS.map((intent) => examples.filter((example) => example.intent === intent).length);
  return examples.map(({ features, intent }) => {
    const label = INTENTS.indexOf(intent);
    // A rare label weighs more, but not as much more as it is rarer.
    const weight = Math.sqrt(examples.length / LABELS / (times[label] ?? 1));
    return { ...rowsOf(features, vocabulary), label, weight };
  });
}

function rowsOf(features: ReadonlyMap<number, number>, vocabulary: Vocabulary): Pick<Encoded, 'rows' | 'values'> {
  const known = [...features].filter(([hash]) => vocabulary.has(hash));
  return {
    rows: Uint32Array.from(known, ([hash]) => vocabulary.get(hash) ?? 0),
    values: Float64Array.from(known, ([, value]) => value),
  };
}
