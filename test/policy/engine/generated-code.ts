import { expect } from 'vitest';
import type { QuickFacts, QuickValue } from '../../../src/policy/engine/diagram/diagram-code.ts';
import { entailed } from '../../../src/policy/engine/entailment.ts';
import { quickDecider } from '../../../src/policy/engine/quick.ts';
import { entryAt } from '../../../src/policy/entry-at.ts';
import type { Policy } from '../../../src/policy/format/load.ts';
import { oneOf, type Rng, rngOf } from '../../random.ts';

/** The code generated of a policy's diagram answers as the diagram does, for customers complete and not. */
export function expectAsDiagram(policy: Policy): void {
  const quick = quickDecider(policy);
  const rng = rngOf(13);
  for (let i = 0; i < 4000; i++) {
    const { assignment, facts } = anybody(policy, rng, i % 2 === 0 ? 1 : 0.6);
    const truth = entailed(policy, assignment);
    const answer = quick(facts);
    expect(answer.kind, JSON.stringify(facts)).toBe(truth.kind === 'settled' ? 'decided' : truth.kind);
    if (truth.kind !== 'settled' || answer.kind !== 'decided') continue;
    expect(answer.resolution, JSON.stringify(facts)).toBe(truth.outcomes[0]?.resolution);
    expect(answer.terms).toEqual(truth.terms);
    const cited = truth.clauses.flatMap((clause) => (clause.startsWith('~') ? clausesOf(policy, facts) : [clause]));
    expect(answer.clauses.toSorted(), JSON.stringify(facts)).toEqual([...new Set(cited)].toSorted());
  }
}

/** A customer, a share of whose facts is known: as the diagram wants it and as facts. */
function anybody(policy: Policy, rng: Rng, share: number): { assignment: number[]; facts: QuickFacts } {
  const facts: Record<string, QuickValue> = {};
  const isKnown = new Map<string, boolean>();
  const assignment = policy.variables.map(({ fact, values, members }) => {
    if (!isKnown.has(fact)) isKnown.set(fact, rng() < share);
    if (!isKnown.get(fact)) return -1;
    const at = Math.floor(rng() * values.length);
    if (!members) facts[fact] = entryAt(values, at);
    else facts[fact] = [...[facts[fact] ?? []].flat().map(String), ...(at === 1 ? [oneOf(rng, members)] : [])];
    return at;
  });
  return { assignment, facts };
}

/** Those of the conditions that the customer named. */
function clausesOf(policy: Policy, { condition = [] }: QuickFacts): string[] {
  const set = policy.file.facts.condition;
  const named = typeof condition === 'object' ? condition : [];
  return named.map((member) => (set?.type === 'set' && set.values[member]?.clause) || '');
}
