import { INTENTS } from '../src/language/intents/intents.ts';
import type { ModelFile } from '../src/language/intents/model.ts';
import { temperatureOf } from './calibration.ts';
import { digestOf, type Example } from './examples.ts';
import { held } from './held-out.ts';
import { counted, learn, type Regression } from './regression.ts';

const MOST_FEATURES = 18_000;
const LABELS = INTENTS.length;

/** The model of examples, as its file has it. */
export function modelOf(examples: readonly Example[]): ModelFile {
  const ready = counted(examples);
  const temperature = temperatureOf(held(ready));
  const regression = learn(ready);
  const kept = weightiest(regression);
  const largest = kept.reduce((most, [, row]) => Math.max(most, weightOf(regression, row)), 0) || 1;
  const step = largest / 127;
  const hashes = Buffer.alloc(kept.length * 4);
  const weights = Buffer.alloc(kept.length * LABELS);
  kept.forEach(([hash, row], at) => {
    hashes.writeUInt32LE(hash, at * 4);
    for (let label = 0; label < LABELS; label += 1) {
      weights.writeInt8(Math.round((regression.weights[row * LABELS + label] ?? 0) / step), at * LABELS + label);
    }
  });
  return {
    examples: digestOf(examples),
    labels: [...INTENTS],
    step: rounded(step / temperature),
    biases: Array.from(regression.biases, (bias) => rounded(bias / temperature)),
    features: hashes.toString('base64'),
    weights: weights.toString('base64'),
  };
}

function weightiest(regression: Regression): [hash: number, row: number][] {
  return [...regression.vocabulary]
    .map(([hash, row]) => ({ hash, row, weight: weightOf(regression, row) }))
    .sort((a, b) => b.weight - a.weight || a.hash - b.hash)
    .slice(0, MOST_FEATURES)
    .sort((a, b) => a.hash - b.hash)
    .map(({ hash, row }) => [hash, row]);
}

function weightOf({ weights }: Regression, row: number): number {
  let most = 0;
  for (let label = 0; label < LABELS; label += 1) most = Math.max(most, Math.abs(weights[row * LABELS + label] ?? 0));
  return most;
}

function rounded(value: number): number {
  return Number(value.toPrecision(6));
}
