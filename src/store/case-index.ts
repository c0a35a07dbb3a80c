import type { ListedCase, StoredCase } from './stored-case.ts';

/**
 * What desks sort a case by and find it by. It is made from the case and its talk, and can be made from them anew at
 * any time, so it stays behind where data moves.
 */
export interface CaseEntry {
  reference: string;
  conversationId: string;
  /** Sorts cases as they are to be looked after; no two have the same. */
  place: string;
  state: string;
  urgent: boolean;
  shop: string;
  reason: string;
  agent?: { id: string; name: string };
  /** ISO instant since which the customer waits for an answer. */
  waitingSince?: string;
  /** ISO instant by which the customer should have one. */
  dueAt?: string;
  /** ISO instant until which it is put aside. */
  snoozedUntil?: string;
  tags: string[];
  /** Texts by which it is found; those that it had already are kept. */
  texts: string[];
  /** True where nothing of the talk is left out; without such an entry no other is kept. */
  isWhole: boolean;
}

/** The cases that are looked for: those of which all that is given holds. */
export interface CaseQuery {
  /** Words, or beginnings of words, in any order; see `searchTerms`. */
  text?: string;
  states?: readonly string[];
  /** The agent who has it; null: nobody. */
  agentId?: string | null;
  shop?: string;
  reason?: string;
  tag?: string;
  isUrgent?: boolean;
  isOverdue?: boolean;
  /** True: those put aside alone; false: those that are not. */
  isSnoozed?: boolean;
  /** ISO instant of the look. */
  at: string;
  /** The place of the case before. */
  after?: string;
  limit: number;
}

/** A case as it is found. */
export type FoundCase = StoredCase &
  Pick<ListedCase, 'at' | 'changedAt'> &
  Pick<CaseEntry, 'place' | 'waitingSince' | 'dueAt' | 'snoozedUntil' | 'tags'>;

/** The number of open cases that are alike in all of this. */
export interface CaseCount {
  state: string;
  urgent: boolean;
  shop: string;
  reason: string;
  agent?: { id: string; name: string };
  isOverdue: boolean;
  isSnoozed: boolean;
  tags: string[];
  count: number;
}

/** The part of the store in which desks find cases; `test/store/finding-contract.ts` is its suite. */
export interface Finding {
  /** A page of the cases that are looked for, by their places; `next` is the place to go on after, if there are more. */
  findCases(query: CaseQuery): Promise<{ cases: FoundCase[]; next?: string }>;
  /** The open cases, counted. */
  countCases(at: string): Promise<CaseCount[]>;
  /** Cases that have no entry, of some that come after this cursor, newest first; `next` is where to go on. */
  casesWithoutEntry(after?: string): Promise<{ cases: ListedCase[]; next?: string }>;
  /** Keeps a whole entry unless the conversation has gone on, or there is one; true if it was kept. */
  keepCaseEntry(entry: CaseEntry, revision: number): Promise<boolean>;
}
