import type { CustomerEvent, Statement } from '../../../machines/events.ts';
import { type Interview, isSameAnswer, knownAnswers } from '../../../machines/interview.ts';
import type { Answer, Conversation } from '../../../machines/record/record.ts';
import type { Question } from '../../wording/questions.ts';
import type { Evidence } from '../evidence/evidence.ts';

/** The facts of a statement that nothing known says already. */
export function newFacts(interview: Interview, conversation: Conversation, { inferred }: Statement): Answer[] {
  const known = knownAnswers(interview, conversation);
  return inferred.filter((one) => !known.some((other) => isSameAnswer(one, other)));
}

/**
 * A statement without what its answer to the open question only sounds like: "no, it does not start" to "does it
 * work?" does not take back the reason that was given, nor does the day it was sent, to "when did you receive it?". What
 * is meant to take something back stays.
 */
export function withoutEchoes(
  interview: Interview,
  conversation: Conversation,
  { question, direct, evidence }: { question: Question | undefined; direct: CustomerEvent; evidence: Evidence },
  statement: Statement,
): Statement {
  if (!question?.fact || evidence.takesBack || !answers(question.id, direct, statement)) return statement;
  const stated = new Set(
    knownAnswers(interview, conversation)
      .filter(({ source }) => source === 'stated')
      .map(({ fact }) => fact),
  );
  return { ...statement, inferred: statement.inferred.filter(({ fact }) => fact === question.id || !stated.has(fact)) };
}

function answers(id: string, direct: CustomerEvent, { inferred }: Statement): boolean {
  // The day of another event was meant for an answer.
  if (direct.type === 'unclear' && direct.problem.kind === 'other-event') return true;
  const given = direct.type === 'statement' ? direct.inferred : [];
  return direct.type === 'answer' || [...given, ...inferred].some(({ fact }) => fact === id);
}
