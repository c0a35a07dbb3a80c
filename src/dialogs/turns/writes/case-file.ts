import { asJson } from '../../../json.ts';
import type { CaseReason } from '../../../machines/case.ts';
import { factsOf, type Interview, knownAnswers } from '../../../machines/interview.ts';
import type { Conversation } from '../../../machines/record/record.ts';
import type { Facts } from '../../../policy/engine/facts.ts';
import type { Json } from '../../../store/store.ts';
import { describeAnswer, describeRange } from '../../wording/summary.ts';
import { wordsOf } from '../../wording/words-of.ts';

/**
 * All that was gathered, for the person who takes the case; the transcript stands in the store under its conversation.
 */
export function caseFileOf(interview: Interview, conversation: Conversation, because: CaseReason): Json {
  const { policy } = interview;
  const words = wordsOf(interview);
  const caseFile = {
    because,
    policy: { id: policy.file.id, version: policy.file.version, digest: policy.digest },
    // What the order says stands beside what the customer says, also where the two differ.
    answers: [...conversation.answers, ...conversation.fromLookUp].map((answer) => ({
      ...answer,
      label: policy.file.facts[answer.fact]?.label ?? answer.fact,
      summary: describeAnswer(words, policy, answer),
    })),
    facts: factsOf(knownAnswers(interview, conversation)),
    ranges: conversation.ranges.map((range) => ({
      ...range,
      label: policy.file.facts[range.fact]?.label ?? range.fact,
      summary: describeRange(words, range),
    })),
    mentioned: conversation.mentioned,
    details: conversation.details,
    ...(conversation.decision && { decision: conversation.decision.decision }),
  };
  return asJson(caseFile);
}

/** The facts of a case as they stand, the order's word where the customer said nothing. */
export function reopenedFacts({ answers, fromLookUp }: Conversation): Facts {
  return factsOf([...fromLookUp, ...answers]);
}
