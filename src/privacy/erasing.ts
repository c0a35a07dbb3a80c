import { z } from 'zod';
import type { Outcome } from '../outbox/outcome.ts';
import type { Effect, PendingEffect, Store } from '../store/store.ts';

/** The kind of the effect that erases what a conversation holds. */
export const erasingKind = 'erase';

const payloadSchema = z.object({ upToRevision: z.number() });

/** So long what else a conversation has to deliver, such as that its case is withdrawn, goes out first. */
const patienceMs = 10 * 60_000;
const againAfterMs = 1_000;

/**
 * The effect that erases what was written in a conversation up to a turn; as an effect it outlives the process and
 * happens once the turn is committed.
 */
export function erasingEffect(conversationId: string, upToRevision: number): Effect {
  return { kind: erasingKind, key: `${erasingKind} ${conversationId}`, payload: { upToRevision } };
}

/** Carries such effects out; `keepReturnsSince` is the first instant (ISO) of returns that are kept. */
export function createErasing(deps: {
  store: Pick<Store, 'erase' | 'scrub' | 'waitingEffects'>;
  now(): Date;
  keepReturnsSince(): string;
}): (effect: Pick<PendingEffect, 'conversationId' | 'at' | 'payload'>) => Promise<Outcome> {
  const { store, now } = deps;
  return async ({ conversationId, at, payload }) => {
    const isEarly = now().getTime() - Date.parse(at) < patienceMs;
    if (isEarly && (await store.waitingEffects(conversationId, erasingKind)) > 0)
      return { kind: 'later', afterMs: againAfterMs };
    const { upToRevision } = payloadSchema.parse(payload);
    await store.erase({ conversationId, upToRevision, keepReturnsSince: deps.keepReturnsSince() });
    await store.scrub();
    return { kind: 'delivered' };
  };
}
