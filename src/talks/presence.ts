import type { Store } from '../store/store.ts';

/** Notes which customers are there, so that one who is not can be written to. */
export interface Presence {
  /** The customer has asked for something just now. */
  seen(conversationId: string): void;
  /** The customer is connected, until the function that is returned is called. */
  enter(conversationId: string): () => void;
  /** Writes what is still to be written. */
  stop(): Promise<void>;
}

/** Keeps presence in the store every `everyMs`, for all customers at once, so that no request waits for it. */
export function startPresence(deps: {
  store: Pick<Store, 'customersSeen'>;
  now(): Date;
  everyMs: number;
  onFailure(error: unknown): void;
}): Presence {
  const { store, now, everyMs, onFailure } = deps;
  const seen = new Set<string>();
  const connected = new Map<string, number>();

  async function write(): Promise<void> {
    const ids = [...new Set([...seen, ...connected.keys()])];
    seen.clear();
    if (ids.length > 0) await store.customersSeen(ids, now().toISOString()).catch(onFailure);
  }
  const timer = setInterval(() => void write(), everyMs).unref();

  return {
    seen: (conversationId) => void seen.add(conversationId),
    enter(conversationId) {
      connected.set(conversationId, (connected.get(conversationId) ?? 0) + 1);
      return () => {
        const left = (connected.get(conversationId) ?? 1) - 1;
        if (left > 0) connected.set(conversationId, left);
        else connected.delete(conversationId);
        seen.add(conversationId);
      };
    },
    async stop() {
      clearInterval(timer);
      await write();
    },
  };
}
