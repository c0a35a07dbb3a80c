import type { Conversations } from '../dialogs/turns/conversations.ts';
import type { InFlight } from '../http/in-flight.ts';
import type { Metrics } from '../http/metrics.ts';

/** The same conversations, with their turns counted, timed and known to be under way. */
export function observeConversations(
  conversations: Conversations,
  { turns, opened }: Pick<Metrics, 'turns' | 'opened'>,
  inFlight: InFlight,
): Conversations {
  return {
    policyIds: () => conversations.policyIds(),
    subscribe: (id, onCommit, onTyping) => conversations.subscribe(id, onCommit, onTyping),
    async open(conversation) {
      const result = await conversations.open(conversation).finally(inFlight.enter());
      if (result.created) opened.inc({ policy: conversation.policyId });
      return result;
    },
    async receive(message) {
      const leave = inFlight.enter();
      const end = turns.startTimer();
      try {
        const result = await conversations.receive(message);
        end({ outcome: result ? 'committed' : 'unknown-conversation' });
        return result;
      } catch (error) {
        end({ outcome: 'failed' });
        throw error;
      } finally {
        leave();
      }
    },
  };
}
