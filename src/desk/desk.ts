import type { CallerCase } from '../dialogs/turns/caller.ts';
import { changesIn, type NoticedChange } from '../dialogs/turns/notice.ts';
import { type Policies, pinnedPolicy } from '../dialogs/turns/policies.ts';
import type { Acted, ConversationTurns } from '../dialogs/turns/turn.ts';
import type { DueAt } from '../dialogs/turns/writes/case-entries.ts';
import { recordOfCase } from '../dialogs/turns/writes/left-case.ts';
import type { AgentEvent } from '../machines/agent.ts';
import type { Agent } from '../machines/case.ts';
import { readRecord } from '../machines/record/record.ts';
import { dayOf, type IsoDate, type Moment } from '../policy/calendar.ts';
import type { Facts } from '../policy/engine/facts.ts';
import type { Store, StoredFile } from '../store/store.ts';
import type { CaseSummary, CaseView } from './case/case-view.ts';
import { summaryOf, viewOf } from './case/read-case.ts';
import { openStates, settledStates } from './case/states.ts';
import { openingOf } from './case/transcript.ts';
import { checkPolicy, type PolicyCheck } from './check/policy-check.ts';
import { createDeskFiles, type DeskFiles } from './files/files.ts';
import type { CaseFilters, CasePage } from './finding/case-page.ts';
import { countsOf } from './finding/counts.ts';
import { queryOf } from './finding/find.ts';
import { createSavedViews, type SavedViews } from './finding/views.ts';
import { addressed } from './notes/addressed.ts';
import { colleaguesOf } from './notes/colleagues.ts';
import { type RelatedCase, relatedTo } from './related/related.ts';
import { createReplies, type Replies } from './replies/replies.ts';

/** The cases that people work on, wherever they do: the desk page, Slack, Teams, or another product. */
export interface Desk {
  /**
   * Open cases first: urgent ones, then who waits longest; then the settled ones, newest first. The 300 most pressing
   * and the 200 newest.
   */
  queue(options?: { isOpenOnly?: boolean }): Promise<CaseSummary[]>;
  /** The cases that are looked for, as they are to be looked after, and how many open ones there are of each kind. */
  find(filters: CaseFilters, me?: string): Promise<CasePage>;
  /** What agents have saved of how they look. */
  views: SavedViews;
  view(reference: string): Promise<CaseView | undefined>;
  /** One step of a person, taken once for each key; the same key again is `done`. */
  act(action: { reference: string; event: AgentEvent; key: string }): Promise<Acted>;
  /** Other cases that seem to be of the same customer. */
  related(reference: string): Promise<RelatedCase[]>;
  /** What people send to customers. */
  files: DeskFiles;
  /** What is written once and sent often. */
  replies: Replies;
  /** The people who can be called in a note. */
  colleagues(): Promise<Agent[]>;
  /** Files a case for somebody who is in no chat, once for each id; resolves to its reference. */
  takeDown(caller: CallerCase): Promise<string>;
  /** The policies that can be run for somebody. */
  policies(): { id: string; name: string }[];
  /** A policy's answer to facts as of now; `undefined`: there is no such policy. */
  check(question: { policyId: string; facts: Facts }): PolicyCheck | undefined;
  /** A file that a customer sent. */
  file(id: string): Promise<StoredFile | undefined>;
  /** Shows the customer that a person is writing; nothing is kept. */
  showTyping(reference: string): Promise<void>;
  /** The number of messages to customers and desks that were given up. */
  undelivered(): Promise<number>;
  /** Calls back after each change of any case, on whatever process; returns the function that stops it. */
  subscribe(listener: (change: NoticedChange) => void): () => void;
}

interface DeskSettings {
  store: Store;
  policies: Policies;
  conversations: Pick<ConversationTurns, 'act' | 'fileForCaller' | 'showTyping'>;
  now(): Date;
  today?: IsoDate | undefined;
  dueAt?: DueAt | undefined;
  /** The address at which customers reach this deployment. */
  publicUrl: string;
}

/** Puts the desk together. */
export function createDesk({ store, policies, conversations, now, today, dueAt, publicUrl }: DeskSettings): Desk {
  const shopName = (id: string): string => policies.current(id)?.file.name ?? id;

  /** Opening messages by conversation id; they never change. */
  const openings = new Map<string, string>();

  async function openingIn(conversationId: string): Promise<string> {
    const known = openings.get(conversationId) ?? (await openingOf(store, conversationId));
    if (known !== '' && openings.size < maxOpenings) openings.set(conversationId, known);
    return known;
  }

  async function view(reference: string): Promise<CaseView | undefined> {
    const stored = await store.case(reference);
    const conversation = stored && (await store.conversation(stored.conversationId));
    if (!stored || !conversation) return undefined;
    const current = readRecord(conversation.record);
    const { record } = recordOfCase(stored, current) ?? { record: current };
    const policy = await pinnedPolicy(policies, record.policy.digest);
    return viewOf(store, stored, { conversation, policy, at: momentAt(policy.file), now: now(), dueAt });
  }

  /** A fixed day has no time of day. */
  function momentAt({ timeZone }: { timeZone: string }): Moment {
    return today === undefined ? { today: dayOf(now(), timeZone), now: now().toISOString() } : { today };
  }

  return {
    async queue({ isOpenOnly = false } = {}) {
      const open = await store.openCases(shown.open);
      const settled = isOpenOnly ? [] : await store.cases({ states: settledStates, limit: shown.settled });
      const cases = [...open, ...settled];
      const listed = await Promise.all(
        cases.map(async (one) => summaryOf(one, shopName, await openingIn(one.conversationId))),
      );
      return listed.toSorted(byPressure);
    },
    async find(filters, me) {
      const at = now().toISOString();
      const [{ cases, next }, counts] = await Promise.all([
        store.findCases(queryOf(filters, at, me)),
        store.countCases(at),
      ]);
      const listed = cases.map(async (one) => summaryOf(one, shopName, await openingIn(one.conversationId)));
      return {
        cases: await Promise.all(listed),
        ...(next !== undefined && { next }),
        counts: countsOf(counts, shopName, me),
      };
    },
    views: createSavedViews(store, now),
    view,
    act: async (action) => conversations.act({ ...action, event: await addressed(store, action.event) }),
    related: (reference) => relatedTo(store, reference, now()),
    files: createDeskFiles({ store, publicUrl, now }),
    replies: createReplies(store, now),
    colleagues: () => colleaguesOf(store),
    takeDown: (caller) => conversations.fileForCaller(caller),
    file: (id) => store.file(id),
    showTyping: (reference) => conversations.showTyping(reference),
    policies: () => policies.ids().map((id) => ({ id, name: shopName(id) })),
    check({ policyId, facts }) {
      const policy = policies.current(policyId);
      return policy && checkPolicy(policy, facts, momentAt(policy.file));
    },
    async undelivered() {
      const counts = await store.outboxCounts(now().toISOString());
      return counts.reduce((sum, { parked }) => sum + parked, 0);
    },
    subscribe: (listener) => store.watch(({ notice }) => changesIn(notice).forEach(listener)),
  };
}

const maxOpenings = 10_000;
/** A look at the queue costs the same however many cases there are. */
const shown = { open: 300, settled: 200 };

function byPressure(one: CaseSummary, other: CaseSummary): number {
  const rank = ({ state, urgent }: CaseSummary): number => (openStates.includes(state) ? 0 : 2) + (urgent ? 0 : 1);
  const oldestFirst = one.at.localeCompare(other.at);
  return rank(one) - rank(other) || (openStates.includes(one.state) ? oldestFirst : -oldestFirst);
}
