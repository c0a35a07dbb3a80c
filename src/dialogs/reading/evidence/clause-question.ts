import type { Intent, IntentReading } from '../../../language/intents/intents.ts';
import { type ClauseQuestion, readClauseQuestion } from '../../../language/policy-questions/policy-questions.ts';
import type { PolicyFile } from '../../../policy/format/schema.ts';
import { questionIndexOf } from '../vocabulary.ts';

/** Messages that ask, and not for the policy. */
const askingElse = new Set<Intent>(['case_status', 'refund_status', 'greeting', 'talk_to_human']);
const surelyElse = 0.7;
/** So sure must it be that a message is about nothing of a shop's returns. */
const surelyOutOfScope = 0.8;

/**
 * A question about the policy with what answers it. A message that is most likely about something else is answered by
 * no clause: rather none than a wrong one.
 */
export function clauseQuestionIn(
  file: PolicyFile,
  text: string,
  { intent, confidence }: IntentReading,
): ClauseQuestion | undefined {
  const question = readClauseQuestion(questionIndexOf(file), text);
  if (question?.kind !== 'answered') return question;
  const isElse = askingElse.has(intent) && confidence >= surelyElse;
  const isOutOfScope = intent === 'out_of_scope' && confidence >= surelyOutOfScope && question.isByOneWord;
  return isElse || isOutOfScope ? undefined : question;
}
