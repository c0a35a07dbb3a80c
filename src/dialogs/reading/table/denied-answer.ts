import { knownWords, leftWords } from '../../../language/coverage/coverage.ts';
import type { CustomerEvent } from '../../../machines/events.ts';
import { knownAnswers } from '../../../machines/interview.ts';
import { questionOf } from '../../wording/questions.ts';
import { isEmpty } from '../evidence/stated.ts';
import type { Reading } from './reading.ts';
import { readRecovered } from './recovered.ts';
import type { Row } from './row.ts';

/** It goes before the concerns: where a parcel is that "never arrived" is not what a decision on its receipt leaves open. */
export const deniedAnswers: readonly Row[] = [
  { name: 'denied-answer', read: (reading) => readRecovered(reading) ?? readDeniedAnswer(reading) },
];

/**
 * "I have not received it yet", after a decision that rests on its receipt: what was answered is not so, and what is so
 * is asked. Nothing else may be said: who has not received an answer, or the money, means something else.
 */
function readDeniedAnswer({ interview, conversation, evidence, statement }: Reading): CustomerEvent | undefined {
  if (conversation.open || !conversation.decision || conversation.case) return undefined;
  if (!isEmpty(statement)) return undefined;
  const { text } = evidence;
  const { deniedValues, stated } = evidence.statement;
  const known = knownAnswers(interview, conversation);
  const denied = deniedValues.find((one) => known.some(({ fact, value }) => fact === one.fact && value === one.value));
  if (!denied || text.includes('?')) return undefined;
  const question = questionOf(interview, conversation, { id: denied.fact, unclear: 0 }).text;
  const isSaid = leftWords(text, stated, knownWords(question)).some(
    ({ kind }) => kind === 'content' || kind === 'number',
  );
  return isSaid ? undefined : { type: 'change', fact: denied.fact };
}
