import type { InboundActivity } from '../inbound.ts';
import { referenceOf } from '../reference.ts';
import type { Connector } from './connector.ts';

/** The time limit of the typing sign, after which it is not worth sending. */
const TYPING_MS = 2_000;

/**
 * Shows that an answer is on its way, if the channel takes it at once; it is not kept, and a failure does not matter.
 */
export function showTyping(connector: Connector, activity: InboundActivity): void {
  const { serviceUrl, deliveryMode } = activity;
  if (serviceUrl === undefined || deliveryMode === 'expectReplies') return;
  const reference = { ...referenceOf(activity), serviceUrl };
  const { channelId, conversation, bot: from, user: recipient } = reference;
  const typing = {
    type: 'typing',
    channelId,
    conversation: { id: conversation.id },
    from: { id: from.id },
    recipient: { id: recipient.id },
  };
  connector(reference, typing, AbortSignal.timeout(TYPING_MS)).catch(() => undefined);
}
