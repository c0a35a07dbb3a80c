import { z } from 'zod';
import { featuresOf } from './features.ts';
import file from './model.json' with { type: 'json' };

/** Weights as a file has them: a row of one byte a label for every feature kept, by the feature's hash. */
export const weightsSchema = z.object({
  /** The worth of one step of a weight's byte, the scores' calibration included. */
  step: z.number().positive(),
  /** The hashes in ascending order, 4 bytes each, little-endian, in base64. */
  features: z.string(),
  /** Signed bytes, a row of `labels.length` for each of the features, in base64. */
  weights: z.string(),
});

/** The model as its file has it. */
export const modelSchema = weightsSchema.extend({
  /** The digest of the examples it was made from and of what was noticed in them. */
  made: z.string(),
  /** The share of right ones among the readings of unseen examples with confidence 0.8 or more. */
  rightWhenSure: z.number(),
  labels: z.array(z.string()),
});

/** A model ready to score with. */
export interface Model {
  labels: number;
  step: number;
  rows: ReadonlyMap<number, number>;
  weights: Int8Array;
}

/** The model of parsed weights. */
export function decoded(parsed: z.infer<typeof weightsSchema> & { labels: readonly string[] }): Model {
  const hashes = Buffer.from(parsed.features, 'base64');
  const rows = new Map<number, number>();
  for (let at = 0; at < hashes.length; at += 4) rows.set(hashes.readUInt32LE(at), at / 4);
  const bytes = Buffer.from(parsed.weights, 'base64');
  const weights = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  return { labels: parsed.labels.length, step: parsed.step, rows, weights };
}

let shipped: Model | undefined;
/** The model that ships with the product, decoded once, when it is first needed. */
export function storedModel(): Model {
  shipped ??= decoded(modelSchema.parse(file));
  return shipped;
}

/** The probability of each label for a text, in the labels' order; undefined for a text without any word. */
export function scoresOf(model: Model, text: string): number[] | undefined {
  const features = featuresOf(text);
  return features.size === 0 ? undefined : probabilities(scoresUnder(model, features));
}

/** The score of each label for features. */
export function scoresUnder(
  { labels, rows, step, weights }: Model,
  features: ReadonlyMap<number, number>,
): Float64Array {
  const scores = new Float64Array(labels);
  for (const [hash, value] of features) {
    const row = rows.get(hash);
    if (row === undefined) continue;
    const start = row * scores.length;
    for (let label = 0; label < scores.length; label += 1) {
      scores[label] = (scores[label] ?? 0) + (weights[start + label] ?? 0) * step * value;
    }
  }
  return scores;
}

/** The softmax of scores. */
export function probabilities(scores: Float64Array): number[] {
  const highest = Math.max(...scores);
  const powers = Array.from(scores, (score) => Math.exp(score - highest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
