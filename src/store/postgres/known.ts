import type { StoredConversation, TurnCommit } from '../store.ts';

/** A conversation as this process knew it last. */
export interface Known {
  conversation: StoredConversation;
  /** Of its row: another one after every write, also where somebody erased it and began it anew. */
  version: string;
  /** The keys of all its turns; some may have been erased meanwhile. */
  keys: Set<string>;
}

/** So many are kept, the latest. */
const MAX_KNOWN = 1_000;
/** Conversations with more turns than this are few, and their keys many. */
export const maxKnownTurns = 200;

/**
 * Conversations as this process knew them last, so that most turns begin without a question to the database. Any of
 * them may be out of date: a commit names the version it was computed from, and meets a conflict then.
 */
export class KnownConversations {
  readonly #known = new Map<string, Known>();

  get(id: string): Known | undefined {
    return this.#known.get(id);
  }

  keep(known: Known): void {
    const { id, revision } = known.conversation;
    this.#known.delete(id);
    if (revision > maxKnownTurns) return;
    const [oldest] = this.#known.keys();
    if (this.#known.size >= MAX_KNOWN && oldest !== undefined) this.#known.delete(oldest);
    this.#known.set(id, known);
  }

  forget(id: string): void {
    this.#known.delete(id);
  }

  /** The version that a turn was computed from, where it is known. */
  versionBefore({ conversationId, expectedRevision }: TurnCommit): string | undefined {
    const before = this.#known.get(conversationId);
    return before?.conversation.revision === expectedRevision ? before.version : undefined;
  }

  /** Goes on to what a turn has written; `key` is the turn's against repeats. */
  committed(turn: TurnCommit, key: string | undefined, written: { revision: number; version: string }): void {
    const { conversationId: id, expectedRevision, create, record, wakeAt, delivery: own } = turn;
    const known = this.#known.get(id);
    const before = known?.conversation.revision === expectedRevision ? known : undefined;
    const fixed = expectedRevision === 0 ? create : before?.conversation;
    if (!fixed) return void this.forget(id);
    const { channel, policyId, userId } = fixed;
    const delivery = own ?? before?.conversation.delivery;
    const keys = before?.keys ?? new Set();
    if (key !== undefined) keys.add(key);
    const conversation = {
      ...{ id, channel, policyId, userId, revision: written.revision, record },
      ...(wakeAt !== undefined && { wakeAt }),
      ...(delivery && { delivery }),
    };
    this.keep({ conversation, version: written.version, keys });
  }
}
