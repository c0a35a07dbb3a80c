import type { PolicyFile } from '../../policy/format/schema.ts';
import { type ClauseQuestion, clauseIndexOf } from './clause-index.ts';
import { questionsIn } from './question-form.ts';

export type { ClauseQuestion } from './clause-index.ts';

/** Nobody asks more at once; also keeps the time bounded. */
const mostQuestions = 3;

/** Reads a question about the policy, the first that can be answered; undefined where the message asks nothing about it. */
export function readClauseQuestion(policy: PolicyFile, text: string): ClauseQuestion | undefined {
  const asked = questionsIn(text).slice(0, mostQuestions);
  if (asked.length === 0) return undefined;
  const read = clauseIndexOf(policy);
  const readings = asked.flatMap((question) => read(question) ?? []);
  return readings.find(({ kind }) => kind === 'answered') ?? readings[0];
}
