import type { Fact } from '../../../policy/format/schema.ts';
import { readingOf } from '../fact-types/fact-readings.ts';

/** True if a fact tells the customer's reason: its values are meant by intents. */
export function statesReason(fact: Fact | undefined): boolean {
  return (
    fact !== undefined &&
    readingOf(fact)
      .intents(fact)
      .some(({ intents }) => intents.length > 0)
  );
}
