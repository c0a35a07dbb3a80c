import type { CustomerEvent } from '../../../machines/events.ts';
import type { Interview } from '../../../machines/interview.ts';
import type { Conversation } from '../../../machines/record/record.ts';
import { whyImpossible } from '../../wording/questions.ts';

/** Refuses an answer that is impossible beside the others, and says why. */
export function refuseImpossible(
  interview: Interview,
  conversation: Conversation,
  event: CustomerEvent,
): CustomerEvent {
  if (event.type !== 'answer') return event;
  const because = whyImpossible(interview, conversation, event.answer);
  return because === undefined ? event : { type: 'unclear', problem: { kind: 'impossible', because } };
}
