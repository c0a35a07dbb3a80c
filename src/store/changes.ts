import type { CommitResult, Store, StoreChange, TurnCommit } from './store.ts';

/** Those who watch a store in this process; see `Store.watch`. */
export interface Changes extends Pick<Store, 'watch' | 'watchTyping'> {
  tell(change: StoreChange): void;
  tellTyping(conversationId: string): void;
}

export function createChanges(): Changes {
  const commits = createListeners<StoreChange>();
  const typing = createListeners<string>();
  return { tell: commits.tell, watch: commits.add, tellTyping: typing.tell, watchTyping: typing.add };
}

function createListeners<T>() {
  const listeners = new Set<(news: T) => void>();
  return {
    tell(news: T): void {
      for (const listener of listeners) listener(news);
    },
    add(listener: (news: T) => void): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** What other processes hear of a turn. */
export function changeOf({ conversationId, notice }: TurnCommit): StoreChange {
  return { conversationId, ...(notice !== undefined && { notice }) };
}

/** What those who watch in this process hear of a turn. */
export function ownChangeOf(
  turn: TurnCommit,
  { inbound, replies }: Extract<CommitResult, { kind: 'committed' }>,
): StoreChange {
  return { ...changeOf(turn), messages: inbound ? [inbound, ...replies] : replies };
}
