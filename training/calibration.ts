import { INTENTS } from '../src/language/intents/intents.ts';
import { probabilities } from '../src/language/intents/model.ts';
import type { Held } from './held-out.ts';

/** What scores are divided by so that, of messages read with confidence p, the share p is read rightly. */
export function temperatureOf(held: readonly Held[]): number {
  const candidates = Array.from({ length: 60 }, (_, at) => 0.3 * 1.05 ** at);
  return candidates.reduce((best, candidate) => (lossAt(held, candidate) < lossAt(held, best) ? candidate : best));
}

function lossAt(held: readonly Held[], temperature: number): number {
  return held.reduce((sum, one) => sum - Math.log(Math.max(probabilityOfTruth(one, temperature), 1e-12)), 0);
}

function probabilityOfTruth({ example, scores }: Held, temperature: number): number {
  const shares = probabilities(scores.map((score) => score / temperature));
  return shares[INTENTS.indexOf(example.intent)] ?? 0;
}
