import { probabilities } from '../src/language/intents/model.ts';
import { sequence, shuffled } from './sequence.ts';

/** An example with the share that each label has in it. */
export interface SoftExample {
  features: readonly (readonly [hash: number, value: number])[];
  wanted: readonly number[];
}

const PASSES = 8;
const RATE = 0.3;

/** A weight for each feature and label by multinomial logistic regression (AdaGrad), the same every time. */
export function learnSoftly(examples: readonly SoftExample[], labels: number): Map<number, Float64Array> {
  const weights = new Map<number, Float64Array>();
  const squares = new Map<number, Float64Array>();
  for (const { features } of examples)
    for (const [hash] of features) {
      weights.set(hash, new Float64Array(labels));
      squares.set(hash, new Float64Array(labels).fill(0.01));
    }
  const random = sequence(20261128);
  for (let pass = 0; pass < PASSES; pass += 1)
    for (const at of shuffled(examples.length, random)) {
      const example = examples[at];
      if (example) learnFrom(example, weights, squares);
    }
  return weights;
}

function learnFrom(
  { features, wanted }: SoftExample,
  weights: ReadonlyMap<number, Float64Array>,
  squares: ReadonlyMap<number, Float64Array>,
): void {
  const errors = sharesUnder(features, weights, wanted.length).map((share, label) => share - (wanted[label] ?? 0));
  for (const [hash, value] of features) {
    const row = weights.get(hash);
    const square = squares.get(hash);
    if (!row || !square) continue;
    for (let label = 0; label < row.length; label += 1) {
      const slope = (errors[label] ?? 0) * value;
      square[label] = (square[label] ?? 0) + slope * slope;
      row[label] = (row[label] ?? 0) - (RATE * slope) / Math.sqrt(square[label] ?? 1);
    }
  }
}

function sharesUnder(
  features: SoftExample['features'],
  weights: ReadonlyMap<number, Float64Array>,
  labels: number,
): number[] {
  const scores = new Float64Array(labels);
  for (const [hash, value] of features) {
    const row = weights.get(hash);
    for (let label = 0; row && label < labels; label += 1)
      scores[label] = (scores[label] ?? 0) + (row[label] ?? 0) * value;
  }
  return probabilities(scores);
}
