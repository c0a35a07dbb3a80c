import type { Store } from '../store/store.ts';

/** The same store, which tells of every commit that leaves something to deliver. */
export function wakingStore(store: Store, onEffects: () => void): Store {
  return {
    ...store,
    async commit(turn) {
      const result = await store.commit(turn);
      if (result.kind === 'committed' && result.hasEffects) onEffects();
      return result;
    },
  };
}
