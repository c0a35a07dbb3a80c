import type { PolicyFile } from '../../format/schema.ts';
import type { ConditionCompiler } from './conditions.ts';
import type { Diagram, Node } from './diagram.ts';

/** A period behind a deadline, running or over, with the set in which it is the one that counts. */
export type Stage = { period: string; isOver: boolean; node: Node };

/** The periods behind a deadline, each with the set in which it is the one that counts, and known. */
export function stagesOf(
  file: PolicyFile,
  derived: string | undefined,
  conditions: ConditionCompiler,
  diagram: Diagram,
): Stage[] {
  if (derived === undefined) return [];
  return conditions.periodsOf(derived).flatMap(({ period, node }) => {
    const { steps = [], within, after } = file.derived[period] ?? {};
    const inTime = [...steps.map(({ value }) => value), within];
    return [
      { period, isOver: false, node: diagram.and(node, conditions.compile({ [period]: inTime })) },
      { period, isOver: true, node: diagram.and(node, conditions.compile({ [period]: after })) },
    ];
  });
}
