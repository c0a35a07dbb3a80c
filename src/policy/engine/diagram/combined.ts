import { type Combined, inTimeOf } from '../../format/period-schema.ts';
import type { PolicyFile } from '../../format/schema.ts';
import { type Diagram, FALSE, type Node } from './diagram.ts';
import { UNKNOWN } from './variable.ts';

/** The sets in which a derived fact runs, is over, and is not known. */
interface Status {
  running: Node;
  over: Node;
  unknown: Node;
}

/** The sets in which any part of a derived fact that stands for several is so. */
export function anyPart(
  file: PolicyFile,
  diagram: Diagram,
  { of }: Combined,
  test: (fact: string, values: unknown[]) => Node,
): Status {
  const any = (valuesOf: (part: string) => unknown[]): Node =>
    of.reduce((found, part) => diagram.or(found, test(part, valuesOf(part))), FALSE);
  const definitionOf = (part: string) => file.derived[file.variants[part]?.[0]?.period ?? part];
  return {
    running: any((part) => inTimeOf(definitionOf(part))),
    over: any((part) => [definitionOf(part)?.after]),
    unknown: any(() => [UNKNOWN]),
  };
}

/**
 * The set in which a derived fact that stands for several has one of some values. The latest of them runs while any does,
 * the earliest is over once any is; a part that does not concern the case does not count, and where none does there is
 * no value.
 */
export function combinedTest(
  diagram: Diagram,
  { pick, within, after }: Combined,
  { running, over, unknown }: Status,
  wanted: readonly unknown[],
): Node {
  const alone = (node: Node, ...others: Node[]): Node =>
    others.reduce((left, other) => diagram.and(left, diagram.not(other)), node);
  const isLatest = pick === 'latest';
  const first = isLatest ? running : over;
  const nodes: [string, Node][] = [
    [isLatest ? within : after, first],
    [isLatest ? after : within, alone(isLatest ? over : running, first, unknown)],
    [UNKNOWN, alone(unknown, first)],
  ];
  return nodes.filter(([value]) => wanted.includes(value)).reduce((found, [, node]) => diagram.or(found, node), FALSE);
}
