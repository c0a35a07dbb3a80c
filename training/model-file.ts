import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { INTENTS } from '../src/language/intents/intents.ts';
import type { modelSchema } from '../src/language/intents/model.ts';
import { rightWhenSure, temperatureOf } from './calibration.ts';
import type { Example } from './examples.ts';
import { held } from './held-out.ts';
import { type Counted, counted, learn, type Regression } from './regression.ts';

const MOST_FEATURES = 19_000;
const LABELS = INTENTS.length;

/** The model of examples, as its file has it. */
export function modelOf(examples: readonly Example[]): z.infer<typeof modelSchema> {
  const ready = counted(examples);
  const unseen = held(ready);
  const temperature = temperatureOf(unseen);
  // Learnt again with what is kept alone: those weights then stand in for what was left out.
  const regression = learn(ready, weightiest(learn(ready)));
  const kept = [...regression.vocabulary];
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
    made: digestOf(ready),
    rightWhenSure: rounded(rightWhenSure(unseen, temperature)),
    labels: [...INTENTS],
    step: rounded(step / temperature),
    features: hashes.toString('base64'),
    weights: weights.toString('base64'),
  };
}

/** The digest by which a model tells what it was made of: the examples, their variants and what is noticed in them. */
export function digestOf(examples: readonly Counted[]): string {
  const hash = createHash('sha256');
  for (const { intent, features, variants } of examples) {
    hash.update(intent);
    for (const seen of [features, ...variants]) {
      hash.update(Uint32Array.from(seen.keys()));
      hash.update(Float64Array.from(seen.values()));
    }
  }
  return hash.digest('hex').slice(0, 16);
}

/** The features that tell most, in ascending order. */
function weightiest(regression: Regression): number[] {
  return [...regression.vocabulary]
    .map(([hash, row]) => ({ hash, weight: weightOf(regression, row) }))
    .sort((a, b) => b.weight - a.weight || a.hash - b.hash)
    .slice(0, MOST_FEATURES)
    .map(({ hash }) => hash)
    .sort((a, b) => a - b);
}

function weightOf({ weights }: Regression, row: number): number {
  let most = 0;
  for (let label = 0; label < LABELS; label += 1) most = Math.max(most, Math.abs(weights[row * LABELS + label] ?? 0));
  return most;
}

function rounded(value: number): number {
  return Number(value.toPrecision(6));
}
