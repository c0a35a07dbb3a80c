/** What is erased, and what is left. */
export interface Erasure {
  conversationId: string;
  /** Only what was written up to this turn, of which its replies stay: the chat goes on. Absent: all of it. */
  upToRevision?: number;
  /**
   * Open returns submitted from this instant (ISO) on are kept: number, item and decision, in a conversation of their
   * own that names nobody. Absent: none is.
   */
  keepReturnsSince?: string;
  /** Nothing is erased if there was a turn at this instant (ISO) or later. */
  unlessSince?: string;
  /** Only counts; nothing is written. */
  isDryRun?: boolean;
}

/** How much was erased of each kind. */
export interface Erased {
  messages: number;
  files: number;
  cases: number;
  decisions: number;
  returns: number;
  /** Messages and events that were delivered or wait to be. */
  effects: number;
  /** The places where desks show its cases, which are not ours to erase. */
  places: { desk: string; key: string }[];
  /** The numbers of the returns that are kept. */
  kept: string[];
}

/** A conversation by its last turn. */
export interface LastTurn {
  conversationId: string;
  /** ISO instant. */
  at: string;
  /** True if nobody has written in it, and nothing was decided or filed. */
  isUnused: boolean;
  /** True if people have not yet settled a case of it. */
  hasOpenCase: boolean;
}

/** The part of the store that forgets; `test/store/erasing-contract.ts` is its suite. */
export interface Forgetting {
  /** Erases what a conversation holds, in one write; `undefined` if there is no such conversation, or it is spared. */
  erase(erasure: Erasure): Promise<Erased | undefined>;
  /** Sees to it that no byte of what was erased is left in the store's own files, as far as nobody reads it just now. */
  scrub(): Promise<void>;
  /** Conversations after this id, by id; those with the returns that are kept are none of them. */
  lastTurns(page: { after?: string; limit: number }): Promise<LastTurn[]>;
  /** Ids of conversations that have this text in their record, their messages or a form, whatever its case. */
  conversationsNaming(text: string): Promise<string[]>;
  /** Messages and events still to be delivered of a conversation, but those of this kind. */
  waitingEffects(conversationId: string, exceptKind: string): Promise<number>;
  /** Forgets effects that were delivered before an instant, at most `limit`; how many. */
  forgetDelivered(before: string, limit: number): Promise<number>;
  /** Forgets returns that were kept alone and were submitted before an instant, at most `limit`; how many. */
  forgetKeptReturns(before: string, limit: number): Promise<number>;
  /** The conversation that a case, a decision or a return is of. */
  conversationOf(reference: string): Promise<string | undefined>;
}
