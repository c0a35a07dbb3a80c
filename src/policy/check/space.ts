import type { IsoDate, Moment } from '../calendar.ts';
import type { Policy } from '../engine/diagram/compile.ts';
import { ConditionCompiler } from '../engine/diagram/conditions.ts';
import { FALSE, type Node, TRUE } from '../engine/diagram/diagram.ts';
import { UNKNOWN } from '../engine/diagram/variables.ts';
import type { Facts } from '../engine/facts.ts';
import { entryAt } from '../entry-at.ts';
import type { Condition } from '../format/schema.ts';
import { momentsOf } from './boundaries.ts';
import type { Witness } from './finding.ts';
import { type PeriodGroup, periodGroups } from './periods.ts';

/** All customers of a policy on one day; a set of them is a diagram that is TRUE on its members. */
export class Space {
  readonly policy: Policy;
  readonly today: IsoDate;
  /** Those whom no rule of the policy excludes, though no calendar may bring them forth. */
  readonly allowed: Node;
  /** Those whom neither a rule of the policy nor the calendar excludes. */
  readonly legal: Node;
  /** For each moment that makes a difference, today first, what the periods can be then. */
  private readonly moments: { at: Moment; groups: PeriodGroup[] }[];
  private readonly conditions: ConditionCompiler;

  constructor(policy: Policy, today: IsoDate) {
    this.policy = policy;
    this.today = today;
    this.moments = momentsOf(policy, today).map((at) => ({ at, groups: periodGroups(policy, at) }));
    this.conditions = new ConditionCompiler(policy.file, policy.variables, policy.diagram);
    const { diagram } = policy;
    this.allowed = diagram.not(this.anyOf(policy.impossibilities.map(({ node }) => node)));
    this.legal = diagram.and(this.datable(), this.allowed);
  }

  /** Those whose periods can be together what they are, at some moment. */
  datable(): Node {
    return this.anyOf(this.moments.map(({ groups }) => this.and(...groups.map((group) => this.anyCombination(group)))));
  }

  where(condition: Condition): Node {
    return this.conditions.compile(condition);
  }

  and(...sets: Node[]): Node {
    return sets.reduce((all, set) => this.policy.diagram.and(all, set), TRUE);
  }

  anyOf(sets: Node[]): Node {
    return sets.reduce((any, set) => this.policy.diagram.or(any, set), FALSE);
  }

  without(set: Node, others: Node): Node {
    return this.policy.diagram.ifThenElse(others, FALSE, set);
  }

  having(variable: number, value: number): Node {
    return this.policy.diagram.test(variable, new Set([value]));
  }

  /** Those whom a fact or derived fact concerns. */
  concernedBy(fact: string): Node {
    const { facts, derived } = this.policy.file;
    return this.where((facts[fact] ?? derived[fact])?.applies ?? {});
  }

  /** The number of customers in the set; each combination of a checklist counts. */
  count(set: Node): bigint {
    const { diagram, variables } = this.policy;
    const weight = (variable: number, value: number): bigint => {
      const { members } = entryAt(variables, variable);
      return members && value === 1 ? 2n ** BigInt(members.length) - 1n : 1n;
    };
    const total = variables.map(({ values }, variable) =>
      values.reduce((sum, _, value) => sum + weight(variable, value), 0n),
    );
    const between = (from: number, to: number): bigint =>
      total.slice(from, to).reduce((product, count) => product * count, 1n);
    const memo = new Map<Node, bigint>([
      [FALSE, 0n],
      [TRUE, 1n],
    ]);
    const visit = (node: Node): bigint => {
      const known = memo.get(node);
      if (known !== undefined) return known;
      const own = diagram.variableOf(node);
      const result = diagram
        .childrenOf(node)
        .reduce(
          (sum, child, value) => sum + weight(own, value) * visit(child) * between(own + 1, diagram.variableOf(child)),
          0n,
        );
      memo.set(node, result);
      return result;
    };
    return visit(set) * between(0, diagram.variableOf(set));
  }

  /** A legal customer of the set, with answers as usual as the set allows. */
  witness(set: Node): Witness | undefined {
    return this.customer(this.and(set, this.legal));
  }

  /** As `witness`, or if the set has no legal customer then one whom `decide` refuses as impossible. */
  witnessOrOutlaw(set: Node): Witness | undefined {
    return this.witness(set) ?? this.customer(this.and(set, this.datable()));
  }

  private customer(set: Node): Witness | undefined {
    if (set === FALSE) return undefined;
    const { diagram, variables } = this.policy;
    const point: number[] = [];
    let node = set;
    variables.forEach(({ values, probabilities }, variable) => {
      const usual = values
        .map((_, value) => value)
        .filter((value) => diagram.restrict(node, variable, value) !== FALSE)
        .sort((a, b) => rank(values[b], probabilities[b]) - rank(values[a], probabilities[a]));
      point.push(entryAt(usual, 0));
      node = diagram.restrict(node, variable, entryAt(usual, 0));
    });
    return this.factsAt(point);
  }

  private factsAt(point: number[]): Witness {
    const { file, variables, diagram } = this.policy;
    const facts: Facts = {};
    variables.forEach(({ fact, members, values, samples }, index) => {
      const value = entryAt(point, index);
      if (members) facts[fact] = [facts[fact] ?? [], value === 1 ? members.slice(0, 1) : []].flat();
      else if (file.facts[fact]) facts[fact] = (samples ?? values)[value];
    });
    const dated = ({ variables: indices, combinations }: PeriodGroup): Facts | undefined =>
      combinations.get(indices.map((index) => point[index]).join());
    const moment = this.moments.find(({ groups }) => groups.every((group) => dated(group) !== undefined));
    for (const group of moment?.groups ?? []) Object.assign(facts, dated(group));
    const concerns = (id: string): boolean => diagram.restrictAll(this.concernedBy(id), point) === TRUE;
    const order = Object.keys(file.facts).filter((id) => facts[id] !== undefined && concerns(id));
    return { ...(moment?.at ?? { today: this.today }), facts: Object.fromEntries(order.map((id) => [id, facts[id]])) };
  }

  private anyCombination({ variables, combinations }: PeriodGroup): Node {
    const possible = [...combinations.keys()].map((key) => {
      const values = key.split(',').map(Number);
      return this.and(...variables.map((variable, at) => this.having(variable, entryAt(values, at))));
    });
    return this.anyOf(possible);
  }
}

/** A known answer is more telling than "I don't know". */
function rank(value: unknown, probability = 0): number {
  return value === UNKNOWN ? probability - 1 : probability;
}
