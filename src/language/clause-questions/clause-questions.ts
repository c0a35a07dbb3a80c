import type { PolicyFile } from '../../policy/schema.ts';
import { type ClauseQuestion, clauseIndexOf } from './clause-index.ts';
import { questionsIn } from './question-form.ts';

export type { ClauseQuestion } from './clause-index.ts';

/** Reads a question about the policy; undefined where the message asks nothing about it. */
export function readClauseQuestion(policy: PolicyFile, text: string): ClauseQuestion | undefined {
  const index = clauseIndexOf(policy);
  const readings = questionsIn(text).flatMap((asking) => index.read(asking) ?? []);
  return readings.find(({ kind }) => kind === 'answered') ?? readings[0];
}
