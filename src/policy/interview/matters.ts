import { IMPOSSIBLE, type Policy } from '../engine/diagram/compile.ts';
import { type Diagram, DiagramTooLargeError, isTerminal, type Node, terminalValue } from '../engine/diagram/diagram.ts';
import type { Questions } from './questions.ts';

/** A fact of which so many steps do not tell that it matters is taken not to. */
const mostSteps = 2_000;

/**
 * Finds the facts that can still matter: with one of their values, and perhaps others known, the answer is settled that
 * was open without it. Mostly two values of such a fact lead to different answers; but a value also matters that a
 * rule of `impossible` lets rule others out, and one that leaves only refusals with an exclusion in common.
 */
export class Matters {
  private readonly questions: Questions;
  private readonly found = new Map<Node, readonly string[]>();
  private readonly settling = new Map<string, boolean>();
  private readonly hasOverlaps: boolean;

  constructor(questions: Questions) {
    this.questions = questions;
    this.hasOverlaps = refusalsOverlap(questions.policy);
  }

  /** The facts and derived facts that can still matter, in the order of the file; some wherever the answer is open. */
  facts(node: Node): readonly string[] {
    const known = this.found.get(node);
    if (known) return known;
    const telling = this.questions.tellingFacts(node);
    const tested = this.questions.testedFacts(node);
    const mattering = tested.filter((fact) => telling.includes(fact) || this.provably(node, fact));
    const result = mattering.length > 0 ? mattering : tested;
    this.found.set(node, result);
    return result;
  }

  /** Those of which two values lead, all else equal, to different answers; where there are none, those that matter. */
  telling(node: Node): readonly string[] {
    const telling = this.questions.tellingFacts(node);
    return telling.length > 0 ? telling : this.facts(node);
  }

  /** The same for one fact by itself; false where too much would have to be gone through. */
  private provably(node: Node, fact: string): boolean {
    const { diagram } = this.questions.policy;
    try {
      return diagram.within(mostSteps, () => this.matters(node, fact));
    } catch (error) {
      if (error instanceof DiagramTooLargeError) return false;
      throw error;
    }
  }

  private matters(node: Node, fact: string): boolean {
    const tested = this.questions.testedFacts(node);
    if (!tested.includes(fact) || this.questions.isSettled(node)) return false;
    if (this.questions.tellingFacts(node).includes(fact)) return true;
    const { diagram } = this.questions.policy;
    if (!this.hasOverlaps && !reachesImpossible(diagram, node)) return false;
    const key = `${node} ${fact}`;
    const known = this.settling.get(key);
    if (known !== undefined) return known;
    const result =
      this.questions.places(node, fact).some((place) => this.questions.isSettled(place)) ||
      tested.some(
        (other) => other !== fact && this.questions.places(node, other).some((place) => this.matters(place, fact)),
      );
    this.settling.set(key, result);
    return result;
  }
}

/** True if two refusals that are not the same have an exclusion in common. */
function refusalsOverlap({ outcomes }: Policy): boolean {
  const labels = new Map<string, string>();
  for (const outcome of outcomes) {
    if (outcome?.kind !== 'refuses') continue;
    for (const clause of outcome.clauses) {
      const label = labels.get(clause) ?? outcome.label;
      if (label !== outcome.label) return true;
      labels.set(clause, label);
    }
  }
  return false;
}

const reaching = new WeakMap<Diagram, Map<Node, boolean>>();

function reachesImpossible(diagram: Diagram, root: Node): boolean {
  const memo = reaching.get(diagram) ?? new Map<Node, boolean>();
  reaching.set(diagram, memo);
  const visit = (node: Node): boolean => {
    if (isTerminal(node)) return terminalValue(node) === IMPOSSIBLE;
    const known = memo.get(node) ?? diagram.childrenOf(node).some(visit);
    memo.set(node, known);
    return known;
  };
  return visit(root);
}
