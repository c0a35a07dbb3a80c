import type { CaseReason } from '../machines/acts.ts';
import { factsOf, type Interview, knownAnswers } from '../machines/interview.ts';
import type { Conversation } from '../machines/record.ts';
import type { Json } from '../store/store.ts';
import { asJson } from './as-json.ts';
import { describeAnswer } from './summary.ts';

/** All that was gathered, for the person who takes the case; the transcript stands in the store under its conversation. */
export function casePacket(interview: Interview, conversation: Conversation, because: CaseReason): Json {
  const { policy } = interview;
  const packet = {
    because,
    policy: { id: policy.file.id, version: policy.file.version, digest: policy.digest },
    // What the order says stands beside what the customer says, also where the two differ.
    answers: [...conversation.answers, ...conversation.told].map((answer) => ({
      ...answer,
      label: policy.file.facts[answer.fact]?.label ?? answer.fact,
      summary: describeAnswer(policy, answer),
    })),
    facts: factsOf(knownAnswers(interview, conversation)),
    details: conversation.details,
    ...(conversation.decision && { decision: conversation.decision.decision }),
  };
  return asJson(packet);
}
