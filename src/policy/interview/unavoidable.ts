import { agreementOf, both, isImpossible, isSettled } from '../engine/agreement.ts';
import type { Policy } from '../engine/diagram/compile.ts';
import { DiagramTooLargeError, isTerminal, type Node } from '../engine/diagram/diagram.ts';

import { entryAt } from '../entry-at.ts';
import type { Questions, State } from './questions.ts';

/** A fact of which so many steps do not tell is taken not to be needed by all. */
const mostSteps = 4_000;

/**
 * Finds facts that every customer has to tell, whatever else is known of them. No order is shorter than one that asks
 * such a fact at once: take any order and skip the question where it stands; what is left serves once the fact is known,
 * and costs just that question less.
 */
export class Unavoidable {
  private readonly questions: Questions;
  private readonly found = new Map<Node, string | undefined>();

  constructor(questions: Questions) {
    this.questions = questions;
  }

  /** The first of the facts that is unavoidable in a state; periods, whose price depends on others, are left out. */
  among(facts: readonly string[], state: State): string | undefined {
    if (this.found.has(state.node)) return this.found.get(state.node);
    const { file } = this.questions.policy;
    const fact = facts.find((one) => file.facts[one] !== undefined && this.isNeededByAll(one, state));
    this.found.set(state.node, fact);
    return fact;
  }

  private isNeededByAll(fact: string, state: State): boolean {
    const { policy } = this.questions;
    const places = this.questions.places(state.node, fact);
    try {
      return !policy.diagram.within(mostSteps, () => isSettledForSome(policy, places));
    } catch (error) {
      if (error instanceof DiagramTooLargeError) return false;
      throw error;
    }
  }
}

/** True if some customer, all but one fact known, gets the same answer from all the functions that its values leave. */
function isSettledForSome(policy: Policy, nodes: readonly Node[]): boolean {
  const { diagram } = policy;
  const seen = new Set<string>();
  const visit = (all: readonly Node[]): boolean => {
    const different = [...new Set(all)].sort((a, b) => a - b);
    const agreement = different.map((node) => agreementOf(policy, node)).reduce(both);
    if (isImpossible(agreement)) return false;
    if (isSettled(agreement)) return true;
    if (different.every(isTerminal)) return false;
    const key = different.join();
    if (seen.has(key)) return false;
    seen.add(key);
    diagram.spend(different.length);
    const variable = Math.min(...different.map((node) => diagram.variableOf(node)));
    const below = (node: Node, value: number): Node =>
      diagram.variableOf(node) === variable ? entryAt(diagram.childrenOf(node), value) : node;
    return Array.from({ length: entryAt(diagram.sizes, variable) }, (_, value) => value).some((value) =>
      visit(different.map((node) => below(node, value))),
    );
  };
  return visit(nodes);
}
