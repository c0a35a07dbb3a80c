import { decide } from '../../../src/policy/engine/decide.ts';
import type { Decision } from '../../../src/policy/engine/decision.ts';
import type { Policy } from '../../../src/policy/format/load.ts';
import { kindOf } from '../../../src/policy/format/outcome-schema.ts';

type WireFacts = Record<string, unknown>;

/** How a policy strays on all partial facts of a small shop from what every completion of them says. */
export interface Strays {
  /** Decided, though a later fact can change it. */
  early: string[];
  /** Waited with, though no fact can change anything. */
  late: string[];
  /** The decisions of complete facts. */
  decisions: Decision[];
}

/** Goes through all partial facts that are made of these values. */
export function straysOf(policy: Policy, at: { today: string }, values: Record<string, unknown[]>): Strays {
  const complete = new Map<string, Decision[]>();
  const found: Strays = { early: [], late: [], decisions: [] };
  const completionsOf = (facts: WireFacts): Decision[] => {
    const key = JSON.stringify(Object.keys(values).map((id) => facts[id] ?? null));
    const known = complete.get(key) ?? distinct(visit(facts));
    complete.set(key, known);
    return known;
  };
  const visit = (facts: WireFacts): Decision[] => {
    const open = Object.keys(values).find((id) => facts[id] === undefined);
    if (open !== undefined) return (values[open] ?? []).flatMap((value) => completionsOf({ ...facts, [open]: value }));
    const verdict = decide(policy, facts, at);
    return verdict.kind === 'decision' ? [verdict.decision] : [];
  };
  found.decisions = completionsOf({});
  for (const facts of partial(values)) {
    const verdict = decide(policy, facts, at);
    const completions = completionsOf(facts);
    const stays = verdict.kind === 'decision' && completions.every((one) => keeps(policy, verdict.decision, one));
    if (verdict.kind === 'decision' && !stays) found.early.push(JSON.stringify(facts));
    if (verdict.kind === 'undecided' && agree(policy, completions)) found.late.push(JSON.stringify(facts));
  }
  return found;
}

function partial(values: Record<string, unknown[]>): WireFacts[] {
  return Object.entries(values).reduce<WireFacts[]>(
    (cases, [id, list]) => cases.flatMap((facts) => [facts, ...list.map((value) => ({ ...facts, [id]: value }))]),
    [{}],
  );
}

function distinct(decisions: Decision[]): Decision[] {
  return [...new Map(decisions.map((one) => [JSON.stringify(one), one])).values()];
}

/** A refusal may gain clauses and terms; everything else stays as it is. */
function keeps(policy: Policy, earlier: Decision, later: Decision): boolean {
  if (JSON.stringify(restOf(earlier)) !== JSON.stringify(restOf(later))) return false;
  const isRefusal = kindOf(policy.file, earlier.resolution) === 'refuses';
  const same = (a: string[], b: string[]): boolean =>
    isRefusal ? a.every((id) => b.includes(id)) : String(a) === String(b);
  return same(earlier.clauses, later.clauses) && same(earlier.terms, later.terms);
}

function restOf({ clauses: _, terms: __, alternatives: ___, review: ____, ...rest }: Decision): object {
  return rest;
}

function agree(policy: Policy, decisions: Decision[]): boolean {
  const [first] = decisions;
  if (!first) return false;
  const isRefusal = kindOf(policy.file, first.resolution) === 'refuses';
  if (isRefusal && decisions.every(({ resolution }) => resolution === first.resolution))
    return first.clauses.some((clause) => decisions.every(({ clauses }) => clauses.includes(clause)));
  return decisions.every((one) => keeps(policy, first, one));
}
