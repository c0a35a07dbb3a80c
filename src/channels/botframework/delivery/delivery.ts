import { z } from 'zod';
import type { EffectHandler } from '../../../outbox/outcome.ts';
import type { PendingEffect, Store } from '../../../store/store.ts';
import { mayReplyTo, type ReplyTargets } from '../authentication/callers.ts';
import { readReference } from '../reference.ts';
import type { Connector } from './connector.ts';
import { presentReply } from './outbound.ts';

/** Brings replies from the outbox to their channel, at the address that the customer wrote from last. */
export function createDelivery(deps: {
  store: Pick<Store, 'knownConversation'>;
  connector: Connector;
  replyTargets: ReplyTargets;
}): EffectHandler {
  return async ({ conversationId, payload, message }, signal) => {
    const asked = readReference(payload);
    const newest = (await deps.store.knownConversation(conversationId))?.delivery;
    const reference = newest ? readReference(newest.address) : asked;
    if (!message || !mayReplyTo(reference.serviceUrl, deps.replyTargets)) return { kind: 'refused' };
    const replyToId = message.replyToId === undefined ? undefined : asked.activityId;
    return deps.connector(reference, presentReply(message, reference, replyToId), signal);
  };
}

const addressSchema = z.object({ serviceUrl: z.url() });

/** The host that a reply goes to; `undefined` where its address cannot be read, which its delivery says then. */
export function hostOf({ payload }: Pick<PendingEffect, 'payload'>): string | undefined {
  const { data } = addressSchema.safeParse(payload);
  return data && new URL(data.serviceUrl).host;
}
