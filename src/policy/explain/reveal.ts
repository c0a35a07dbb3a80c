import { type Fact, isOnPapers } from '../fact-types/fact-types.ts';

/**
 * True if a customer who was refused may hear that this fact decided, or this value of it would have. A fact that says
 * nothing of `reveal` is revealed only if papers tell it.
 */
export function isRevealed(fact: Fact, value?: string): boolean {
  const own = value !== undefined && 'values' in fact ? fact.values[value]?.reveal : undefined;
  return own ?? fact.reveal ?? isOnPapers(fact.type);
}
