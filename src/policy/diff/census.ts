import { type Diagram, isTerminal, type Node, terminalValue } from '../engine/diagram/diagram.ts';
import { entryAt } from '../entry-at.ts';
import type { Dimension } from './space.ts';

/** The customers who reach a terminal: how many points of the space, how likely, and the likeliest values. */
export interface Census {
  customers: number;
  share: number;
  /** A value for each dimension. */
  likeliest: number[];
}

interface Crowd {
  customers: number;
  share: number;
  /** The likelihood of the likeliest way here, and its values; a dimension that was not tested has its likeliest. */
  best: number;
  path: Map<number, number>;
}

/** Counts who reaches each terminal of a function on the space. */
export function censusOf(diagram: Diagram, root: Node, dimensions: Dimension[]): Map<number, Census> {
  const usual = dimensions.map(({ probabilities }) => probabilities.indexOf(Math.max(...probabilities)));
  const between = (from: number, to: number): { points: number; best: number } => {
    let [points, best] = [1, 1];
    for (let at = from; at < to; at += 1) {
      points *= dimensions[at]?.size ?? 1;
      best *= dimensions[at]?.probabilities[entryAt(usual, at)] ?? 1;
    }
    return { points, best };
  };
  const crowds = new Map<Node, Crowd>();
  const arrive = (node: Node, from: number, crowd: Crowd): void => {
    const { points, best } = between(from, diagram.variableOf(node));
    const so = crowds.get(node) ?? { customers: 0, share: 0, best: -1, path: new Map() };
    const isBetter = crowd.best * best > so.best;
    crowds.set(node, {
      customers: so.customers + crowd.customers * points,
      share: so.share + crowd.share,
      ...(isBetter ? { best: crowd.best * best, path: crowd.path } : { best: so.best, path: so.path }),
    });
  };
  arrive(root, 0, { customers: 1, share: 1, best: 1, path: new Map() });
  for (const node of inOrder(diagram, root)) {
    const crowd = crowds.get(node);
    if (!crowd) continue;
    const variable = diagram.variableOf(node);
    for (const [value, child] of diagram.childrenOf(node).entries()) {
      const chance = dimensions[variable]?.probabilities[value] ?? 0;
      arrive(child, variable + 1, {
        customers: crowd.customers,
        share: crowd.share * chance,
        best: crowd.best * chance,
        path: new Map([...crowd.path, [variable, value]]),
      });
    }
  }
  return new Map(
    [...crowds].flatMap(([node, { customers, share, path }]) =>
      isTerminal(node)
        ? [
            [
              terminalValue(node),
              { customers, share, likeliest: usual.map((value, at) => path.get(at) ?? value) },
            ] as const,
          ]
        : [],
    ),
  );
}

/** The inner nodes of a function, those that test earlier dimensions first. */
function inOrder(diagram: Diagram, root: Node): Node[] {
  const seen = new Set<Node>();
  const visit = (node: Node): void => {
    if (isTerminal(node) || seen.has(node)) return;
    seen.add(node);
    diagram.childrenOf(node).forEach(visit);
  };
  visit(root);
  return [...seen].sort((a, b) => diagram.variableOf(a) - diagram.variableOf(b));
}
