import type { JsonObject, StoredActivity } from '../store/store.ts';

/** What a channel needs of the layer below it; `dialogs/turn.ts` provides it. */
export interface Conversations {
  /** The policies of this deployment. */
  policyIds(): string[];
  /**
   * Opens a conversation: greeting and first question are committed when it resolves.
   * `created` is false when it was open already; then nothing is written.
   */
  open(conversation: { id: string; channel: string; policyId: string; userId: string }): Promise<{ created: boolean }>;
  /**
   * Runs one turn on an inbound message; resolves after the commit.
   * A key seen before in this conversation changes nothing and returns the first result.
   * `undefined`: there is no such conversation.
   */
  receive(message: {
    conversationId: string;
    key: string;
    activity: JsonObject;
  }): Promise<{ inbound: StoredActivity; replies: StoredActivity[] } | undefined>;
  /** Calls back after each commit in the conversation, and when a turn takes its time; returns the function that stops it. */
  subscribe(conversationId: string, onCommit: () => void, onTyping?: () => void): () => void;
}
