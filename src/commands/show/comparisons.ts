import { isComparison } from '../../policy/format/comparison-schema.ts';
import type { Fact } from '../../policy/format/schema.ts';

const bounds: Readonly<Record<string, string>> = {
  under: 'under',
  atMost: 'at most',
  over: 'over',
  atLeast: 'at least',
  from: 'from',
  to: 'to',
};

/** What a condition asks of a number or amount, such as "under 2 hours"; `undefined` for any other value. */
export function comparisonInWords(fact: Fact | undefined, value: unknown): string | undefined {
  if (typeof value === 'number') return `${value}${unitOf(fact)}`;
  if (!isComparison(value)) return undefined;
  const parts = Object.entries(value).map(([bound, limit]) => `${bounds[bound] ?? bound} ${limit}`);
  return `${parts.join(' ')}${unitOf(fact)}`;
}

function unitOf(fact: Fact | undefined): string {
  if (fact?.type === 'amount') return ` ${fact.currency}`;
  return fact?.type === 'number' && fact.unit !== undefined ? ` ${fact.unit}` : '';
}
