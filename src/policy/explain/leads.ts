import { plannerOf } from '../engine/decide.ts';
import type { Policy } from '../engine/diagram/compile.ts';
import { IMPOSSIBLE } from '../engine/diagram/compile.ts';
import { entailed, outcomeOf } from '../engine/entailment.ts';
import type { Situation } from '../engine/facts.ts';
import { workingCopy } from '../engine/working-copy.ts';
import { entryAt } from '../entry-at.ts';
import type { Resolution } from '../format/schema.ts';

/** The outcome of an answer: a resolution, or to one of several that more facts would settle. */
export type LeadsTo = { resolution: Resolution } | { stillPossible: Resolution[] };

/** A fact that is still missing, and where each answer to it leads. */
export interface Lead {
  fact: string;
  label: string;
  /** For a derived fact: the facts that would tell it. */
  asks?: string[];
  answers: ({ value: unknown } & LeadsTo)[];
}

/** The outcome of each answer to each fact that can still change it, nothing else becoming known. */
export function leadsOf(policy: Policy, situation: Situation): Lead[] {
  const relevant = plannerOf(policy).relevantFacts(situation.assignment);
  const open = policy.variables.filter(
    ({ fact }, index) => entryAt(situation.assignment, index) < 0 && relevant.has(fact),
  );
  return [...new Set(open.map(({ fact }) => fact))].map((id) => {
    const period = situation.periods.get(id);
    const { label } = policy.file.facts[id] ?? policy.file.derived[id] ?? { label: id };
    const answers = choicesOf(policy, id).flatMap(({ value, values }) => {
      const end = leadsTo(
        policy,
        situation.assignment.map((known, index) => values.get(index) ?? known),
      );
      return end ? [{ value, ...end }] : [];
    });
    return { fact: id, label, ...(period && { asks: period.missing }), answers };
  });
}

/** The resolutions that can still come, whatever else becomes known. */
export function possibleResolutions(original: Policy, { assignment }: Pick<Situation, 'assignment'>): Resolution[] {
  const policy = workingCopy(original);
  const node = policy.diagram.restrictAll(policy.root, assignment);
  const ids = [...policy.diagram.terminals(node)].filter((id) => id !== IMPOSSIBLE);
  return [...new Set(ids.map((id) => outcomeOf(policy, id).resolution))].sort();
}

/** Each answer to a fact, with what it says of the fact's variables. A set: none, or a member, those alike together. */
function choicesOf(policy: Policy, fact: string): { value: unknown; values: Map<number, number> }[] {
  const own = policy.variables.flatMap((variable, index) => (variable.fact === fact ? [{ ...variable, index }] : []));
  const [first] = own;
  if (!first?.members) {
    return (first?.values ?? []).map((value, at) => ({ value, values: new Map([[first?.index ?? -1, at]]) }));
  }
  const named = (members: number | undefined): Map<number, number> =>
    new Map(own.map(({ index }) => [index, index === members ? 1 : 0]));
  return [
    { value: [], values: named(undefined) },
    ...own.map(({ members = [], index }) => ({ value: members, values: named(index) })),
  ];
}

function leadsTo(policy: Policy, assignment: number[]): LeadsTo | undefined {
  const answer = entailed(workingCopy(policy), assignment);
  if (answer.kind === 'impossible') return undefined;
  if (answer.kind === 'settled') return { resolution: answer.outcomes[0]?.resolution ?? 'human-review' };
  return { stillPossible: possibleResolutions(policy, { assignment }) };
}
