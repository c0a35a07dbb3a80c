import type { ChoiceOption } from '../../format/choose-schema.ts';
import type { DecisionRow } from '../../format/schema.ts';
import type { ConditionCompiler } from './conditions.ts';
import type { Diagram, Node } from './diagram.ts';

type Stage = ReturnType<ConditionCompiler['endsOf']>[number];

/** An option of a row where it is offered, with the periods whose ends make its deadline. */
export interface OfferedOption {
  id: string;
  option: ChoiceOption;
  deadline: Stage[];
}

/** An option with the set in which it is offered, and the stages of its deadline. */
interface OptionNodes {
  id: string;
  option: ChoiceOption;
  node: Node;
  stages: Stage[];
}

/** The options of a row, each with the set in which it is offered. */
export function optionsOf(row: DecisionRow, conditions: ConditionCompiler, diagram: Diagram): OptionNodes[] {
  return Object.entries(row.choose ?? {}).map(([id, option]) => {
    const node = conditions.compile(option.when ?? {});
    // Where it is not offered, its deadline does not matter.
    const ends = option.deadline === undefined ? [] : conditions.endsOf(option.deadline);
    const stages = ends.map((stage) => ({ ...stage, node: diagram.and(node, stage.node) }));
    return { id, option, node, stages };
  });
}

/** The options that hold at a point of the space, each with its deadline there; `holding` tells what of a part does. */
export function offeredAmong(options: OptionNodes[], holding: <T>(part: T[]) => T[]): OfferedOption[] {
  const offered = holding(options);
  const ends = options.map(({ stages }) => holding(stages));
  return options.flatMap((one, i) =>
    offered.includes(one) ? [{ id: one.id, option: one.option, deadline: ends[i] ?? [] }] : [],
  );
}

/** What of an option makes the answer; its words do not. */
export function labelOfOption({ id, option, deadline }: OfferedOption): unknown[] {
  const { title: _, synonyms: __, when: ___, ...terms } = option;
  return [id, terms, deadline.map(({ period, isOver }) => [period, isOver])];
}
