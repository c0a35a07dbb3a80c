import type { Delivery, JsonObject, StoredActivity } from '../../store/store.ts';

/** A customer's message as a channel takes it in. */
export interface InboundMessage {
  /** The same for every repeat of one message. */
  key: string;
  activity: JsonObject;
  /** Whom the sender cannot be many of at no cost, such as their network address; limits guesses, and is not kept. */
  origin?: string | undefined;
  /** The address of replies from now on, on channels that do not read the store. */
  delivery?: Delivery | undefined;
  /** True where the caller hands the replies over itself. */
  isHandedOver?: boolean | undefined;
}

/** A message as it was stored, with what was answered. */
export interface Exchange {
  inbound: StoredActivity;
  replies: StoredActivity[];
}

/** Hears of a commit; of its messages only where this process stored them. */
export type OnCommit = (messages?: StoredActivity[]) => void;

/** The interface of a channel to the layer below it; `dialogs/turns/turn.ts` provides it. */
export interface Conversations {
  /** The policies of this deployment. */
  policyIds(): string[];
  /**
   * Opens a conversation: greeting and first question are committed when it resolves. Where a first message opens it,
   * that is taken as an answer if it is one; a mere "hello" is not.
   * `created` is false when it was open already; then nothing is written.
   */
  open(conversation: {
    id: string;
    channel: string;
    policyId: string;
    userId: string;
    delivery?: Delivery | undefined;
    first?: InboundMessage | undefined;
  }): Promise<{ created: boolean; exchange?: Exchange }>;
  /**
   * Runs one turn on an inbound message; resolves after the commit.
   * A key seen before in this conversation changes nothing and returns the first result.
   * `undefined`: there is no such conversation.
   */
  receive(message: InboundMessage & { conversationId: string }): Promise<Exchange | undefined>;
  /**
   * Calls back after each commit in the conversation, with its messages where this process stored them, and when a turn
   * takes its time; returns the function that stops it.
   */
  subscribe(conversationId: string, onCommit: OnCommit, onTyping?: () => void): () => void;
}
