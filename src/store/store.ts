import type { Json, JsonObject } from '../json.ts';

/** The store keeps records and activities as JSON, without knowing what is in them. */
export type { Json, JsonObject };

/** A conversation as it stands after its last commit. `revision` counts commits, starting at 1. */
export interface StoredConversation {
  id: string;
  channel: string;
  policyId: string;
  /** The customer's id on the channel; Direct Line: starts with `dl_`. */
  userId: string;
  revision: number;
  record: Json;
  /** See `TurnCommit.wakeAt`. */
  wakeAt?: string;
  /** See `TurnCommit.delivery`. */
  delivery?: Delivery;
}

/** The address at which a channel that does not read the store itself gets a conversation's replies. */
export interface Delivery {
  /** The kind of the effects that bring them there. */
  kind: string;
  /** Their payload. */
  address: Json;
}

/** One message of a conversation. `seq` starts at 1 and has no gaps; it is the Direct Line watermark. */
export interface StoredActivity {
  seq: number;
  id: string;
  /** ISO instant of the turn that wrote it. */
  at: string;
  /** Id of the inbound message this one answers; absent on inbound messages and when the shop spoke by itself. */
  replyToId?: string;
  /** The activity as it was given to `commit`, with `id` filled in. */
  activity: JsonObject;
}

/** Something for others to see (an agent's card, a connector reply): delivered after the commit, at least once. */
export interface Effect {
  kind: string;
  /** Effects with the same key are delivered in order. */
  key: string;
  payload: Json;
}

/** An effect that is still to be delivered. */
export interface PendingEffect extends Effect {
  id: number;
  conversationId: string;
  /** ISO instant of its turn. */
  at: string;
  /** The number of failed attempts so far. */
  attempts: number;
  /** The reply that it brings, where it brings one. */
  message?: StoredActivity;
}

/** A line of the append-only event log. */
interface StoredEvent {
  type: string;
  data: Json;
}

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

/** A file that a customer sent; its bytes are shown to people alone. */
export interface StoredFile {
  id: string;
  conversationId: string;
  name: string;
  contentType: string;
  bytes: Uint8Array;
  /** ISO instant. */
  at: string;
}

/** The place where a desk shows a case: a card, a thread, a conversation of another product. */
export interface CaseLink {
  reference: string;
  /** The kind of desk, e.g. `slack`. */
  desk: string;
  /** Its address there; one a desk has one case. */
  key: string;
  data: Json;
}

/** A decision as it was issued; never recomputed. */
export interface StoredDecision {
  reference: string;
  conversationId: string;
  policyId: string;
  policyDigest: string;
  /**
   * The instant (ISO) for which it was decided, or the day `YYYY-MM-DD` where a day was fixed; written once, absent on
   * decisions older than this column.
   */
  decidedOn?: string;
  /** `issued`, then `withdrawn` when the customer changes an answer. */
  state: string;
  facts: Json;
  decision: Json;
}

/** A submitted return form; one a decision, and one open an item. */
export interface StoredReturn {
  /** The number that customer and shop name it by. */
  rma: string;
  /** The decision it was submitted for. */
  reference: string;
  conversationId: string;
  /** The item, which may have only one open return; absent when the item is not known. */
  itemKey?: string;
  state: 'open';
  form: Json;
}

/** All that one turn writes; it is written whole or not at all. */
export interface TurnCommit {
  conversationId: string;
  /** The message that caused the turn, with its key against repeats; absent when the shop itself speaks. */
  inbound?: { key: string; activity: JsonObject };
  /** The revision the turn was computed from; 0 creates the conversation, which `create` then describes. */
  expectedRevision: number;
  create?: { channel: string; policyId: string; userId: string };
  record: Json;
  events: StoredEvent[];
  /** Messages to the customer, in order; the store gives each its seq and id. */
  replies: JsonObject[];
  effects: Effect[];
  /** The address of replies from this turn on, whoever speaks; absent: as before. */
  delivery?: Delivery;
  /**
   * True where the caller hands the replies over itself; else each of them is an effect of its own where there is a
   * delivery.
   */
  isHandedOver?: boolean;
  /** A key against repeats of a turn that no message caused, e.g. of a click of an agent; see `inbound`. */
  key?: string;
  /** Inserted, or updated by reference. */
  cases: StoredCase[];
  /** Inserted, or updated by reference. */
  decisions: StoredDecision[];
  /** Inserted; see `taken`. */
  returns?: StoredReturn[];
  /** ISO instant at which the conversation is due unless another turn comes first; absent: never. */
  wakeAt?: string;
  /** ISO instant of the turn. */
  at: string;
}

export type CommitResult =
  /**
   * Written now. `inbound` is the stored inbound message if there was one; `hasEffects` if there is something to
   * deliver.
   */
  | { kind: 'committed'; revision: number; inbound?: StoredActivity; replies: StoredActivity[]; hasEffects?: true }
  /** This key was committed before in this conversation: nothing is written, the first result is given back. */
  | { kind: 'repeated'; revision: number; inbound?: StoredActivity; replies: StoredActivity[] }
  /**
   * Another turn came first (or the conversation exists already, or is missing, or a reference belongs to another
   * conversation): nothing is written.
   */
  | { kind: 'conflict' }
  /** There is a return for this reference already, or an open one for the item: nothing is written. */
  | { kind: 'taken'; by: 'reference' | 'item' };

/**
 * The contract every store keeps; `test/store/contract.ts` is its suite.
 * A call resolves only when what it wrote survives the death of the process.
 */
export interface Store {
  /** One atomic write; see `TurnCommit`. An inbound activity is stored before the replies. */
  commit(turn: TurnCommit): Promise<CommitResult>;
  conversation(id: string): Promise<StoredConversation | undefined>;
  /** Result of an inbound key that was committed before, if it was. */
  repeated(conversationId: string, key: string): Promise<Extract<CommitResult, { kind: 'repeated' }> | undefined>;
  /**
   * Activities with a seq greater than `after`, oldest first, at most `limit`, and of at most `maxBytes` together where
   * that is given; the first is never left out.
   */
  activities(conversationId: string, after: number, limit: number, maxBytes?: number): Promise<StoredActivity[]>;
  /** Ids of conversations whose `wakeAt` is not after `at`, longest due first, at most `limit`. */
  due(at: string, limit: number): Promise<string[]>;
  /**
   * The oldest undelivered effect of each key, unless it failed and its time has not come at `at`; oldest first, at
   * most `limit`.
   */
  pendingEffects(at: string, limit: number): Promise<PendingEffect[]>;
  /** Done: the next effect of its key is due. */
  effectDelivered(id: number, at: string): Promise<void>;
  /** Failed once more; it and what follows it under its key are not due before `notBefore`. */
  effectFailed(id: number, notBefore: string): Promise<void>;
  /** Given up: it is kept, but never due again, and the next effect of its key is. */
  effectParked(id: number, at: string): Promise<void>;
  /** The event log of a conversation, oldest first. */
  events(conversationId: string): Promise<(StoredEvent & { at: string })[]>;
  /** Cases, newest first; `at` is when the case was filed, `changedAt` when it was written last. */
  cases(): Promise<(StoredCase & { at: string; changedAt: string })[]>;
  case(reference: string): Promise<(StoredCase & { at: string; changedAt: string }) | undefined>;
  /** The newest case of an item that waits or that somebody has claimed. */
  openCase(itemKey: string): Promise<(StoredCase & { at: string; changedAt: string }) | undefined>;
  /**
   * Keeps a file unless its conversation has `most` of them already; true if it was kept, now or before under the same
   * id.
   */
  keepFile(file: StoredFile, most: number): Promise<boolean>;
  file(id: string): Promise<StoredFile | undefined>;
  /** Keeps where a desk shows a case; a second time replaces the first. */
  keepCaseLink(link: CaseLink): Promise<void>;
  caseLink(reference: string, desk: string): Promise<CaseLink | undefined>;
  caseLinkByKey(desk: string, key: string): Promise<CaseLink | undefined>;
  /** True if this is the first time that the key is seen; keys older than `forgetBefore` (ISO) are forgotten. */
  firstSeen(key: string, at: string, forgetBefore: string): Promise<boolean>;
  /** True if the key was seen and is not forgotten. */
  seen(key: string): Promise<boolean>;
  /** The bytes of all activities of a conversation. */
  conversationBytes(id: string): Promise<number>;
  decision(reference: string): Promise<(StoredDecision & { at: string }) | undefined>;
  /** Decisions, oldest first; `at` is when the decision was issued. */
  decisions(): Promise<(StoredDecision & { at: string })[]>;
  /** The return that was submitted for a decision; `at` is when. */
  return(reference: string): Promise<(StoredReturn & { at: string }) | undefined>;
  /** The open return of an item. */
  openReturn(itemKey: string): Promise<(StoredReturn & { at: string }) | undefined>;
  /** Keeps the text of a policy under its digest; the same digest twice is no error. */
  keepPolicy(policy: { id: string; version: string; digest: string; text: string }): Promise<void>;
  policy(digest: string): Promise<{ id: string; version: string; digest: string; text: string } | undefined>;
  /** Keeps the plan of a policy's interview, in the place of those that other versions of the planner made. */
  keepPlan(plan: { digest: string; planner: number; bytes: Uint8Array }): Promise<void>;
  /** The plan that this version of the planner made of the policy of this digest. */
  plan(digest: string, planner: number): Promise<Uint8Array | undefined>;
  /** The secret of this name; made by `make` the first time and kept. Two processes that race get the same one. */
  secret(name: string, make: () => Promise<string>): Promise<string>;
  /** Throws when the store cannot be written or read. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
