import { z } from 'zod';
import { registerReturn, type SubmitReturn } from '../../forms/submission.ts';
import { asJson } from '../../json.ts';
import type { AgentEvent, AgentRefusal } from '../../machines/agent.ts';
import type { CustomerEvent, SentFile } from '../../machines/events.ts';
import type { Interview } from '../../machines/interview.ts';
import type { Merging } from '../../machines/merging.ts';
import { type ConversationRecord, newConversation, readRecord, recordVersion } from '../../machines/record/record.ts';
import type { Policy } from '../../policy/format/load.ts';
import type { CommitResult, JsonObject, PendingEffect, StoredConversation, TurnCommit } from '../../store/store.ts';
import { StoreUnavailableError } from '../../store/unavailable.ts';
import { readMessage } from '../reading/read.ts';
import { readTwice } from '../reading/second-reader/read-twice.ts';
import { wordsIn } from '../wording/catalog/words.ts';
import { message } from '../wording/replies/reply.ts';
import { type CallerCase, callerConversationId, fileForCaller } from './caller.ts';
import { indexCase } from './case-indexing.ts';
import { ConflictError } from './conflict.ts';
import type { Conversations, Exchange, InboundMessage, OnCommit } from './conversations.ts';
import { FairWork } from './fair-work.ts';
import { carryMerged, type MergingDeps, mergeCases, mergedIn, mergingKind } from './merging.ts';
import { noticeOf } from './notice.ts';
import { currentPolicy, pinnedPolicy } from './policies.ts';
import { createQueue } from './queue.ts';
import { emptyTurn, runAgentTurn, runLeftCaseTurn, runTurn, type Turn, type TurnDeps } from './run-turn.ts';
import { matterOf, withTalks } from './talks.ts';
import { recordOfCase } from './writes/left-case.ts';

/** All that makes turns: channels, the return form, and the passing of time. */
export interface ConversationTurns extends Conversations {
  submitReturn: SubmitReturn;
  /** One step of a person at a desk on a case, once for each key; or why it cannot be taken. */
  act(action: { reference: string; event: AgentEvent; key: string }): Promise<Acted>;
  /** Brings an effect of a case to the one that it is merged with. */
  carryMerged(effect: Pick<PendingEffect, 'conversationId' | 'payload'>): Promise<void>;
  /** Files a case for a customer who is in no chat, once for each id; resolves to its reference. */
  fileForCaller(caller: CallerCase): Promise<string>;
  /** Shows the customer of an open case that a person is writing. */
  showTyping(reference: string): Promise<void>;
  /** Speaks to a customer who has been silent for as long as the conversation says; else does nothing. */
  wake(conversationId: string): Promise<void>;
  /** The number of customers whose messages are being answered. */
  customersInTurn(): number;
}

/** The result of a person's action at a desk. */
export type Acted = { kind: 'done' } | AgentRefusal;

interface Listener {
  onCommit: OnCommit;
  onTyping(): void;
}

/**
 * The most times that a turn is computed anew because another process came first; of those who meet in a conversation
 * one gets through each time.
 */
const attempts = 50;

/**
 * Runs the turns of all conversations: read, step, save, answer. One commit a turn, one turn at a time in a
 * conversation.
 */
export function createConversations(settings: Omit<TurnDeps, 'onWait' | 'reading'>): ConversationTurns {
  const { store, policies } = settings;
  const listeners = new Map<string, Set<Listener>>();
  const listenersTo = (conversationId: string): Iterable<Listener> => listeners.get(conversationId) ?? [];
  const onWait = (conversationId: string): void => store.tellTyping(conversationId);
  const deps: TurnDeps = { ...settings, onWait, reading: new FairWork() };
  store.watch(({ conversationId, messages }) => {
    for (const { onCommit } of listenersTo(conversationId)) onCommit(messages);
  });
  store.watchTyping((conversationId) => {
    for (const { onTyping } of listenersTo(conversationId)) onTyping();
  });
  const inTurn = createQueue();
  let customersInTurn = 0;

  const pinned = (record: ConversationRecord): Promise<Policy> => pinnedPolicy(policies, record.policy.digest);

  async function commit({ changes = [], facts, ...turn }: Turn, startedMs = wallClock()): Promise<CommitResult> {
    const commitStartedMs = wallClock();
    const result = await store.commit(changes.length > 0 ? { ...turn, notice: noticeOf(changes) } : turn);
    if (result.kind !== 'committed' || !facts) return result;
    const { conversationId, at } = turn;
    const { revision, inbound } = result;
    const times = { startedMs, commitStartedMs, endedMs: wallClock() };
    deps.onTurn?.({ ...facts, conversationId, at, revision, ...(inbound && { activityId: inbound.id }), ...times });
    return result;
  }

  const merging: MergingDeps = {
    store,
    step: async ({ reference, event, key, inbound }) => {
      const filed = await store.case(reference);
      if (!filed) return { kind: 'no-case' };
      return inTurn(filed.conversationId, async () => {
        for (let attempt = 0; attempt < attempts; attempt += 1) {
          const stored = await store.conversation(filed.conversationId);
          if (!stored) return { kind: 'no-case' };
          const turnKey = inbound?.key ?? (key === undefined ? undefined : `desk ${key}`);
          if (turnKey !== undefined && (await store.repeated(stored.id, turnKey))) return { kind: 'done' };
          // Read after the conversation: whatever changes it since makes the commit fail.
          const row = await store.case(reference);
          const about = row && recordOfCase(row, readRecord(stored.record));
          if (!about) return { kind: 'no-case' };
          const { record, isLeft } = about;
          const policy = await pinned(record);
          const turn = isLeft
            ? await runLeftCaseTurn(deps, stored, record, policy, event)
            : await runAgentTurn(deps, stored, record, policy, event, { inbound: inbound?.activity });
          if ('kind' in turn) return turn;
          const sent = mendsRuling(record, event) && (await store.return(reference));
          if (sent) return { kind: 'form-sent', rma: sent.rma };
          const keyed = inbound ? { ...turn, inbound } : { ...turn, ...(turnKey !== undefined && { key: turnKey }) };
          if ((await commit(keyed)).kind !== 'conflict') return { kind: 'done' };
        }
        throw new ConflictError('a turn met a conflict at every attempt');
      });
    },
    sayIn: async ({ from, into, key, reply }) => {
      const filed = await store.case(from);
      if (!filed) return;
      await inTurn(filed.conversationId, async () => {
        for (let attempt = 0; attempt < attempts; attempt += 1) {
          const stored = await store.conversation(filed.conversationId);
          if (!stored || mergedIn(readRecord(stored.record), from) !== into) return;
          const turn = {
            ...emptyTurn(deps, stored),
            record: stored.record,
            replies: [reply],
            key: `${mergingKind} ${key}`,
          };
          if ((await commit(turn)).kind !== 'conflict') return;
        }
        throw new ConflictError('a turn met a conflict at every attempt');
      });
    },
  };

  return {
    policyIds: () => policies.ids(),

    open: ({ id, channel, policyId, userId, delivery, first }) =>
      inTurn(id, async () => {
        if (await store.conversation(id)) return { created: false };
        const policy = await pinnedPolicy(policies, currentPolicy(policies, policyId).digest);
        const record: ConversationRecord = {
          version: recordVersion,
          language: policy.file.language,
          policy: { id: policyId, digest: policy.digest },
          conversation: newConversation(),
        };
        const greeting = await runTurn(deps, { id, revision: 0 }, record, policy, () => ({ type: 'begin' }));
        const turn = first
          ? {
              ...(await greetAndAnswer({ ...deps, origin: first.origin }, greeting, first.activity)),
              ...inboundOf(first),
            }
          : greeting;
        const result = await commit({ delivery, ...turn, create: { channel, policyId, userId } });
        const exchange = exchangeOf(result);
        return { created: result.kind === 'committed', ...(exchange && { exchange }) };
      }),

    receive: ({ conversationId, ...message }) => {
      customersInTurn += 1;
      return inTurn(conversationId, async () => {
        for (let attempt = 0; attempt < attempts; attempt += 1) {
          const startedMs = wallClock();
          const begun = await store.begin(conversationId, message.key);
          if (!begun) return undefined;
          const { conversation: stored, repeated: earlier } = begun;
          if (earlier?.inbound) return { inbound: earlier.inbound, replies: earlier.replies };
          const exchange = exchangeOf(
            await commit(
              {
                ...(await answer(
                  { ...deps, origin: message.origin, inboundKey: message.key },
                  stored,
                  message.activity,
                )),
                ...inboundOf(message),
              },
              startedMs,
            ),
          );
          if (exchange) return exchange;
        }
        throw new ConflictError('a turn met a conflict at every attempt');
      }).finally(() => {
        customersInTurn -= 1;
      });
    },

    customersInTurn: () => customersInTurn,

    submitReturn: async (submission) => {
      const issued = await store.decision(submission.reference);
      if (!issued) return { kind: 'revoked' };
      const submitted = await inTurn(issued.conversationId, () => registerReturn({ ...deps, commit }, submission));
      // From now on the case is found by what is in its form, too.
      const filed = submitted.kind === 'submitted' ? await store.case(submission.reference) : undefined;
      if (filed) await indexCase(deps, filed);
      return submitted;
    },

    fileForCaller: (caller) => inTurn(callerConversationId(caller), () => fileForCaller({ ...deps, commit }, caller)),

    act: (action) => (isMerge(action) ? mergeCases(merging, action) : merging.step(action)),

    carryMerged: (effect) => carryMerged(merging, effect),

    showTyping: async (reference) => {
      const filed = await store.case(reference);
      if (filed?.state === 'claimed') store.tellTyping(filed.conversationId);
    },

    wake: (conversationId) =>
      inTurn(conversationId, async () => {
        const stored = await store.conversation(conversationId);
        // Between being due and its turn the customer may have spoken.
        if (!stored?.wakeAt || stored.wakeAt > deps.now().toISOString()) return;
        const record = readRecord(stored.record);
        const policy = await pinned(record);
        await commit(await runTurn(deps, stored, record, policy, () => ({ type: eventOfTime(record) })));
      }),

    subscribe(conversationId, onCommit, onTyping = () => {}) {
      const own = listeners.get(conversationId) ?? new Set();
      const listener = { onCommit, onTyping } satisfies Listener;
      listeners.set(conversationId, own.add(listener));
      return () => {
        own.delete(listener);
        if (own.size === 0) listeners.delete(conversationId);
      };
    },
  };
}

/** What the passing of time does: people who keep a customer waiting, or a customer who is silent, are reminded. */
function eventOfTime({ conversation: { case: filed, silence } }: ConversationRecord) {
  if (filed?.state === 'waiting') return 'unclaimed';
  if (filed?.state === 'claimed') return 'unanswered';
  return silence ? 'close' : 'remind';
}

/** True if a person changes a ruling that the customer may have acted on. */
function mendsRuling({ conversation }: ConversationRecord, { type }: AgentEvent | Merging): boolean {
  return conversation.case?.ruling !== undefined && (type === 'rule' || type === 'withdraw');
}

type Action = Parameters<ConversationTurns['act']>[0];

function isMerge(action: Action): action is Action & { event: { type: 'merge' } } {
  return action.event.type === 'merge';
}

/** Not the clock of turns, which a shop may have fixed. */
const wallClock = (): number => performance.timeOrigin + performance.now();

/** The parts of a commit that come from the message itself. */
function inboundOf({ key, activity, delivery, isHandedOver }: InboundMessage) {
  return { inbound: { key, activity }, delivery, isHandedOver } satisfies Partial<TurnCommit>;
}

function exchangeOf(result: CommitResult): Exchange | undefined {
  return 'inbound' in result && result.inbound ? { inbound: result.inbound, replies: result.replies } : undefined;
}

/**
 * The opening turn on a first message: where that answers the first question, the question is not asked any more, and
 * where somebody is in danger there is no time for a greeting.
 */
async function greetAndAnswer(deps: TurnDeps, greeting: Turn, activity: JsonObject): Promise<Turn> {
  const { conversationId: id, expectedRevision: revision, record } = greeting;
  const next = await answer(deps, { id, revision, record }, activity);
  const isNoAnswer = next.events.some(({ type }) => type === 'unclear' || type === 'failed');
  if (isNoAnswer) return greeting;
  const isAlarm = next.events.some(({ type }) => type === 'danger');
  const greetings = isAlarm ? [] : greeting.replies.filter((reply) => !asks(reply));
  return {
    ...next,
    events: [...greeting.events, ...next.events],
    replies: [...greetings, ...next.replies],
  };
}

function asks({ inputHint }: JsonObject): boolean {
  return inputHint === 'expectingInput';
}

/**
 * The turn on a message. If it fails, the customer hears so and keeps every answer; throws StoreUnavailableError where
 * nothing could be kept.
 */
async function answer(
  deps: TurnDeps,
  stored: Pick<StoredConversation, 'id' | 'revision' | 'record'>,
  activity: JsonObject,
): Promise<Turn> {
  const record = readRecord(stored.record);
  try {
    const policy = await pinnedPolicy(deps.policies, record.policy.digest);
    const text = typeof activity.text === 'string' ? activity.text : undefined;
    const received = { text, value: activity.value, file: fileIn(activity) };
    const read = async (interview: Interview): Promise<CustomerEvent> => {
      // To read a long message is the costliest part of a turn.
      const own = await deps.reading.run(deps.origin ?? stored.id, () =>
        readMessage(interview, record.conversation, received),
      );
      const event = await withTalks(deps.talks, stored.id, own);
      const { secondReader } = deps;
      if (!secondReader || received.text === undefined || matterOf(event)) return event;
      const twice = await readTwice(interview, record.conversation, { event, text: received.text }, (request) => {
        deps.onWait(stored.id);
        return secondReader(request);
      });
      return event.file ? { ...twice, file: event.file } : twice;
    };
    return await runTurn(deps, stored, record, policy, read, activity);
  } catch (error) {
    // Nothing is wrong with the message: it can be sent again, and is not to be used up.
    if (error instanceof StoreUnavailableError) throw error;
    deps.onFailure(error, stored.id);
    return {
      ...emptyTurn(deps, stored),
      record: stored.record,
      replies: [asJson(message(wordsIn(record.language).say('remark.failed')))],
      events: [{ type: 'failed', data: null }],
    };
  }
}

const attachmentsSchema = z.array(z.object({ fileId: z.string().optional(), isUnreadable: z.boolean().optional() }));

/** What became of the files of a message, as each that is kept names where; `undefined` where it has none. */
function fileIn({ attachments }: JsonObject): SentFile | undefined {
  const { data = [] } = attachmentsSchema.safeParse(attachments);
  if (data.length === 0) return undefined;
  if (data.some(({ fileId }) => fileId === undefined)) return 'not-kept';
  return data.some(({ isUnreadable }) => isUnreadable) ? 'unreadable' : 'kept';
}
