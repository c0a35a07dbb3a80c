import type { Json, JsonObject } from '../json.ts';
import type { CaseEntry, Finding } from './case-index.ts';
import type { DeskRows } from './desk-rows.ts';
import type { Forgetting } from './erasing.ts';
import type { ListedCase, StoredCase } from './stored-case.ts';

/** The store keeps records and activities as JSON, without knowing what is in them. */
export type { Json, JsonObject, ListedCase, StoredCase };

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

/** An effect that was given up. */
export interface ParkedEffect extends PendingEffect {
  /** ISO instant. */
  parkedAt: string;
  /** Why, in a word or a status; absent where nobody said so. */
  error?: string;
}

/** The effects of one kind that are still to be delivered, and those that were given up. */
export interface OutboxCount {
  kind: string;
  waiting: number;
  parked: number;
  /** ISO instant of the turn of the one that has waited longest. */
  oldestAt?: string;
}

/** A line of the append-only event log. */
interface StoredEvent {
  type: string;
  data: Json;
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

/** A decision in a page of them, with the instant at which it was issued; see `Store.decisions`. */
export interface ListedDecision extends StoredDecision {
  at: string;
  cursor: string;
}

/** A commit that somebody may want to look at. */
export interface StoreChange {
  conversationId: string;
  /** See `TurnCommit.notice`. */
  notice?: Json;
  /** The messages that were stored, in order; absent where another process stored them. */
  messages?: StoredActivity[];
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

/** A secret that opens a conversation until its time is over; the secret itself is never kept. */
export interface TalkKey {
  /** A digest of the secret. */
  digest: string;
  /** What it is for, such as the renewal by a browser. */
  purpose: string;
  conversationId: string;
  data: Json;
  /** ISO instant from which on it opens nothing. */
  expiresAt: string;
}

/** When a customer was there last, and what happened since. */
export interface Presence {
  /** ISO instant. */
  seenAt?: string;
  /** ISO instant of the last mail that told of news. */
  mailedAt?: string;
  /** The address that the customer gave for this conversation. */
  email?: string;
}

/** What a conversation holds beside its messages and events. */
export interface Contents {
  cases: (StoredCase & { at: string; changedAt: string })[];
  decisions: (StoredDecision & { at: string })[];
  returns: (StoredReturn & { at: string })[];
  files: StoredFile[];
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
  /** What its cases are sorted and found by from now on; absent: as before. */
  caseEntries?: CaseEntry[];
  /** Inserted, or updated by reference. */
  decisions: StoredDecision[];
  /** Inserted; see `taken`. */
  returns?: StoredReturn[];
  /** What those who watch the store hear of the commit; it is not kept. */
  notice?: Json;
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

/** See `CommitResult`. */
export type Repeated = Extract<CommitResult, { kind: 'repeated' }>;

/** See `Store.leaseEffects`. */
export interface LeaseRequest {
  kinds: readonly string[];
  /** ISO instant of the look. */
  at: string;
  /** ISO instant at which others may take them. */
  until: string;
  limit: number;
}

/**
 * The contract every store keeps; `test/store/contract.ts` is its suite.
 * A call resolves only when what it wrote survives the death of the process.
 */
export interface Store extends Forgetting, DeskRows, Finding {
  /** One atomic write; see `TurnCommit`. An inbound activity is stored before the replies. */
  commit(turn: TurnCommit): Promise<CommitResult>;
  conversation(id: string): Promise<StoredConversation | undefined>;
  /**
   * The conversation as this process knew it last. Another may have changed or erased it since; then a commit on it
   * meets a conflict, after which this tells what is there.
   */
  knownConversation(id: string): Promise<StoredConversation | undefined>;
  /** Likewise, for a turn on a message, with the result of its key where that was committed before. */
  begin(
    conversationId: string,
    key: string,
  ): Promise<{ conversation: StoredConversation; repeated?: Repeated } | undefined>;
  /** All rows of a conversation beside its messages and events, oldest first. */
  contents(conversationId: string): Promise<Contents>;
  /** Result of an inbound key that was committed before, if it was. */
  repeated(conversationId: string, key: string): Promise<Repeated | undefined>;
  /**
   * Activities with a seq greater than `after`, oldest first, at most `limit`, and of at most `maxBytes` together where
   * that is given; the first is never left out.
   */
  activities(conversationId: string, after: number, limit: number, maxBytes?: number): Promise<StoredActivity[]>;
  /** The seq of the last message of a conversation; 0 if there is none. */
  lastSeq(conversationId: string): Promise<number>;
  /** Ids of conversations whose `wakeAt` is not after `at`, longest due first, at most `limit`. */
  due(at: string, limit: number): Promise<string[]>;
  /**
   * Leases the oldest undelivered effect of each key among these kinds, unless its time has not come or somebody holds
   * a lease on the key at `at`; oldest first, at most `limit`. A lease ends at `until`, or when one of the calls below
   * says what became of the effect. One that cannot be read is parked in its place.
   */
  leaseEffects(request: LeaseRequest): Promise<PendingEffect[]>;
  /** Done: the next effect of its key is due. */
  effectDelivered(id: number, at: string): Promise<void>;
  /** Failed once more; it and what follows it under its key are not due before `notBefore`. */
  effectFailed(id: number, notBefore: string): Promise<void>;
  /** Given up: it is kept, but never due again, and the next effect of its key is. */
  effectParked(id: number, at: string, error?: string): Promise<void>;
  /** Not tried: due again, where `notBefore` is given not before it. */
  effectReleased(id: number, notBefore?: string): Promise<void>;
  /**
   * Makes effects due at once that wait until after `beyond`, which is later than anybody puts one off: the clock was
   * ahead when that was done. Returns their number.
   */
  hastenEffects(beyond: string): Promise<number>;
  /** Effects that were given up, newest first, those with an id below `before`. */
  parkedEffects(page: { before?: number; limit: number }): Promise<ParkedEffect[]>;
  /** Makes effects that were given up due again, as if never tried; the number of those that were. */
  retryEffects(ids: readonly number[] | 'all', at: string): Promise<number>;
  /** The state of the outbox, a line for each kind that has something in it. */
  outboxCounts(at: string): Promise<OutboxCount[]>;
  /**
   * The number of messages that came in after a turn of each of these conversations; none is named whose number is 0.
   */
  messagesSince(
    turns: readonly { conversationId: string; revision: number }[],
  ): Promise<{ conversationId: string; count: number }[]>;
  /** The event log of a conversation, oldest first. */
  events(conversationId: string): Promise<(StoredEvent & { at: string })[]>;
  /**
   * A page of the cases, newest first: at most `limit`, in these states, filed before the case of this `cursor`. `at`
   * is when the case was filed, `changedAt` when it was written last.
   */
  cases(page: { before?: string | undefined; limit: number; states?: readonly string[] }): Promise<ListedCase[]>;
  /** The most pressing cases that wait or that somebody has claimed: urgent ones first, then those filed first. */
  openCases(limit: number): Promise<(StoredCase & { at: string; changedAt: string })[]>;
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
  /** A page of the decisions, oldest first: at most `limit`, issued after the decision of this `cursor`. */
  decisions(page: { after?: string | undefined; limit: number }): Promise<ListedDecision[]>;
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
  /**
   * Calls back with every conversation that was committed, by whatever process shares the store; returns the function
   * that stops it. A notice may come late or twice, and be missed while the store cannot be reached.
   */
  watch(listener: (change: StoreChange) => void): () => void;
  /** Tells all who share the store that something is being written for a conversation; nothing is kept. */
  tellTyping(conversationId: string): void;
  /** Calls back with what `tellTyping` was told; returns the function that stops it. */
  watchTyping(listener: (conversationId: string) => void): () => void;
  /**
   * Counts one use of `key` and returns the number of its uses in the `windowMs` before `at`, this one included, over
   * all processes that share the store. Of the key only a digest is kept.
   */
  countUse(key: string, at: string, windowMs: number): Promise<number>;
  /** Uncounts the last use of `key` in the `windowMs` before `at`. */
  takeBackUse(key: string, at: string, windowMs: number): Promise<void>;
  /**
   * Adds so many milliseconds to what is used up of limits that refill all the time, and resolves to what is used up of
   * each, over all processes. Of a key only a digest is kept. Absent where one process has the store for itself.
   */
  shareRates?(used: readonly { key: string; ms: number }[]): Promise<{ key: string; ms: number }[]>;
  /**
   * Keeps a key that opens a conversation, which need not be open yet; the same digest twice replaces the first. Keys
   * whose time is over at `at` are swept away by and by.
   */
  keepTalkKey(key: TalkKey, at: string): Promise<void>;
  /** The key of this digest, unless its time is over at `at`. */
  talkKey(digest: string, at: string): Promise<TalkKey | undefined>;
  /** Revokes a key; true if there was one, which of several callers only one hears. */
  forgetTalkKey(digest: string): Promise<boolean>;
  /** Revokes all keys of a conversation, or those for one purpose. */
  forgetTalkKeys(conversationId: string, purpose?: string): Promise<void>;
  /** Notes when customers were there; an earlier instant changes nothing. */
  customersSeen(conversationIds: readonly string[], at: string): Promise<void>;
  /** Notes that news was sent to a customer who is away. */
  absenceMailed(conversationId: string, at: string): Promise<void>;
  /** Keeps the address that a customer gave for a conversation; a second one replaces the first. */
  keepContact(conversationId: string, email: string): Promise<void>;
  presence(conversationId: string): Promise<Presence | undefined>;
  /** Throws when the store cannot be written or read. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
