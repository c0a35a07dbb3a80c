import { IMPOSSIBLE, type Policy } from './diagram/compile.ts';
import { type Diagram, isTerminal, type Node, terminalValue } from './diagram/diagram.ts';
import { outcomeOf } from './outcome.ts';

/** What all customers of a function who can be are told alike. */
export interface Agreement {
  /** The label they share; `several` where they share none, `nobody` where none of them can be. */
  label: string | typeof several | typeof nobody;
  /** Where all are refused: the clauses that exclude them all, one bit a clause; else none. */
  clauses: bigint;
}

const several = Symbol('several');
const nobody = Symbol('nobody');
const impossible: Agreement = { label: nobody, clauses: 0n };
const nothingAlike: Agreement = { label: several, clauses: 0n };

/** True if nobody of them can be. */
export function isImpossible({ label }: Agreement): boolean {
  return label === nobody;
}

/** True if they get the same answer: one label, or refusals that have an exclusion in common. */
export function isSettled({ label, clauses }: Agreement): boolean {
  return label !== several || clauses !== 0n;
}

/** What the customers of two functions together are told alike. */
export function both(a: Agreement, b: Agreement): Agreement {
  if (a === b || b.label === nobody) return a;
  if (a.label === nobody) return b;
  const label = a.label === b.label ? a.label : several;
  const clauses = a.clauses & b.clauses;
  // On a large diagram most are one of a few, which need not be made anew.
  if (label === several && clauses === 0n) return nothingAlike;
  if (label === a.label && clauses === a.clauses) return a;
  return { label, clauses };
}

/** The agreements of outcomes by themselves, which all diagrams of a policy share. */
interface OfOutcomes {
  terminals: Agreement[];
  bits: Map<string, bigint>;
}

const byOutcomes = new WeakMap<Policy['outcomes'], OfOutcomes>();
const byNodes = new WeakMap<Diagram, Agreement[]>();

/** What the customers of a function are told alike; worked out once for each node, from those below it. */
export function agreementOf(policy: Policy, node: Node): Agreement {
  const nodes = byNodes.get(policy.diagram) ?? [];
  byNodes.set(policy.diagram, nodes);
  const ofOutcomes = byOutcomes.get(policy.outcomes) ?? { terminals: [], bits: new Map() };
  byOutcomes.set(policy.outcomes, ofOutcomes);
  const visit = (at: Node): Agreement => {
    if (isTerminal(at)) return ofTerminal(policy, terminalValue(at), ofOutcomes);
    const known = nodes[at];
    if (known) return known;
    policy.diagram.spend();
    const children = policy.diagram.childrenOf(at);
    let all = impossible;
    for (const child of children) all = both(all, visit(child));
    nodes[at] = all;
    return all;
  };
  return visit(node);
}

function ofTerminal(policy: Policy, id: number, { terminals, bits }: OfOutcomes): Agreement {
  if (id === IMPOSSIBLE) return impossible;
  const known = terminals[id];
  if (known) return known;
  const { label, kind, resolution, clauses } = outcomeOf(policy, id);
  const bitOf = (clause: string): bigint => {
    const bit = bits.get(clause) ?? 1n << BigInt(bits.size);
    bits.set(clause, bit);
    return bit;
  };
  // Refusals by different outcomes are different answers.
  const named = kind === 'refuses' ? clauses.map((clause) => `${resolution} ${clause}`) : [];
  const agreement = { label, clauses: named.reduce((all, clause) => all | bitOf(clause), 0n) };
  terminals[id] = agreement;
  return agreement;
}
