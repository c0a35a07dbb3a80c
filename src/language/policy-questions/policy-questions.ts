import type { ClauseQuestion, QuestionIndex } from './clause-index.ts';
import { questionsIn } from './question-form.ts';

export { type ClauseQuestion, compileQuestionIndex, type QuestionIndex } from './clause-index.ts';
export type { PolicyTexts } from './sentences.ts';

/** Nobody asks more at once; also keeps the time bounded. */
const maxQuestions = 3;

/**
 * Reads a question about the policy, the first that can be answered; undefined where the message asks nothing about it.
 */
export function readClauseQuestion(index: QuestionIndex, text: string): ClauseQuestion | undefined {
  const readings = questionsIn(text)
    .slice(0, maxQuestions)
    .flatMap((question) => index(question) ?? []);
  return readings.find(({ kind }) => kind === 'answered') ?? readings[0];
}
