import { GAP, IMPOSSIBLE } from '../engine/diagram/compile.ts';
import { type Diagram, FALSE, isTerminal, type Node, TRUE, terminalValue } from '../engine/diagram/diagram.ts';
import { pairKey } from '../engine/diagram/pair-key.ts';
import { outcomeOf } from '../engine/entailment.ts';
import { entryAt } from '../entry-at.ts';
import type { Space } from './space.ts';

/** The answer to every customer with complete facts, alternatives included, as a diagram. */
export interface Answers {
  diagram: Diagram;
  /** Its terminals are indices into `labels`. */
  root: Node;
  /** Equal labels are equal answers. */
  labels: string[];
  /** The results of `tellApart`, by node. */
  apart: Map<number, boolean>;
}

/** The label of those who cannot be. */
const NOBODY = '';

/** The answers of the customers of a set, ordinarily all legal ones. */
export function answersOf(space: Space, set = space.legal): Answers {
  const { policy } = space;
  const offers = policy.file.decisions.flatMap((row) =>
    row.alternatives.map(({ resolution, when, unless }) => ({
      row: row.id,
      resolution,
      node: space.without(space.where(when ?? {}), unless ? space.where(unless) : FALSE),
    })),
  );
  const labels = [NOBODY];
  const ids = new Map([[NOBODY, 0]]);
  const intern = (label: string): number => {
    const id = ids.get(label) ?? labels.push(label) - 1;
    ids.set(label, id);
    return id;
  };
  const root = policy.diagram.apply(
    [set, policy.anyCalendarRoot, ...offers.map(({ node }) => node)],
    ([legal, id = IMPOSSIBLE, ...on]) => {
      if (legal === 0) return 0;
      if (id === GAP) return intern('gap');
      const outcome = outcomeOf(policy, id);
      const alternatives = offers.filter((offer, i) => on[i] === 1 && offer.row === outcome.row.id);
      return intern(`${outcome.label} ${[...new Set(alternatives.map(({ resolution }) => resolution))].sort().join()}`);
    },
  );
  return { diagram: policy.diagram, root, labels, apart: new Map() };
}

/** The customers of a set, a function of `home`, whom two policies with the same variables tell different things. */
export function whereAnswersDiffer(a: Answers, b: Answers, home: Diagram, set: Node): Node {
  const memo = new Map<string, Node>();
  const visit = (x: Node, y: Node, rest: Node): Node => {
    if (rest === FALSE) return FALSE;
    const variable = Math.min(a.diagram.variableOf(x), b.diagram.variableOf(y), home.variableOf(rest));
    if (variable === home.sizes.length) return a.labels[terminalValue(x)] === b.labels[terminalValue(y)] ? FALSE : TRUE;
    const key = `${x},${y},${rest}`;
    const known = memo.get(key);
    if (known !== undefined) return known;
    const below = (diagram: Diagram, node: Node, value: number): Node =>
      diagram.variableOf(node) === variable ? entryAt(diagram.childrenOf(node), value) : node;
    const children = Array.from({ length: entryAt(home.sizes, variable) }, (_, value) =>
      visit(below(a.diagram, x, value), below(b.diagram, y, value), below(home, rest, value)),
    );
    const result = home.make(variable, children);
    memo.set(key, result);
    return result;
  };
  return visit(a.root, b.root, set);
}

/** True if two functions of the answers' diagram tell somebody different things, and both something. */
export function tellApart(answers: Answers, one: Node, other: Node): boolean {
  if (one === other) return false;
  const { diagram, labels, apart } = answers;
  if (isTerminal(one) && isTerminal(other)) {
    const [a, b] = [labels[terminalValue(one)], labels[terminalValue(other)]];
    return a !== NOBODY && b !== NOBODY && a !== b;
  }
  const key = pairKey(one, other);
  const known = apart.get(key);
  if (known !== undefined) return known;
  const variable = Math.min(diagram.variableOf(one), diagram.variableOf(other));
  const below = (node: Node, value: number): Node =>
    diagram.variableOf(node) === variable ? entryAt(diagram.childrenOf(node), value) : node;
  const values = Array.from({ length: entryAt(diagram.sizes, variable) }, (_, value) => value);
  const result = values.some((value) => tellApart(answers, below(one, value), below(other, value)));
  apart.set(key, result);
  return result;
}
