import type { Store } from '../store/store.ts';

/** The same store, which tells of every commit once it is written. */
export function wakingStore(store: Store, onCommit: () => void): Store {
  return {
    ...store,
    async commit(turn) {
      const result = await store.commit(turn);
      if (result.kind === 'committed') onCommit();
      return result;
    },
  };
}
