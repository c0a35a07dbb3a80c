import { randomUUID } from 'node:crypto';
import type { Conversations, Exchange, InboundMessage } from '../../dialogs/turns/conversations.ts';
import { InvariantError } from '../../errors.ts';
import { messageKey } from '../message-key.ts';
import type { InboundActivity } from './inbound.ts';
import { messageOf, namedPolicy, withoutMention } from './message-text.ts';
import { type createPictures, hasPicture } from './pictures.ts';
import { BOT_FRAMEWORK, conversationIdOf, deliveryTo } from './reference.ts';

const ignore = (): void => {};

/** Turns what arrives from channels into turns of conversations; `onWait` is called when one takes its time. */
export function createListener(
  conversations: Conversations,
  defaultPolicy: string,
  onWait: (activity: InboundActivity) => void,
  keepPictures: ReturnType<typeof createPictures>,
) {
  async function open(activity: InboundActivity, message?: InboundMessage): Promise<Exchange | undefined> {
    const { channelData, from, membersAdded = [] } = activity;
    const named = namedPolicy(withoutMention(activity), channelData, conversations.policyIds());
    const { exchange } = await conversations.open({
      id: conversationIdOf(activity),
      channel: BOT_FRAMEWORK,
      policyId: named.policyId ?? defaultPolicy,
      userId: from?.id ?? membersAdded[0]?.id ?? '',
      delivery: deliveryTo(activity),
      first: message && { ...message, activity: messageOf(activity, named.text) },
    });
    return exchange;
  }

  async function receive(
    message: InboundMessage & { conversationId: string },
    activity: InboundActivity,
  ): Promise<Exchange | undefined> {
    return (
      (await conversations.receive(message)) ??
      (await open(activity, message)) ??
      // Another message has opened it meanwhile.
      conversations.receive(message)
    );
  }

  return {
    /** Runs the turn of a message, opening its conversation if it is the first; a repeat gets the first result. */
    async receive(activity: InboundActivity): Promise<Exchange> {
      const conversationId = conversationIdOf(activity);
      const key = activity.id === undefined ? randomUUID() : messageKey(activity.id);
      // Files are kept with a conversation, so there must be one.
      if (hasPicture(activity)) await open(activity);
      const attachments = await keepPictures(activity, conversationId, key);
      const message: InboundMessage = {
        key,
        activity: { ...messageOf(activity, withoutMention(activity)), ...(attachments && { attachments }) },
        origin: activity.from && `${activity.channelId} ${activity.from.id}`,
        delivery: deliveryTo(activity),
        isHandedOver: activity.deliveryMode === 'expectReplies',
      };
      const stop = conversations.subscribe(conversationId, ignore, () => onWait(activity));
      const exchange = await receive({ conversationId, ...message }, activity).finally(stop);
      if (!exchange) throw new InvariantError('conversation-not-opened', 'a conversation was neither found nor opened');
      return exchange;
    },
    /** Greets a customer who joined, once in a conversation. */
    async greet(activity: InboundActivity): Promise<void> {
      const { membersAdded = [], recipient } = activity;
      if (activity.serviceUrl && membersAdded.some(({ id }) => id !== recipient?.id)) await open(activity);
    },
  };
}
