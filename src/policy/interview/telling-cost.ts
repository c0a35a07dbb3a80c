import { agreementOf, both, isImpossible, isSettled } from '../engine/agreement.ts';
import { DiagramTooLargeError, isTerminal, type Node } from '../engine/diagram/diagram.ts';
import { pairKey } from '../engine/diagram/pair-key.ts';
import type { Inputs } from './prices.ts';
import type { Questions } from './questions.ts';

/** A function for which more steps are needed has the bound 0; after so many of them none is looked at any more. */
const mostSteps = 50_000;
const mostFailures = 5;

/**
 * A bound below every interview: each customer has to tell each fact of which another value alone would have changed
 * the answer. What these facts cost on average can be added up on the diagram, and no order of questions is cheaper.
 */
export class TellingCost {
  private readonly questions: Questions;
  private readonly apart = new Map<number, number>();
  private failures = 0;
  private readonly sums = new Map<Inputs, Map<Node, number>>();

  constructor(questions: Questions) {
    this.questions = questions;
  }

  /** The average cost of such facts among the customers of a function. */
  of(node: Node, inputs: Inputs): number {
    if (this.failures >= mostFailures) return 0;
    const { diagram } = this.questions.policy;
    try {
      const mass = this.questions.massOf(node);
      return mass > 0 ? diagram.within(mostSteps, () => this.sum(node, inputs)) / mass : 0;
    } catch (error) {
      if (!(error instanceof DiagramTooLargeError)) throw error;
      this.failures += 1;
      return 0;
    }
  }

  private sum(node: Node, inputs: Inputs): number {
    if (isTerminal(node)) return 0;
    const sums = this.sums.get(inputs) ?? new Map<Node, number>();
    this.sums.set(inputs, sums);
    const known = sums.get(node);
    if (known !== undefined) return known;
    this.questions.policy.diagram.spend();
    const ways = this.questions.waysFrom(node);
    const below = ways.reduce((total, { place, probability }) => total + probability * this.sum(place, inputs), 0);
    // A fact of several variables is paid for once, so each counts for its part.
    const share = this.questions.leastCostOf(node, inputs);
    const telling =
      share === 0
        ? 0
        : ways.reduce((total, { place, probability }) => {
            const most = ways.reduce((mass, other) => Math.max(mass, this.massApart(place, other.place)), 0);
            return total + probability * most;
          }, 0);
    const result = below + share * telling;
    sums.set(node, result);
    return result;
  }

  /** The share of customers whom two functions tell different things, both something. */
  private massApart(a: Node, b: Node): number {
    if (a === b) return 0;
    const { policy } = this.questions;
    const [ofA, ofB] = [agreementOf(policy, a), agreementOf(policy, b)];
    if (isImpossible(ofA) || isImpossible(ofB) || isSettled(both(ofA, ofB))) return 0;
    if (isTerminal(a) && isTerminal(b)) return 1;
    const key = pairKey(a, b);
    const known = this.apart.get(key);
    if (known !== undefined) return known;
    policy.diagram.spend();
    const top = policy.diagram.variableOf(a) <= policy.diagram.variableOf(b) ? a : b;
    const result = this.questions
      .waysFrom(top)
      .reduce(
        (sum, way) =>
          sum + way.probability * this.massApart(this.questions.along(a, way), this.questions.along(b, way)),
        0,
      );
    this.apart.set(key, result);
    return result;
  }
}

/** True if a bound is as good as the exact figure. */
export function isTight({ least, most }: { least: number; most: number }): boolean {
  return most - least < 1e-9;
}
