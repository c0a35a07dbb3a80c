import type { StoreChange, TurnCommit } from './store.ts';

/** Those who watch the commits of a store; see `Store.watch`. */
export interface Changes {
  tell(change: StoreChange): void;
  watch(listener: (change: StoreChange) => void): () => void;
}

export function createChanges(): Changes {
  const listeners = new Set<(change: StoreChange) => void>();
  return {
    tell(change) {
      for (const listener of listeners) listener(change);
    },
    watch(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** What those who watch hear of a turn that this process has committed. */
export function changeOf({ conversationId, cases }: TurnCommit): StoreChange {
  return { conversationId, cases: cases.map(({ reference }) => reference), isOwn: true };
}
