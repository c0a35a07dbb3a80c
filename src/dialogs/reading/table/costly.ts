import { statusOf, withAnswer } from '../../../machines/interview.ts';
import type { Answer } from '../../../machines/record/record.ts';
import { hasForm, kindOf, type OutcomeKind } from '../../../policy/format/outcome-schema.ts';
import type { Reading } from './reading.ts';

/** Kinds of outcomes that take nothing from the customer. */
const costless: ReadonlySet<OutcomeKind> = new Set(['grants', 'person']);

/**
 * True if an answer would decide at once, and not for the customer: a refusal, a fee, a parcel at the door. Its reading
 * has to be beyond doubt.
 */
export function isCostly(
  { interview, conversation }: Pick<Reading, 'interview' | 'conversation'>,
  answer: Answer,
): boolean {
  const { changing: _, ...others } = conversation;
  const answers = withAnswer(interview, conversation.answers, answer);
  if (!answers) return false;
  const ranges = conversation.ranges.filter(({ fact }) => fact !== answer.fact);
  const next = statusOf(interview, { ...others, answers, ranges });
  if (next.kind !== 'decided') return false;
  const { resolution, feePercent } = next.decision;
  const { file } = interview.policy;
  return feePercent !== undefined || (!costless.has(kindOf(file, resolution)) && !hasForm(file, resolution));
}
