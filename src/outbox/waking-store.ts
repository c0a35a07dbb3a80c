import type { Store, TurnCommit } from '../store/store.ts';

/**
 * The same store, which tells of every commit that leaves something to deliver, and of which kinds; `undefined` where
 * that is not known.
 */
export function wakingStore(store: Store, onEffects: (kinds: string[] | undefined) => void): Store {
  return {
    ...store,
    async commit(turn) {
      const result = await store.commit(turn);
      if (result.kind === 'committed' && result.hasEffects) onEffects(kindsOf(turn));
      return result;
    },
  };
}

/** The kinds of a turn's effects; replies may go where an earlier turn said. */
function kindsOf({ effects, delivery, replies, isHandedOver }: TurnCommit): string[] | undefined {
  const hasReplies = replies.length > 0 && isHandedOver !== true;
  if (hasReplies && !delivery) return undefined;
  const kinds = [...effects.map(({ kind }) => kind), ...(hasReplies && delivery ? [delivery.kind] : [])];
  return [...new Set(kinds)];
}
