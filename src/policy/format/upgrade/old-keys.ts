import type { OrderField } from '../../fact-types/order-fields.ts';

/** A key of earlier policies: what it is called now, or where what it said stands now. */
export type OldKey = {
  /** Its path; `*` stands for any key. */
  path: readonly string[];
} & ({ renamedTo: string } | { movedTo: string });

/** The keys of earlier policies; one that still uses them is refused, and `returns upgrade` rewrites it. */
export const oldKeys: readonly OldKey[] = [
  { path: ['facts', '*', 'hears'], renamedTo: 'phrases' },
  { path: ['facts', '*', 'values', '*', 'hears'], renamedTo: 'phrases' },
  { path: ['facts', '*', 'values', '*', 'denies'], renamedTo: 'negativePhrases' },
  { path: ['facts', '*', 'values', '*', 'claims'], renamedTo: 'intents' },
  { path: ['derived', '*', 'asks'], renamedTo: 'askFor' },
  { path: ['clauses', '*', 'asks'], renamedTo: 'sampleQuestions' },
  { path: ['wording'], movedTo: 'the file of each language in a folder, such as de.yaml' },
];

/**
 * Facts that took a field of an order by their id, before `fromOrder` said so; one of money took the price by its type.
 */
export const fieldsByOldId: Readonly<Record<string, OrderField>> = {
  purchasedOn: 'order.purchasedOn',
  shippedOn: 'order.shippedOn',
  receivedOn: 'order.receivedOn',
  delivery: 'order.delivery',
  tier: 'order.tier',
  goods: 'item.goods',
  activation: 'item.activation',
  discounted: 'item.discounted',
  warrantyMonths: 'item.warrantyMonths',
};

/** A message about a key of earlier policies, with its new name; `undefined` for a key that never was one. */
export function whatBecameOf(path: readonly PropertyKey[], file: string): string | undefined {
  const old = oldKeys.find((one) => matches(one.path, path));
  if (!old) return undefined;
  const key = String(path.at(-1));
  return 'renamedTo' in old
    ? `${key} is now called ${old.renamedTo}; "returns upgrade ${file}" rewrites it`
    : `${key} stands in ${old.movedTo}; "returns upgrade ${file}" makes a comment of it`;
}

function matches(pattern: readonly string[], path: readonly PropertyKey[]): boolean {
  return pattern.length === path.length && pattern.every((part, i) => part === '*' || part === String(path[i]));
}
