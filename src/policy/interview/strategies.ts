import type { Policy } from '../engine/diagram/compile.ts';
import type { Node } from '../engine/diagram/diagram.ts';
import { outcomeOf } from '../engine/entailment.ts';
import { entryAt } from '../entry-at.ts';
import { mentionedFacts, partsOf } from '../format/references/mentioned-facts.ts';
import type { Citation, DecisionRow, PolicyFile } from '../format/schema.ts';
import { Matters } from './matters.ts';
import type { Questions, State } from './questions.ts';
import { labelShares, surprise } from './shares.ts';

/** Names the fact to settle next, in a state whose answer is open. */
export type Strategy = (state: State) => string;

/** The expected cost of the rest of an interview when asked by a strategy; exact. */
export function costOf(questions: Questions, strategy: Strategy): (state: State) => number {
  const known = new Map<number, number>();
  const cost = (state: State): number => {
    if (questions.isSettled(state.node)) return 0;
    const key = questions.keyOf(state);
    const remembered = known.get(key);
    if (remembered !== undefined) return remembered;
    questions.policy.diagram.spend();
    let sum = 0;
    for (const branch of questions.branches(state, strategy(state))) {
      sum += branch.probability * (branch.cost + cost(branch));
    }
    known.set(key, sum);
    return sum;
  };
  return cost;
}

/** Asks the fact that tells most about the answer for its cost, looking one question ahead. */
export function informationGain(questions: Questions): Strategy {
  return (state) => {
    const now = surprise(labelShares(questions, state.node));
    const gain = (fact: string): number => {
      let cost = 0;
      let then = 0;
      for (const branch of questions.branches(state, fact)) {
        cost += branch.probability * branch.cost;
        then += branch.probability * surprise(labelShares(questions, branch.node));
      }
      return cost > 0 ? (now - then) / cost : Number.POSITIVE_INFINITY;
    };
    return best(mattering(questions, state.node), gain);
  };
}

/**
 * Goes through the rows from the top, as rule engines and guided interviews do: of the first row that can still
 * match it asks the first fact, as the row names them. Facts that cannot matter any more are left out.
 */
export function ruleOrder(questions: Questions): Strategy {
  const { policy } = questions;
  const orders = new Map(policy.file.decisions.map((row) => [row.id, factsOfRow(policy.file, row)]));
  return ({ node }) => {
    const relevant = mattering(questions, node);
    const possible = new Set([...policy.diagram.terminals(node)].map((id) => rowOf(policy, id)));
    for (const [row, facts] of orders) {
      const fact = possible.has(row) && facts.find((id) => relevant.includes(id));
      if (fact) return fact;
    }
    return entryAt(relevant, 0);
  };
}

/** Goes through the facts in the order of the file, and leaves out those that cannot matter any more. */
export function fixedOrder(questions: Questions): Strategy {
  const { facts, derived } = questions.policy.file;
  const periodsOf = (fact: string): string[] =>
    Object.keys(derived).filter((id) => derived[id]?.from === fact || derived[id]?.until === fact);
  const order = Object.keys(facts).flatMap((fact) => [fact, ...periodsOf(fact)]);
  return ({ node }) => {
    const relevant = mattering(questions, node);
    return order.find((id) => relevant.includes(id)) ?? entryAt(relevant, 0);
  };
}

function rowOf(policy: Policy, terminal: number): string | undefined {
  return policy.outcomes[terminal] === undefined ? undefined : outcomeOf(policy, terminal).row.id;
}

/** The facts of a row in the order in which it names them, each after those that say if it applies. */
function factsOfRow(file: PolicyFile, row: DecisionRow): string[] {
  const found = new Set<string>();
  const add = (fact: string): void => {
    if (found.has(fact)) return;
    const applies = (file.facts[fact] ?? file.derived[fact])?.applies;
    if (applies) mentionedFacts(file, applies).forEach(add);
    found.add(fact);
  };
  const addCitations = (citations: Citation[]): void => {
    for (const citation of citations) {
      if (typeof citation === 'string') continue;
      if ('clause' in citation) mentionedFacts(file, citation.when ?? {}).forEach(add);
      else if ('citations' in citation) addCitations(file.citations[citation.citations] ?? []);
      else add(citation.eachOf);
    }
  };
  mentionedFacts(file, row.when).forEach(add);
  for (const citations of [row.anyOf ?? [], row.clauses, row.terms]) addCitations(citations);
  if (row.deadline !== undefined) partsOf(file, row.deadline).forEach(add);
  return [...found];
}

function best(facts: readonly string[], score: (fact: string) => number): string {
  const scored = facts.map((fact) => ({ fact, score: score(fact) }));
  return scored.reduce((a, b) => (b.score > a.score + 1e-12 ? b : a)).fact;
}

const remembered = new WeakMap<Questions, Matters>();

/** The facts that can still matter, which every strategy keeps to. */
function mattering(questions: Questions, node: Node): readonly string[] {
  const matters = remembered.get(questions) ?? new Matters(questions);
  remembered.set(questions, matters);
  return matters.facts(node);
}
