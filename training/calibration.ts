import { INTENTS } from '../src/language/intents/intents.ts';
import { probabilities } from '../src/language/intents/model.ts';
import type { Held } from './held-out.ts';

/** A reading this confident is taken for right. */
const SURE = 0.8;
/** What share of the sure readings must be right. */
const RIGHT_WHEN_SURE = 0.955;

/**
 * What scores are divided by so that, of messages read with confidence p, the share p is read rightly; and more, if readings
 * of 0.8 and above would be wrong more often than one in twenty.
 */
export function temperatureOf(held: readonly Held[]): number {
  const candidates = Array.from({ length: 24 }, (_, at) => 0.5 * 1.08 ** at);
  const fairest = candidates.reduce((best, candidate) =>
    lossAt(held, candidate) < lossAt(held, best) ? candidate : best,
  );
  return candidates.find((one) => one >= fairest && rightWhenSure(held, one) >= RIGHT_WHEN_SURE) ?? fairest;
}

function lossAt(held: readonly Held[], temperature: number): number {
  return held.reduce((sum, one) => sum - Math.log(Math.max(probabilityOfTruth(one, temperature), 1e-12)), 0);
}

/** The share of right readings among those that are sure at a temperature. */
export function rightWhenSure(held: readonly Held[], temperature: number): number {
  const sure = held.filter((one) => Math.max(...sharesAt(one, temperature)) >= SURE);
  const right = sure.filter((one) => probabilityOfTruth(one, temperature) >= SURE);
  return sure.length === 0 ? 1 : right.length / sure.length;
}

function probabilityOfTruth(one: Held, temperature: number): number {
  return sharesAt(one, temperature)[INTENTS.indexOf(one.example.intent)] ?? 0;
}

function sharesAt({ scores }: Held, temperature: number): number[] {
  return probabilities(scores.map((score) => score / temperature));
}
