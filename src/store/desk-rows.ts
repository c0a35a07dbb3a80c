import type { Json } from '../json.ts';

/** Something that a desk keeps beside the cases: an account, a draft, a saved view. One a kind, owner and key. */
export interface DeskRow {
  /** What it is, e.g. `draft`. */
  kind: string;
  /** Whose it is, e.g. the id of an agent or of a shop. */
  owner: string;
  key: string;
  /** The conversation that it is about and is erased with. */
  conversationId?: string;
  data: Json;
  /** ISO instant at which it was kept last. */
  at: string;
}

/** See `DeskRows.deskRows`. */
export interface DeskRowQuery {
  kind: string;
  owner?: string;
  key?: string;
}

/** The part of the store that keeps what desks need beside the cases; `test/store/desk-rows-contract.ts` is its suite. */
export interface DeskRows {
  /**
   * Keeps a row in the place of the one of its kind, owner and key. With `expectedAt` only if that one was kept at this
   * instant (null: only if there is none); false if it was not.
   */
  keepDeskRow(row: DeskRow, expectedAt?: string | null): Promise<boolean>;
  deskRow(kind: string, owner: string, key: string): Promise<DeskRow | undefined>;
  /** The rows of a kind, those of one owner or under one key where it is given; by owner and key, at most 1,000. */
  deskRows(query: DeskRowQuery): Promise<DeskRow[]>;
  dropDeskRow(kind: string, owner: string, key: string): Promise<void>;
}

/** A look at the rows of a desk costs no more than so many. */
export const mostDeskRows = 1_000;
