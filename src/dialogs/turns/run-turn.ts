import { setImmediate as afterOthers } from 'node:timers/promises';
import type { FormLinks } from '../../forms/links.ts';
import { asJson, isJsonObject } from '../../json.ts';
import type { Act } from '../../machines/acts.ts';
import { type AgentEvent, type AgentRefusal, agentStep } from '../../machines/agent.ts';
import { type FiledCase, isHandedBack } from '../../machines/case.ts';
import type { CustomerEvent, TalkMatter } from '../../machines/events.ts';
import type { Interview } from '../../machines/interview.ts';
import type { Merging } from '../../machines/merging.ts';
import { type Conversation, type ConversationRecord, readRecord } from '../../machines/record/record.ts';
import type { StepInput } from '../../machines/step-context.ts';
import { withWaiting } from '../../machines/waiting.ts';
import { dayOf, type IsoDate } from '../../policy/calendar.ts';
import type { Policy } from '../../policy/format/load.ts';
import { policyIn } from '../../policy/in-language.ts';
import { erasingEffect } from '../../privacy/erasing.ts';
import type { Effect, Json, JsonObject, Store, StoredConversation, TurnCommit } from '../../store/store.ts';
import type { LlmReader } from '../reading/second-reader/reader.ts';
import type { Availability } from '../wording/office-hours.ts';
import { repliesFor } from '../wording/replies/replies.ts';
import type { FairWork } from './fair-work.ts';
import type { LookUps } from './look-ups.ts';
import { mergingEffects } from './merging.ts';
import type { Policies } from './policies.ts';
import { matterOf, type Talks } from './talks.ts';
import { type CommittedTurn, type TurnFacts, turnFacts } from './turn-facts.ts';
import { stepByVersion } from './versions.ts';
import { type CaseChange, caseChanges, isNews } from './writes/case-changes.ts';
import { caseEntriesOf, type DueAt } from './writes/case-entries.ts';
import { formUrlOf } from './writes/form-url.ts';
import { asLeft, isPossibleOnLeft } from './writes/left-case.ts';
import { newReference } from './writes/reference.ts';
import { casesOf, decisionOf } from './writes/turn-rows.ts';

/** After so many reminders of an unclaimed case nobody is told again. */
const maxReminders = 3;
/** With more nodes in its diagram a policy is large. */
const manyNodes = 4_000;

/** Options of a turn; `app.ts` puts them together. */
export interface TurnDeps {
  store: Store;
  policies: Policies;
  lookUps: LookUps;
  formLinks: FormLinks;
  /** The instant of the turn. */
  now(): Date;
  /** After how long a silence a customer is reminded, and after how long another the chat is closed; 0 = never. */
  patience: {
    remindAfterMinutes: number;
    closeAfterMinutes: number;
    unclaimedAfterMinutes: number;
    unansweredAfterMinutes: number;
  };
  /** The effects that bring a change of a case to the desks where people work. */
  announce(change: CaseChange): Effect[];
  /** The ways back to a talk; absent: there are none here. */
  talks?: Talks | undefined;
  /** Reads a message beside our own reading; absent: there is no second reader. */
  secondReader?: LlmReader | undefined;
  /** The times when customers can expect people. */
  availability(at: Date, timeZone: string): Availability;
  /** The instant at which people have had so many minutes since then, in the hours when they work. */
  afterWorking(since: Date, minutes: number, timeZone: string): Date;
  /** When a customer who waits should have an answer; absent: no shop promises that. */
  dueAt?: DueAt | undefined;
  /** A fixed day in place of the clock, for demonstrations and tests. */
  today?: IsoDate | undefined;
  /** The first instant (ISO) of registered returns that stay when a customer has all else erased; absent: all do. */
  keepReturnsSince?(): string;
  /** See `InboundMessage`. */
  origin?: string | undefined;
  /** The key of the message that the turn is on. */
  inboundKey?: string | undefined;
  /** Where messages are read: fairly by whom they come from. */
  reading: FairWork;
  /** Called when a turn waits for a look-up. */
  onWait(conversationId: string): void;
  /** Called with what is to be counted of a turn once it is committed. */
  onTurn?(turn: CommittedTurn): void;
  /** Called with the error of a failed turn and its conversation id; never with what was said. */
  onFailure(error: unknown, conversationId: string): void;
}

/** A turn to commit, and what it changes for those who watch cases. */
export type Turn = TurnCommit & { changes?: CaseChange[]; facts?: TurnFacts };

type At = Pick<StoredConversation, 'id' | 'revision'>;

/** One pure step on what a customer, or the passing of time, brings, and all that it makes the turn write. */
export async function runTurn(
  deps: TurnDeps,
  at: At,
  record: ConversationRecord,
  policy: Policy,
  read: (interview: Interview) => CustomerEvent | Promise<CustomerEvent>,
  inbound?: JsonObject,
): Promise<Turn> {
  const begun = interviewAt(deps, policy, record.language);
  const event = await read(begun);
  await betweenSteps(policy);
  const takenDownBy = event.type === 'takenDown' ? event.by : undefined;
  const input = { ...inputOf(deps, begun, record.conversation), takenDownBy };
  const { lookUps, policies, store, origin } = deps;
  const waiting = { lookUps, policies, store, origin, conversationId: at.id, onWait: () => deps.onWait(at.id) };
  const taken = await stepByVersion(input, event, { ...waiting, pinned: record.policy });
  await betweenSteps(policy);
  const turn = await toCommit(deps, at, { record, taken, event: { type: event.type, data: asJson(event) }, inbound });
  const matter = matterOf(event);
  return matter ? withMatter(turn, matter, deps.talks?.effects(at.id, matter) ?? []) : turn;
}

/** Sends what a customer asked for, and tells their client where the chat goes on. */
function withMatter(turn: Turn, matter: TalkMatter, effects: Effect[]): Turn {
  const isMoved = matter.kind === 'talk-code' && matter.outcome === 'opened';
  const replies = turn.replies.map((reply) => {
    const data = isJsonObject(reply.channelData) ? reply.channelData : {};
    return { ...reply, channelData: { ...data, talk: 'moved' } };
  });
  return { ...turn, effects: [...turn.effects, ...effects], ...(isMoved && { replies }) };
}

/** With a large policy each step of a turn takes some milliseconds, so others come between. */
async function betweenSteps({ diagram }: Policy): Promise<void> {
  if (diagram.nodeCount > manyNodes) await afterOthers();
}

/** One pure step of a person at a desk, and all that it makes the turn write; or why it cannot be taken. */
export async function runAgentTurn(
  deps: TurnDeps,
  at: At,
  record: ConversationRecord,
  policy: Policy,
  event: AgentEvent | Merging,
  { inbound, isLeft = false }: { inbound?: JsonObject | undefined; isLeft?: boolean } = {},
): Promise<Turn | AgentRefusal | { kind: 'done' }> {
  const interview = interviewAt(deps, policy, record.language);
  const stepped = agentStep(inputOf(deps, interview, record.conversation), event, deps.now().toISOString());
  if ('kind' in stepped) return stepped;
  const reference = record.conversation.case?.reference;
  const named: Act[] = isLeft && reference && event.type === 'say' ? [{ type: 'aboutLeftCase', reference }] : [];
  const taken = { ...stepped, acts: [...named, ...stepped.acts], interview, pinned: record.policy };
  return toCommit(deps, at, { record, taken, event: { type: `agent.${event.type}`, data: asJson(event) }, inbound });
}

/**
 * The same on a case whose customer has begun anew, with the record of then: the talk that runs stays as it is. Or why
 * it cannot be taken.
 */
export async function runLeftCaseTurn(
  deps: TurnDeps,
  stored: StoredConversation,
  left: ConversationRecord,
  policy: Policy,
  event: AgentEvent | Merging,
): Promise<Turn | AgentRefusal | { kind: 'done' }> {
  if (!isPossibleOnLeft(event)) return { kind: 'no-case' };
  const taken = await runAgentTurn(deps, stored, left, policy, event, { isLeft: true });
  if ('kind' in taken) return taken;
  const { wakeAt: _, ...turn } = taken;
  const after = readRecord(turn.record);
  return {
    ...turn,
    record: stored.record,
    ...(stored.wakeAt !== undefined && { wakeAt: stored.wakeAt }),
    cases: turn.cases.map((row) => asLeft(row, after)),
  };
}

function interviewAt(deps: TurnDeps, policy: Policy, language: string): Interview {
  const today = deps.today ?? dayOf(deps.now(), policy.file.timeZone);
  // A fixed day has no time of day.
  const now = deps.today === undefined ? deps.now().toISOString() : undefined;
  return { policy: policyIn(policy, language), language, today, now, lookUps: deps.lookUps.available(policy.file.id) };
}

function inputOf(deps: TurnDeps, interview: Interview, conversation: Conversation): StepInput {
  return { interview, conversation, reference: newReference(), at: deps.now().toISOString() };
}

type Taken = Awaited<ReturnType<typeof stepByVersion>>;

async function toCommit(
  deps: TurnDeps,
  at: At,
  { record, taken, event, inbound }: TurnResult & { event: { type: string; data: Json } },
): Promise<Turn> {
  const { acts, interview, pinned } = taken;
  const instant = deps.now().toISOString();
  const step = { before: record.conversation, after: taken.conversation, acts };
  const conversation = withWaiting({ ...step, isFromCustomer: inbound !== undefined, at: instant });
  const before = { ...record, conversationId: at.id };
  const replies = repliesFor(acts, {
    interview,
    conversation,
    formUrl: await formUrlOf(deps.formLinks, interview, conversation, acts),
    keptReturns: await keptReturns(deps, at.id, acts),
    availability: deps.availability(deps.now(), interview.policy.file.timeZone),
  }).map((reply) => asJson(reply));
  const cases = casesOf(interview, before, conversation, acts);
  const caseEntries = await caseEntriesOf(deps, {
    ...{ before: record.conversation, after: conversation, cases },
    messages: [...(inbound ? [{ from: {}, ...inbound }] : []), ...replies],
    of: { conversationId: at.id, shop: record.policy.id, timeZone: interview.policy.file.timeZone, at: instant },
  });
  const changes = caseChanges({ before: record.conversation, after: conversation, acts, inbound, replies });
  return {
    ...emptyTurn(deps, at),
    record: asJson({ ...record, policy: pinned, conversation }),
    ...wakeAt(deps, conversation, interview.policy.file.timeZone),
    events: [event, ...acts.filter(isMilestone).map((act) => ({ type: act.type, data: asJson(act) }))],
    replies,
    effects: [
      ...changes.filter(isNews).flatMap((change) => deps.announce(change)),
      ...mergingEffects({
        ...{ before: record.conversation.case, after: conversation.case, acts, inboundKey: deps.inboundKey },
        // The bot goes on in its own chat alone.
        replies: event.type.startsWith('agent.') ? replies.slice(0, 1) : [],
        turnKey: `${at.id} ${at.revision + 1}`,
      }),
      ...(acts.some(({ type }) => type === 'erased') ? [erasingEffect(at.id, at.revision + 1)] : []),
    ],
    changes,
    facts: turnFacts({
      policy: record.policy.id,
      event: event.type,
      acts,
      questions: at.revision,
      before: record.conversation,
      at: deps.now().toISOString(),
    }),
    cases,
    ...(caseEntries.length > 0 && { caseEntries }),
    decisions: acts.flatMap((act) => decisionOf(act, before, interview)),
  };
}

/** The returns that the shop has to keep, where a step is about erasing everything. */
async function keptReturns(deps: TurnDeps, conversationId: string, acts: Act[]): Promise<string[]> {
  if (!acts.some(({ type }) => type === 'erasureAsked' || type === 'erased')) return [];
  const keepReturnsSince = deps.keepReturnsSince?.() ?? '';
  return (await deps.store.erase({ conversationId, keepReturnsSince, isDryRun: true }))?.kept ?? [];
}

interface TurnResult {
  record: ConversationRecord;
  taken: Taken;
  inbound?: JsonObject | undefined;
}

function isMilestone(act: Act): boolean {
  return act.type === 'decide' || act.type === 'file' || act.type === 'withdraw';
}

/** The instant at which a customer who leaves the open question unanswered is spoken to again. */
function wakeAt(deps: TurnDeps, { open, silence, case: filed }: Conversation, timeZone: string): { wakeAt?: string } {
  if (filed?.state === 'claimed') return answerDueAt(deps, filed, timeZone);
  if (filed && !isHandedBack(filed)) {
    const { unclaimedAfterMinutes: after } = deps.patience;
    const isDue = filed.state === 'waiting' && after > 0 && filed.reminders < maxReminders;
    return isDue ? { wakeAt: new Date(deps.now().getTime() + after * 60_000).toISOString() } : {};
  }
  if (!open || silence === 'closed') return {};
  const minutes = silence ? deps.patience.closeAfterMinutes : deps.patience.remindAfterMinutes;
  return minutes > 0 ? { wakeAt: new Date(deps.now().getTime() + minutes * 60_000).toISOString() } : {};
}

/** The instant at which whoever has a case is reminded of its customer, or loses it after as long again. */
function answerDueAt(deps: TurnDeps, { unanswered }: FiledCase, timeZone: string): { wakeAt?: string } {
  const { unansweredAfterMinutes: after } = deps.patience;
  if (!unanswered || after === 0) return {};
  const minutes = unanswered.isReminded ? 2 * after : after;
  return { wakeAt: deps.afterWorking(new Date(unanswered.since), minutes, timeZone).toISOString() };
}

/** A turn that writes nothing yet. */
export function emptyTurn(deps: TurnDeps, { id, revision }: Pick<StoredConversation, 'id' | 'revision'>) {
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
