import { IMPOSSIBLE, type Policy } from '../engine/diagram/compile.ts';
import type { Node } from '../engine/diagram/diagram.ts';
import { outcomeOf } from '../engine/entailment.ts';
import type { Situation } from '../engine/facts.ts';
import { workingCopy } from '../engine/working-copy.ts';
import { entryAt } from '../entry-at.ts';
import type { Resolution } from '../format/schema.ts';

/** A fact that a clause follows from. */
export interface Ground {
  fact: string;
  label: string;
  value: unknown;
  /** For a derived fact: its last day, if it is known. */
  until?: string;
  /** For a derived fact: the facts given that it comes from. */
  from?: string[];
}

/**
 * The facts given that a clause of a decision follows from: with them it is decided so, and the clause holds, whatever
 * the others may be; and none of them can be left out.
 */
export function groundsOf(
  original: Policy,
  situation: Situation,
  { clause, among, resolution }: { clause: string; among: 'clauses' | 'terms'; resolution: Resolution },
): Ground[] {
  const policy = workingCopy(original);
  const names = namesOf(policy, clause);
  const isCertain = (assignment: number[]): boolean =>
    [...policy.diagram.terminals(restricted(policy, assignment))]
      .filter((id) => id !== IMPOSSIBLE)
      .map((id) => outcomeOf(policy, id))
      .every((outcome) => outcome.resolution === resolution && outcome[among].some((name) => names.includes(name)));
  let needed = situation.assignment;
  for (const fact of factsIn(policy, needed).toReversed()) {
    const without = needed.map((value, index) => (policy.variables[index]?.fact === fact ? -1 : value));
    if (isCertain(without)) needed = without;
  }
  return factsIn(policy, needed).map((fact) => groundOf(policy, situation, fact, clause));
}

function factsIn(policy: Policy, assignment: number[]): string[] {
  return [...new Set(policy.variables.filter((_, index) => entryAt(assignment, index) >= 0).map(({ fact }) => fact))];
}

/** The clause itself, and the sets whose members named stand for it. */
function namesOf(policy: Policy, clause: string): string[] {
  const sets = Object.entries(policy.file.facts).flatMap(([id, fact]) =>
    fact.type === 'set' && Object.values(fact.values).some((value) => value.clause === clause) ? [`~${id}`] : [],
  );
  return [clause, ...sets];
}

function restricted(policy: Policy, assignment: number[]): Node {
  return policy.diagram.restrictAll(policy.root, assignment);
}

function groundOf(policy: Policy, { facts, known, periods }: Situation, id: string, clause: string): Ground {
  const period = periods.get(id);
  const derived = policy.file.derived[id];
  if (derived) {
    const until = period?.end === undefined ? {} : { until: period.end };
    return { fact: id, label: derived.label, value: period?.value, ...until, from: inputsOf(policy, id, facts) };
  }
  const given = known.get(id);
  const members =
    given?.type === 'set' ? given.value.filter((member) => given.fact.values[member]?.clause === clause) : [];
  return { fact: id, label: policy.file.facts[id]?.label ?? id, value: members.length ? members : facts[id] };
}

/** The facts given that a derived fact is made from. */
function inputsOf(policy: Policy, id: string, facts: Record<string, unknown>): string[] {
  const { applies: _, label: _label, ...definition } = policy.file.derived[id] ?? {};
  const named = JSON.stringify(definition);
  return Object.keys(facts).filter((fact) => Object.hasOwn(policy.file.facts, fact) && named.includes(`"${fact}"`));
}
