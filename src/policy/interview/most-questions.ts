import { monthsFactOf } from '../format/period-schema.ts';
import type { Questions, State } from './questions.ts';

/** A number of questions that no order of them exceeds: everything that the answer may turn on is asked. */
export function mostQuestions(questions: Questions, { node, inputs }: State): number {
  const { derived } = questions.policy.file;
  const dates = new Set<string>();
  let sum = 0;
  for (const fact of questions.testedFacts(node)) {
    const period = derived[fact];
    const most = Math.max(...[false, true].map((isUnknown) => questions.price(fact, inputs, isUnknown).questions));
    // Periods of one date are told by it together.
    if (period && monthsFactOf(period) === undefined && most > 0) dates.add(period.from);
    else sum += most;
  }
  return sum + dates.size;
}
