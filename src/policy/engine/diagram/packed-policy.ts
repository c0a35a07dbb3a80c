import { entryAt } from '../../entry-at.ts';
import type { Outcome, Policy } from './compile.ts';
import { Diagram, type PackedDiagram } from './diagram.ts';

/** So many outcomes are handed over at once: a few milliseconds for who takes them. */
const outcomesInPart = 1_000;

type PackedOutcome = Omit<Outcome, 'row'> & { row: number };

/** A policy as one thread hands it to another, but for its outcomes, which come in parts. */
export interface PackedPolicy extends Omit<Policy, 'diagram' | 'outcomes'> {
  diagram: PackedDiagram;
}

/** Some of the outcomes of a policy, in order, each with the place of its row in the file. */
export type PackedOutcomes = (PackedOutcome | undefined)[];

/** A policy in parts that can be cloned, none of which takes long to take over. */
export function packedPolicy({ diagram, outcomes, ...policy }: Policy): [PackedPolicy, PackedOutcomes[]] {
  const { root, anyCalendarRoot, rowOutcomes, impossibilities, file } = policy;
  const packed = diagram.packed([root, anyCalendarRoot, ...rowOutcomes, ...impossibilities.map(({ node }) => node)]);
  const places = new Map(file.decisions.map((row, place) => [row, place]));
  const parts: PackedOutcomes[] = [];
  for (let from = 0; from < outcomes.length; from += outcomesInPart) {
    const part = outcomes.slice(from, from + outcomesInPart);
    parts.push(part.map((outcome) => outcome && { ...outcome, row: places.get(outcome.row) ?? 0 }));
  }
  return [{ ...policy, diagram: packed }, parts];
}

/** The policy that was packed, to which the outcomes are still to be added with `addOutcomes`. */
export function unpackedPolicy({ diagram, ...policy }: PackedPolicy): Policy {
  const { rowOutcomes, impossibilities } = policy;
  const [root = 0, anyCalendarRoot = 0, ...others] = diagram.roots;
  return {
    ...policy,
    diagram: Diagram.unpacked(diagram),
    root,
    anyCalendarRoot,
    outcomes: [],
    rowOutcomes: others.slice(0, rowOutcomes.length),
    impossibilities: impossibilities.map((rule, i) => ({ ...rule, node: entryAt(others, rowOutcomes.length + i) })),
  };
}

/** Adds the next outcomes of a policy that was unpacked. */
export function addOutcomes({ outcomes, file }: Policy, part: PackedOutcomes): void {
  for (const outcome of part) {
    outcomes.push(outcome && { ...outcome, row: entryAt(file.decisions, outcome.row) });
  }
}
