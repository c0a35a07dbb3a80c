import { scoresOf, storedModel } from './model.ts';

/** Subjects of an opening message, or of a later one. */
export const INTENTS = [
  'defective',
  'damaged_on_delivery',
  'incomplete_on_delivery',
  'wrong_item_received',
  'wrong_item_ordered',
  'does_not_fit',
  'change_of_mind',
  'cancel_order',
  'digital_product_problem',
  'return_unspecified',
  'refund_status',
  'case_status',
  'policy_question',
  'talk_to_human',
  'greeting',
  'thanks',
  'goodbye',
  'abuse',
  'out_of_scope',
] as const;
export type Intent = (typeof INTENTS)[number];

/** Names for several intents at once, which a policy may use. */
const TOGETHER: Readonly<Record<string, readonly Intent[]>> = {
  damaged_or_incomplete_on_delivery: ['damaged_on_delivery', 'incomplete_on_delivery', 'wrong_item_received'],
};

/** The intents that a name in a policy stands for: those it sums up, else itself. */
export function intentsNamed(name: string): readonly string[] {
  return Object.hasOwn(TOGETHER, name) ? (TOGETHER[name] ?? []) : [name];
}

/** An intent with how likely it is, 0 to 1. */
export interface RankedIntent {
  intent: Intent;
  confidence: number;
}

/** The likeliest intent of a message, and all of them, likeliest first; the confidences add up to 1. */
export interface IntentReading extends RankedIntent {
  ranking: RankedIntent[];
}

// Learnt as if every intent were as frequent as any other; what is out of scope comes in far more kinds than the rest.
const PRIORS: Partial<Record<Intent, number>> = { out_of_scope: Math.exp(0.4) };

/** The intent of a message, as the shipped model reads it; a text without words is out of scope with no confidence. */
export function readIntent(text: string): IntentReading {
  const scores = scoresOf(storedModel(), text);
  if (!scores) return { intent: 'out_of_scope', confidence: 0, ranking: [] };
  const weighed = INTENTS.map((intent, at) => (scores[at] ?? 0) * (PRIORS[intent] ?? 1));
  const sum = weighed.reduce((all, one) => all + one, 0);
  const ranking = INTENTS.map((intent, at) => ({ intent, confidence: (weighed[at] ?? 0) / sum })).sort(
    (a, b) => b.confidence - a.confidence,
  );
  const [{ intent, confidence } = { intent: 'out_of_scope' as const, confidence: 0 }] = ranking;
  return { intent, confidence, ranking };
}

const REASONS: ReadonlySet<Intent> = new Set<Intent>([
  'defective',
  'damaged_on_delivery',
  'incomplete_on_delivery',
  'wrong_item_received',
  'wrong_item_ordered',
  'does_not_fit',
  'change_of_mind',
  'cancel_order',
  'digital_product_problem',
]);
// Below this a reason is a guess, and a guess is asked about, not proposed.
const SURE_OF_REASON = 0.6;

/** True if a message gives the reason of its request clearly enough to propose it instead of asking for it. */
export function claimsReason({ intent, confidence }: RankedIntent): boolean {
  return REASONS.has(intent) && confidence >= SURE_OF_REASON;
}
