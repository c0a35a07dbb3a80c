import type { EffectHandler } from '../../../outbox/worker.ts';
import type { Store } from '../../../store/store.ts';
import { isLoopbackUrl } from '../authentication/loopback.ts';
import { readReference } from '../reference.ts';
import type { Connector } from './connector.ts';
import { presentReply } from './outbound.ts';

/** Brings replies from the outbox to their channel, at the address that the customer wrote from last. */
export function createDelivery(deps: {
  store: Pick<Store, 'conversation'>;
  connector: Connector;
  /** Without one only this machine is written to. */
  hasAppId: boolean;
}): EffectHandler {
  return async ({ conversationId, payload, message }, signal) => {
    const asked = readReference(payload);
    const newest = (await deps.store.conversation(conversationId))?.delivery;
    const reference = newest ? readReference(newest.address) : asked;
    if (!message || !(deps.hasAppId || isLoopbackUrl(reference.serviceUrl))) return { kind: 'refused' };
    const replyToId = message.replyToId === undefined ? undefined : asked.activityId;
    return deps.connector(reference, presentReply(message, reference, replyToId), signal);
  };
}
