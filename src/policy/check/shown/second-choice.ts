import { compilePolicy, type Policy } from '../../engine/diagram/compile.ts';
import type { Node } from '../../engine/diagram/diagram.ts';
import { answersOf, whereAnswersDiffer } from '../answers.ts';
import { Space } from '../space.ts';

/** What everybody would be told if the row that decides them were not there. */
export interface SecondChoice {
  policy: Policy;
  /** Those who would be told something else; a function of the first policy's diagram. */
  differs: Node;
}

/** The second choice of a policy for each of its customers. */
export function secondChoiceOf(space: Space): SecondChoice {
  const { policy: first, today } = space;
  const { text, digest } = first;
  const policy = compilePolicy(first.file, { text, digest, isSecondChoice: true });
  const [before, after] = [answersOf(space), answersOf(new Space(policy, today))];
  return { policy, differs: whereAnswersDiffer(before, after, first.diagram, space.legal) };
}
