import type { PolicyFile } from '../../policy/schema.ts';
import { clauseIndexOf } from './clause-index.ts';
import { questionsIn } from './question-form.ts';

/** What a question about the policy gets: the clauses and facts that answer it, best first, or that the text is silent. */
export type ClauseQuestion = { kind: 'answered'; clauses: string[]; facts: string[] } | { kind: 'unanswered' };

/** Reads a question about the policy; undefined where the message asks nothing about it. */
export function readClauseQuestion(policy: PolicyFile, text: string): ClauseQuestion | undefined {
  const index = clauseIndexOf(policy);
  const readings = questionsIn(text).flatMap((question) => index.read(question) ?? []);
  return readings.find(({ kind }) => kind === 'answered') ?? readings[0];
}
