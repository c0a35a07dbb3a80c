import type { Policy } from '../../src/policy/format/load.ts';
import type { World } from '../policy/interview/trees.ts';
import { today } from './book.ts';
import { type Dimension, type ShopId, shops, type WireFacts } from './tables.ts';

/** A shop as an explicit table: likelihoods and costs from its file, answers from the hand-written tables. */
export function shopWorld(shopId: ShopId, policy: Policy): World {
  const shop = shops[shopId];
  const dimensions = shop.dimensions.map((dimension) => ({ ...dimension, values: valuesOf(dimension) }));
  const questions = dimensions.map(({ id, values }) => ({ id, likelihoods: likelihoodsOf(policy, id, values) }));
  return {
    questions,
    answer(values) {
      const facts: WireFacts = { [shop.startDate]: 'unknown' };
      dimensions.forEach((dimension, i) => {
        Object.assign(facts, dimension.write(dimension.values[values[i] ?? 0], today));
      });
      const outcome = shop.outcome(facts, today);
      if (outcome === 'impossible') return undefined;
      const { resolution, feePercent, deadline, clauses, terms } = outcome;
      const label = JSON.stringify([resolution, feePercent, deadline, clauses.toSorted(), terms.toSorted()]);
      return resolution === 'not-eligible' ? { label, clauses } : { label };
    },
    cost(question, value, known) {
      const askedBy = (i: number, at: number): string[] => dimensions[i]?.asked(dimensions[i].values[at]) ?? [];
      const before = new Set(known.flatMap((at, i) => (at === -1 ? [] : askedBy(i, at))));
      const anew = askedBy(question, value).filter((fact) => !before.has(fact));
      return anew.reduce((sum, id) => sum + costOf(policy, id), 0);
    },
  };
}

function costOf({ file }: Policy, id: string): number {
  const fact = file.facts[id];
  return fact && 'cost' in fact ? fact.cost : 1;
}

function valuesOf({ id, values }: Dimension): readonly unknown[] {
  return id === 'condition' ? ['none', 'first'] : values;
}

function likelihoodsOf(policy: Policy, id: string, values: readonly unknown[]): number[] {
  const fact = policy.file.facts[id];
  const weightOf = (value: unknown): number => {
    if (fact?.type === 'choice') return fact.values[String(value)]?.likelihood ?? 0;
    if (fact?.type === 'yes-no') return fact.likelihood[String(value) as 'true' | 'false' | 'unknown'] ?? 0;
    return policy.file.derived[id]?.likelihood[String(value)] ?? 0;
  };
  if (fact?.type === 'set') {
    const none = Object.values(fact.values).reduce((share, member) => share * (1 - member.likelihood / 100), 1);
    return [none, 1 - none];
  }
  const total = values.reduce((sum: number, value) => sum + weightOf(value), 0);
  return values.map((value) => weightOf(value) / total);
}
