import { IMPOSSIBLE, type Outcome, type Policy } from '../engine/diagram/compile.ts';
import { ConditionCompiler } from '../engine/diagram/conditions.ts';
import {
  type Diagram,
  FALSE,
  isTerminal,
  type Node,
  TRUE,
  terminal,
  terminalValue,
} from '../engine/diagram/diagram.ts';
import { outcomeOf } from '../engine/entailment.ts';
import type { Resolution } from '../format/schema.ts';
import type { Dimension, Reading } from './space.ts';

/** A policy's answer to some customers; two answers with the same key are the same. */
export interface Answer {
  key: string;
  resolution: Resolution | 'impossible';
  /** Clause ids; `a|b` is the clause of each member named, where a checklist's members behave alike. */
  clauses: string[];
  terms: string[];
  alternatives: Resolution[];
}

/** The answers of both policies, numbered; equal answers have one number. */
export class AnswerTable {
  readonly list: Answer[] = [];
  private readonly ids = new Map<string, number>();

  /** The number of an answer, which is the same for the same answer. */
  intern(answer: Answer): number {
    const known = this.ids.get(answer.key);
    if (known !== undefined) return known;
    this.ids.set(answer.key, this.list.length);
    return this.list.push(answer) - 1;
  }
}

/** The answers of one policy as a function on the joint space. */
export function answersOn(
  joint: Diagram,
  policy: Policy,
  { dimensions, readings }: { dimensions: Dimension[]; readings: Reading[] },
  table: AnswerTable,
): Node {
  const translate = translator(joint, policy, readings);
  const offers = offersOf(policy).map((offer) => ({ ...offer, joint: translate(offer.node) }));
  const groups = groupsOf(policy, dimensions);
  const bits = [...offers.map((offer) => offer.joint), ...groups.map(({ node }) => joint.test(node, new Set([1])))];
  return joint.apply([translate(policy.root), ...bits], ([id = IMPOSSIBLE, ...values]) => {
    const offered = offers.filter((_, i) => values[i] === 1);
    const named = groups.filter(({ isOnly }, i) => isOnly || values[offers.length + i] === 1);
    return table.intern(answerOf(policy, id, offered, named));
  });
}

interface Offer {
  row: string;
  resolution: Resolution;
  node: Node;
}

interface Group {
  token: string;
  node: number;
  clauses: string;
  /** True if the token stands for this group alone, so that it need not be looked at. */
  isOnly: boolean;
}

function offersOf(policy: Policy): Offer[] {
  const { diagram } = policy;
  const compiler = new ConditionCompiler(policy.file, policy.variables, diagram);
  return policy.file.decisions.flatMap(({ id, alternatives }) =>
    alternatives.map(({ resolution, when, unless }) => {
      const may = compiler.compile(when ?? {});
      return { row: id, resolution, node: unless ? diagram.and(may, diagram.not(compiler.compile(unless))) : may };
    }),
  );
}

/** The meaning of `~set`: the clauses of the members that this policy takes together. */
function groupsOf(policy: Policy, dimensions: Dimension[]): Group[] {
  const found = policy.variables.flatMap(({ fact, members = [] }) => {
    if (members.length < 2) return [];
    const parts = dimensions.flatMap(({ group }, node) =>
      group?.set === fact && group.members.some((member) => members.includes(member)) ? [{ ...group, node }] : [],
    );
    return parts.map((part) => ({ ...part, isOnly: parts.length === 1 }));
  });
  return found.map(({ set, members, node, isOnly }) => {
    const fact = policy.file.facts[set];
    const clauses = members.map((member) => (fact?.type === 'set' ? (fact.values[member]?.clause ?? '') : ''));
    return { token: `~${set}`, node, clauses: clauses.join('|'), isOnly };
  });
}

function answerOf(policy: Policy, id: number, offers: Offer[], groups: Group[]): Answer {
  if (id === IMPOSSIBLE)
    return { key: 'impossible', resolution: 'impossible', clauses: [], terms: [], alternatives: [] };
  const outcome = outcomeOf(policy, id);
  const spelt = (names: string[]): string[] =>
    names
      .flatMap((name) =>
        name.startsWith('~') ? groups.filter(({ token }) => token === name).map((one) => one.clauses) : [name],
      )
      .sort();
  const clauses = spelt(outcome.clauses);
  const terms = spelt(outcome.terms);
  const alternatives = [
    ...new Set(offers.filter(({ row }) => row === outcome.row.id).map((offer) => offer.resolution)),
  ].sort();
  const key = JSON.stringify([clauses, terms, alternatives, ...figuresOf(policy, outcome)]);
  return { key, resolution: outcome.resolution, clauses, terms, alternatives };
}

/** All else that makes the answer: its label without the clauses, and how the periods it names are reckoned. */
function figuresOf(policy: Policy, { label, resolution }: Outcome): unknown[] {
  if (!label.startsWith('[')) return [resolution];
  const labelled: unknown[] = JSON.parse(label);
  const parts = labelled.slice(0, -1);
  const named = JSON.stringify(parts);
  const periods = Object.entries(policy.file.derived).flatMap(
    ([id, { label: _, likelihood: _chance, ...definition }]) => (named.includes(`"${id}"`) ? [definition] : []),
  );
  return [parts, periods];
}

/** Carries functions of a policy's variables over to the joint space. */
function translator(joint: Diagram, policy: Policy, readings: Reading[]): (node: Node) => Node {
  const memo = new Map<Node, Node>();
  const translate = (node: Node): Node => {
    if (isTerminal(node)) return terminal(terminalValue(node));
    const known = memo.get(node);
    if (known !== undefined) return known;
    const reading = readings[policy.diagram.variableOf(node)];
    const children = policy.diagram.childrenOf(node).map(translate);
    const result = children.reduceRight((rest, child, value) =>
      joint.ifThenElse(valueTest(joint, reading, value), child, rest),
    );
    memo.set(node, result);
    return result;
  };
  return translate;
}

/** The set in the joint space in which a variable has a value. */
function valueTest(joint: Diagram, reading: Reading | undefined, value: number): Node {
  if (!reading) return FALSE;
  if ('anyOf' in reading) {
    const isAny = reading.anyOf.reduce((any, dimension) => joint.or(any, joint.test(dimension, new Set([1]))), FALSE);
    return value === 1 ? isAny : joint.not(isAny);
  }
  const hits = reading.valueAt.flatMap((at, index) => (at === value ? [index] : []));
  if (hits.length === reading.valueAt.length) return TRUE;
  return joint.test(reading.dimension, new Set(hits));
}
