import { createHash } from 'node:crypto';
import { z } from 'zod';
import { asJson } from '../../json.ts';
import type { Delivery, Json } from '../../store/store.ts';
import type { InboundActivity } from './inbound.ts';

/** Names its conversations in the store, and the effects that bring its replies. */
export const BOT_FRAMEWORK = 'botframework';

const account = z.object({ id: z.string(), name: z.string().nullish() });

const referenceSchema = z.object({
  /** The id of the customer's latest activity. */
  activityId: z.string().optional(),
  channelId: z.string(),
  serviceUrl: z.string(),
  conversation: z.looseObject({ id: z.string() }),
  user: account,
  bot: account,
  locale: z.string().optional(),
});

/** All that is needed to write to a conversation on a channel, as Bot Framework's conversation references. */
export type Reference = z.infer<typeof referenceSchema>;

/** Our id of a channel's conversation: one-way, because some channels make theirs from telephone numbers. */
export function conversationIdOf({ channelId, conversation }: Pick<InboundActivity, 'channelId' | 'conversation'>) {
  return `bf-${createHash('sha256')
    .update(JSON.stringify([channelId, conversation.id]))
    .digest('hex')
    .slice(0, 32)}`;
}

/** The address of answers to an activity. */
export function referenceOf(activity: InboundActivity): Omit<Reference, 'serviceUrl'> {
  const { id, channelId, conversation, from, recipient, membersAdded, locale } = activity;
  const bot = recipient ?? { id: 'returns-assistant' };
  return {
    ...(id !== undefined && { activityId: id }),
    channelId,
    conversation,
    user: from ?? membersAdded?.find((member) => member.id !== bot.id) ?? { id: 'unknown' },
    bot,
    ...(locale !== undefined && { locale }),
  };
}

/** The reference as it is kept with a conversation; absent where the channel cannot be written to. */
export function deliveryTo(activity: InboundActivity): Delivery | undefined {
  const { serviceUrl } = activity;
  if (serviceUrl === undefined) return undefined;
  const reference: Reference = { ...referenceOf(activity), serviceUrl };
  return { kind: BOT_FRAMEWORK, address: asJson(reference) };
}

/** Reads a reference that was kept; throws when it is none. */
export function readReference(address: Json): Reference {
  return referenceSchema.parse(address);
}
