import { expect, test } from 'vitest';
import { checkPolicy } from '../../../src/desk/check/policy-check.ts';
import { cardMessage } from '../../../src/desk/teams/card/parts.ts';
import { checkCard } from '../../../src/desk/teams/check/form.ts';
import { factsIn } from '../../../src/desk/teams/check/inputs.ts';
import { words } from '../../../src/desk/words/words.ts';
import type { Facts } from '../../../src/policy/engine/facts.ts';
import type { Policy } from '../../../src/policy/format/load.ts';
import type { Json } from '../../../src/store/store.ts';
import { flawOf } from './card-schema.ts';

/** The form in Teams that runs a policy, filled in for each customer of the policy's examples. */
export function filledForm(shop: Policy): void {
  test(`the form of ${shop.file.id} takes every customer of the policy’s own examples, and its answer fits on a card`, () => {
    const examples = examplesOf(shop);
    expect(examples.length).toBeGreaterThan(20);
    for (const { facts, today, now } of examples) {
      const inputs = filledIn(shop, facts);
      expect(factsIn(shop, inputs)).toEqual(facts);
      const result = checkPolicy(shop, facts, { today: today ?? shop.file.version, now });
      expect(
        flawOf(cardMessage(checkCard(shop, { given: inputs, result, hasOthers: true }), words.check.title)),
      ).toBeUndefined();
    }
  });
}

function examplesOf({ file }: Policy) {
  return Object.values(file.clauses).flatMap(({ examples }) => [...examples.in, ...examples.out]);
}

/** What somebody fills in who knows these facts. */
function filledIn({ file }: Policy, facts: Facts): Record<string, Json> {
  const typed = (id: string) => ['date', 'instant', 'months'].includes(file.facts[id]?.type ?? '');
  const unknown = Object.entries(facts).flatMap(([id, value]) => (value === 'unknown' && typed(id) ? [id] : []));
  const inputs = Object.entries(facts).flatMap(([id, value]): [string, string][] => {
    if (unknown.includes(id)) return [];
    if (Array.isArray(value)) return [[`fact-${id}`, value.length ? value.join(',') : 'none']];
    if (typeof value !== 'object' || value === null) return [[`fact-${id}`, String(value)]];
    const { amount, currency } = value as { amount: string; currency: string };
    return [[`fact-${id}`, `${amount} ${currency.toLowerCase()}`]];
  });
  return { ...Object.fromEntries(inputs), ...(unknown.length && { 'not-known': unknown.join(',') }) };
}
