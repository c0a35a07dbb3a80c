import type { FormLinks, ReturnClaim } from '../forms/links.ts';
import { registerReturn, type SubmitReturn } from '../forms/submission.ts';
import type { Act } from '../machines/acts.ts';
import type { CustomerEvent } from '../machines/events.ts';
import type { Interview } from '../machines/interview.ts';
import {
  type Conversation,
  type ConversationRecord,
  newConversation,
  readRecord,
  recordVersion,
} from '../machines/record.ts';
import { dayOf, type IsoDate } from '../policy/calendar.ts';
import type { Decision } from '../policy/decide.ts';
import type { Policy } from '../policy/load.ts';
import type {
  CommitResult,
  Json,
  JsonObject,
  Store,
  StoredCase,
  StoredConversation,
  StoredDecision,
  TurnCommit,
} from '../store/store.ts';
import type { Conversations, Exchange, InboundMessage } from './conversations.ts';
import { apology } from './copy.ts';
import type { LookUps } from './look-ups.ts';
import { casePacket } from './packet.ts';
import type { Policies } from './policies.ts';
import { createQueue } from './queue.ts';
import { readMessage } from './read.ts';
import { newReference } from './reference.ts';
import { message, repliesFor } from './replies.ts';
import { stepByVersion } from './versions.ts';

/** What a turn stands on; `app.ts` puts it together. */
export interface TurnDeps {
  store: Store;
  policies: Policies;
  lookUps: LookUps;
  formLinks: FormLinks;
  /** The instant of the turn. */
  now(): Date;
  /** After how long a silence a customer is reminded, and after how long another the chat is closed; 0 = never. */
  patience: { remindAfterMinutes: number; closeAfterMinutes: number };
  /** A fixed day in place of the clock, for demonstrations and tests. */
  today?: IsoDate | undefined;
  /** Hears when a turn waits for a look-up. */
  onWait(conversationId: string): void;
  /** Hears of a turn that failed, by conversation id; never of what was said. */
  onFailure(error: unknown, conversationId: string): void;
}

/** All that makes turns: channels, the return form, and the passing of time. */
export interface ConversationTurns extends Conversations {
  submitReturn: SubmitReturn;
  /** Speaks to a customer who has been silent for as long as the conversation says; else does nothing. */
  wake(conversationId: string): Promise<void>;
}

interface Listener {
  onCommit(): void;
  onTyping(): void;
}

/** How often a turn is computed anew because another process came first. */
const attempts = 10;

/** Runs the turns of all conversations: read, step, save, answer. One commit a turn, one turn at a time in a conversation. */
export function createConversations(settings: Omit<TurnDeps, 'onWait'>): ConversationTurns {
  const { store, policies } = settings;
  const listeners = new Map<string, Set<Listener>>();
  const tell = (conversationId: string, what: keyof Listener): void => {
    for (const listener of listeners.get(conversationId) ?? []) listener[what]();
  };
  const deps: TurnDeps = { ...settings, onWait: (conversationId) => tell(conversationId, 'onTyping') };
  const inTurn = createQueue();

  async function commit(turn: TurnCommit): Promise<CommitResult> {
    const result = await store.commit(turn);
    if (result.kind === 'committed') tell(turn.conversationId, 'onCommit');
    return result;
  }

  return {
    policyIds: () => policies.ids(),

    open: ({ id, channel, policyId, userId, delivery, first }) =>
      inTurn(id, async () => {
        if (await store.conversation(id)) return { created: false };
        const policy = policies.current(policyId);
        if (!policy) throw new Error('a conversation was opened for a policy that is not loaded');
        const record: ConversationRecord = {
          version: recordVersion,
          policy: { id: policyId, digest: policy.digest },
          conversation: newConversation(),
        };
        const greeting = await play(deps, { id, revision: 0 }, record, policy, () => ({ type: 'begin' }));
        const turn = first
          ? { ...(await greetAndAnswer(deps, greeting, first.activity)), ...carried(first) }
          : greeting;
        const result = await commit({ delivery, ...turn, create: { channel, policyId, userId } });
        const exchange = exchangeOf(result);
        return { created: result.kind === 'committed', ...(exchange && { exchange }) };
      }),

    receive: ({ conversationId, ...message }) =>
      inTurn(conversationId, async () => {
        for (let attempt = 0; attempt < attempts; attempt += 1) {
          const stored = await store.conversation(conversationId);
          if (!stored) return undefined;
          const earlier = await store.repeated(conversationId, message.key);
          if (earlier) return earlier;
          const exchange = exchangeOf(
            await commit({ ...(await answer(deps, stored, message.activity)), ...carried(message) }),
          );
          if (exchange) return exchange;
        }
        throw new Error('a turn met a conflict at every attempt');
      }),

    submitReturn: async (submission) => {
      const issued = await store.decision(submission.reference);
      if (!issued) return { kind: 'revoked' };
      return inTurn(issued.conversationId, () => registerReturn({ ...deps, commit }, submission));
    },

    wake: (conversationId) =>
      inTurn(conversationId, async () => {
        const stored = await store.conversation(conversationId);
        // Between being due and its turn the customer may have spoken.
        if (!stored?.wakeAt || stored.wakeAt > deps.now().toISOString()) return;
        const record = readRecord(stored.record);
        const policy = await policies.pinned(record.policy.digest);
        if (!policy) throw new Error('the policy of a conversation is not in the store');
        const type = record.conversation.silence ? 'close' : 'remind';
        await commit(await play(deps, stored, record, policy, () => ({ type })));
      }),

    subscribe(conversationId, onCommit, onTyping = () => {}) {
      const own = listeners.get(conversationId) ?? new Set();
      const listener: Listener = { onCommit, onTyping };
      listeners.set(conversationId, own.add(listener));
      return () => {
        own.delete(listener);
        if (own.size === 0) listeners.delete(conversationId);
      };
    },
  };
}

/** What a turn on a message writes beside its result. */
function carried({ key, activity, delivery, isHandedOver }: InboundMessage) {
  return { inbound: { key, activity }, delivery, isHandedOver } satisfies Partial<TurnCommit>;
}

function exchangeOf(result: CommitResult): Exchange | undefined {
  return 'inbound' in result && result.inbound ? { inbound: result.inbound, replies: result.replies } : undefined;
}

/** The opening turn on a first message: where that answers the first question, the question is not asked any more. */
async function greetAndAnswer(deps: TurnDeps, greeting: TurnCommit, activity: JsonObject): Promise<TurnCommit> {
  const { conversationId: id, expectedRevision: revision, record } = greeting;
  const next = await answer(deps, { id, revision, record }, activity);
  const isNoAnswer = next.events.some(({ type }) => type === 'unclear' || type === 'failed');
  if (isNoAnswer) return greeting;
  return {
    ...next,
    events: [...greeting.events, ...next.events],
    replies: [...greeting.replies.filter((reply) => !asks(reply)), ...next.replies],
  };
}

function asks({ inputHint }: JsonObject): boolean {
  return inputHint === 'expectingInput';
}

/** The turn on a message. If it fails, the customer hears so and keeps every answer. */
async function answer(
  deps: TurnDeps,
  stored: Pick<StoredConversation, 'id' | 'revision' | 'record'>,
  activity: JsonObject,
): Promise<TurnCommit> {
  const record = readRecord(stored.record);
  try {
    const policy = await deps.policies.pinned(record.policy.digest);
    if (!policy) throw new Error('the policy of a conversation is not in the store');
    const said = { text: typeof activity.text === 'string' ? activity.text : undefined, value: activity.value };
    return await play(deps, stored, record, policy, (interview) => readMessage(interview, record.conversation, said));
  } catch (error) {
    deps.onFailure(error, stored.id);
    return {
      ...emptyTurn(deps, stored),
      record: stored.record,
      replies: [message(apology)],
      events: [{ type: 'failed', data: null }],
    };
  }
}

/** One pure step, and all that it makes the turn write. */
async function play(
  deps: TurnDeps,
  at: Pick<StoredConversation, 'id' | 'revision'>,
  record: ConversationRecord,
  policy: Policy,
  read: (interview: Interview) => CustomerEvent,
): Promise<TurnCommit> {
  const today = deps.today ?? dayOf(deps.now(), policy.file.timeZone);
  // A fixed day has no time of day.
  const now = deps.today === undefined ? deps.now().toISOString() : undefined;
  const begun: Interview = { policy, today, now, lookUps: deps.lookUps.available(policy.file.id) };
  const event = read(begun);
  const input = { interview: begun, conversation: record.conversation, reference: newReference() };
  const { lookUps, policies } = deps;
  const waiting = { lookUps, policies, conversationId: at.id, onWait: () => deps.onWait(at.id) };
  const taken = await stepByVersion(input, event, { ...waiting, pinned: record.policy });
  const { conversation, acts, interview, pinned } = taken;
  const before = { ...record, conversationId: at.id };
  return {
    ...emptyTurn(deps, at),
    record: asJson({ ...record, policy: pinned, conversation }),
    ...wakeAt(deps, conversation),
    events: [
      { type: event.type, data: asJson(event) },
      ...acts.filter(isMilestone).map((act) => ({ type: act.type, data: asJson(act) })),
    ],
    replies: repliesFor(acts, {
      interview,
      conversation,
      formUrl: await formUrlOf(deps, interview.policy, conversation, acts),
    }),
    cases: acts.flatMap((act) => caseOf(act, interview, before, conversation)),
    decisions: acts.flatMap((act) => decisionOf(act, before, interview)),
  };
}

type Before = ConversationRecord & { conversationId: string };

function isMilestone(act: Act): boolean {
  return act.type === 'decide' || act.type === 'file' || act.type === 'withdraw';
}

function caseOf(
  act: Act,
  interview: Interview,
  before: Before,
  after: ConversationRecord['conversation'],
): StoredCase[] {
  const { conversationId } = before;
  if (act.type === 'file') {
    const { reference, because } = act;
    return [
      {
        reference,
        conversationId,
        state: 'waiting',
        urgent: because === 'refuse-delivery',
        packet: casePacket(interview, after, because),
      },
    ];
  }
  if (act.type !== 'withdraw' || act.what !== 'case') return [];
  const packet = casePacket(interview, before.conversation, 'asked-for-human');
  return [{ reference: act.reference, conversationId, state: 'closed', urgent: false, packet }];
}

function decisionOf(act: Act, { conversationId, policy, conversation }: Before, now: Interview): StoredDecision[] {
  if (act.type === 'decide') {
    const { reference, facts, decision } = act;
    const by = { policyId: policy.id, policyDigest: now.policy.digest, decidedOn: now.today };
    return [{ conversationId, ...by, reference, state: 'issued', facts: asJson(facts), decision: asJson(decision) }];
  }
  const base = { conversationId, policyId: policy.id, policyDigest: policy.digest };
  const issued = conversation.decision;
  if (act.type !== 'withdraw' || act.what !== 'decision' || !issued) return [];
  return [{ ...base, ...issued, state: 'withdrawn' }];
}

/** The signed form link of a decision that has a form. */
async function formUrlOf(
  deps: TurnDeps,
  policy: Policy,
  conversation: Conversation,
  acts: Act[],
): Promise<string | undefined> {
  const act = acts.find((one) => one.type === 'decide');
  if (!act) return undefined;
  const { resolution, deadline, deadlineAt, sendBy, feePercent, fee, refund } = act.decision as Decision;
  if (resolution !== 'return' && resolution !== 'cancellation' && resolution !== 'warranty-repair') return undefined;
  const claim: ReturnClaim = {
    policy: act.decision.policy,
    resolution,
    facts: asJson(act.facts) as JsonObject,
    ...orderClaim(conversation),
    ...(feePercent !== undefined && { feePercent }),
    ...(fee && { fee }),
    ...(refund && { refund }),
    ...(deadline !== undefined && { deadline }),
    ...(deadlineAt !== undefined && { deadlineAt }),
    ...(sendBy !== undefined && { sendBy }),
  };
  return deps.formLinks.link({ reference: act.reference, claim, timeZone: policy.file.timeZone });
}

/** When a customer who leaves the open question unanswered is spoken to again. */
function wakeAt(deps: TurnDeps, { open, silence }: Conversation): { wakeAt?: string } {
  if (!open || silence === 'closed') return {};
  const minutes = silence ? deps.patience.closeAfterMinutes : deps.patience.remindAfterMinutes;
  return minutes > 0 ? { wakeAt: new Date(deps.now().getTime() + minutes * 60_000).toISOString() } : {};
}

/** The order and the item that a form is about, if they are known. */
function orderClaim({ order, details }: Conversation): Pick<ReturnClaim, 'orderNumber' | 'item'> {
  if (!order) return {};
  const item = order.items.length === 1 ? order.items[0] : order.items.find(({ id }) => id === details.item);
  return { orderNumber: order.number, ...(item && { item: { id: item.id, name: item.name } }) };
}

function emptyTurn(deps: TurnDeps, { id, revision }: Pick<StoredConversation, 'id' | 'revision'>) {
  return {
    conversationId: id,
    expectedRevision: revision,
    events: [],
    replies: [],
    effects: [],
    cases: [],
    decisions: [],
    at: deps.now().toISOString(),
  } satisfies Omit<TurnCommit, 'record'>;
}

/** The same value as plain JSON data, without absent keys. */
function asJson(value: unknown): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}
