import type { Json } from '../json.ts';

/** A case for people: everything gathered, under a reference that can be read over the phone. */
export interface StoredCase {
  reference: string;
  conversationId: string;
  state: string;
  urgent: boolean;
  caseFile: Json;
  /** Its holder, ruling and history; absent on cases older than this column. */
  file?: Json;
  /** The item it is about; absent when the item is not known. */
  itemKey?: string;
}

/** A case in a page of them; see `Store.cases`. */
export interface ListedCase extends StoredCase {
  at: string;
  changedAt: string;
  cursor: string;
}
