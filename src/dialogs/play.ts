import type { FormLinks, ReturnClaim } from '../forms/links.ts';
import type { LlmReader } from '../llm/reader.ts';
import type { Act } from '../machines/acts.ts';
import { type AgentEvent, type AgentRefusal, agentStep } from '../machines/agent.ts';
import { type FiledCase, isHandedBack } from '../machines/case.ts';
import { chosenItem } from '../machines/details.ts';
import type { CustomerEvent } from '../machines/events.ts';
import { factsOf, type Interview, knownAnswers } from '../machines/interview.ts';
import type { Conversation, ConversationRecord } from '../machines/record.ts';
import type { StepInput } from '../machines/scene.ts';
import { dayOf, type IsoDate } from '../policy/calendar.ts';
import type { Decision } from '../policy/decide.ts';
import type { Policy } from '../policy/load.ts';
import type {
  Effect,
  Json,
  JsonObject,
  Store,
  StoredCase,
  StoredConversation,
  StoredDecision,
  TurnCommit,
} from '../store/store.ts';
import { asJson } from './as-json.ts';
import { type CaseChange, caseChanges, isGranted } from './case-changes.ts';
import type { LookUps } from './look-ups.ts';
import { casePacket } from './packet.ts';
import type { Policies } from './policies.ts';
import { newReference } from './reference.ts';
import { repliesFor } from './replies.ts';
import { stepByVersion } from './versions.ts';

/** After so many reminders of an unclaimed case nobody is told again. */
const mostReminders = 3;

/** What a turn stands on; `app.ts` puts it together. */
export interface TurnDeps {
  store: Store;
  policies: Policies;
  lookUps: LookUps;
  formLinks: FormLinks;
  /** The instant of the turn. */
  now(): Date;
  /** After how long a silence a customer is reminded, and after how long another the chat is closed; 0 = never. */
  patience: { remindAfterMinutes: number; closeAfterMinutes: number; unclaimedAfterMinutes: number };
  /** The effects that bring a change of a case to the desks where people work. */
  announce(change: CaseChange): Effect[];
  /** Reads a message beside our own reading; absent: there is no second reader. */
  secondReader?: LlmReader | undefined;
  /** Hears of a change of a case once it is committed. */
  onCaseChange(change: CaseChange): void;
  /** When customers can expect people, in words, e.g. "on Monday from 09:00". */
  whenAnswered(at: Date, timeZone: string): string;
  /** A fixed day in place of the clock, for demonstrations and tests. */
  today?: IsoDate | undefined;
  /** Hears when a turn waits for a look-up. */
  onWait(conversationId: string): void;
  /** Hears of a turn that failed, by conversation id; never of what was said. */
  onFailure(error: unknown, conversationId: string): void;
}

/** A turn to commit, and what it changes for those who watch cases. */
export type Turn = TurnCommit & { changes?: CaseChange[] };

type At = Pick<StoredConversation, 'id' | 'revision'>;

/** One pure step on what a customer, or the passing of time, brings, and all that it makes the turn write. */
export async function play(
  deps: TurnDeps,
  at: At,
  record: ConversationRecord,
  policy: Policy,
  read: (interview: Interview) => CustomerEvent | Promise<CustomerEvent>,
  inbound?: JsonObject,
): Promise<Turn> {
  const begun = interviewAt(deps, policy);
  const event = await read(begun);
  const input = inputOf(deps, begun, record.conversation);
  const { lookUps, policies } = deps;
  const waiting = { lookUps, policies, conversationId: at.id, onWait: () => deps.onWait(at.id) };
  const taken = await stepByVersion(input, event, { ...waiting, pinned: record.policy });
  return written(deps, at, { record, taken, event: { type: event.type, data: asJson(event) }, inbound });
}

/** One pure step of a person at a desk, and all that it makes the turn write; or why it cannot be taken. */
export async function playAgent(
  deps: TurnDeps,
  at: At,
  record: ConversationRecord,
  policy: Policy,
  event: AgentEvent,
): Promise<Turn | AgentRefusal> {
  const interview = interviewAt(deps, policy);
  const stepped = agentStep(inputOf(deps, interview, record.conversation), event, deps.now().toISOString());
  if ('kind' in stepped) return stepped;
  const taken = { ...stepped, interview, pinned: record.policy };
  return written(deps, at, { record, taken, event: { type: `agent.${event.type}`, data: asJson(event) } });
}

function interviewAt(deps: TurnDeps, policy: Policy): Interview {
  const today = deps.today ?? dayOf(deps.now(), policy.file.timeZone);
  // A fixed day has no time of day.
  const now = deps.today === undefined ? deps.now().toISOString() : undefined;
  return { policy, today, now, lookUps: deps.lookUps.available(policy.file.id) };
}

function inputOf(deps: TurnDeps, interview: Interview, conversation: Conversation): StepInput {
  return { interview, conversation, reference: newReference(), at: deps.now().toISOString() };
}

type Taken = Awaited<ReturnType<typeof stepByVersion>>;

async function written(
  deps: TurnDeps,
  at: At,
  { record, taken, event, inbound }: Played & { event: { type: string; data: Json } },
): Promise<Turn> {
  const { conversation, acts, interview, pinned } = taken;
  const before = { ...record, conversationId: at.id };
  const replies = repliesFor(acts, {
    interview,
    conversation,
    formUrl: await formUrlOf(deps, interview.policy, conversation, acts),
    whenAnswered: deps.whenAnswered(deps.now(), interview.policy.file.timeZone),
  });
  const changes = caseChanges({ before: record.conversation, after: conversation, acts, inbound, replies });
  return {
    ...emptyTurn(deps, at),
    record: asJson({ ...record, policy: pinned, conversation }),
    ...wakeAt(deps, conversation),
    events: [event, ...acts.filter(isMilestone).map((act) => ({ type: act.type, data: asJson(act) }))],
    replies,
    effects: changes.flatMap((change) => deps.announce(change)),
    changes,
    cases: casesOf(interview, before, conversation, acts),
    decisions: acts.flatMap((act) => decisionOf(act, before, taken)),
  };
}

interface Played {
  record: ConversationRecord;
  taken: Taken;
  inbound?: JsonObject | undefined;
}

type Before = ConversationRecord & { conversationId: string };

function isMilestone(act: Act): boolean {
  return act.type === 'decide' || act.type === 'file' || act.type === 'withdraw';
}

/** The case as it stands after the turn, with all that is known by then; one that was withdrawn is closed. */
function casesOf(interview: Interview, before: Before, after: Conversation, acts: Act[]): StoredCase[] {
  const { conversationId } = before;
  const withdrawn = acts.find((act) => act.type === 'withdraw' && act.what === 'case');
  const earlier = before.conversation.case;
  const closed =
    withdrawn && earlier
      ? caseRow(interview, conversationId, before.conversation, { ...earlier, state: 'closed' })
      : [];
  const isChanged = JSON.stringify(after) !== JSON.stringify(before.conversation);
  const current = after.case && isChanged ? caseRow(interview, conversationId, after, after.case) : [];
  return [...closed, ...current];
}

function caseRow(
  interview: Interview,
  conversationId: string,
  conversation: Conversation,
  filed: FiledCase,
): StoredCase[] {
  const { reference, state, because = 'asked-for-human' } = filed;
  const packet = casePacket(interview, conversation, because);
  return [{ reference, conversationId, state, urgent: because === 'refuse-delivery', packet, file: asJson(filed) }];
}

function decisionOf(act: Act, { conversationId, policy, conversation }: Before, taken: Taken): StoredDecision[] {
  const { interview } = taken;
  const by = {
    conversationId,
    policyId: policy.id,
    policyDigest: interview.policy.digest,
    decidedOn: interview.now ?? interview.today,
  };
  if (act.type === 'decide') {
    const { reference, facts, decision } = act;
    return [{ ...by, reference, state: 'issued', facts: asJson(facts), decision: asJson(decision) }];
  }
  const issued = conversation.decision;
  if (act.type === 'ruled' && isGranted(act.ruling)) {
    // The policy's own decision stays as it is; the ruling stands with the case.
    const granted = issued ?? {
      facts: factsOf(knownAnswers(interview, conversation)),
      decision: grantedAlone(interview),
    };
    return [
      { ...by, facts: asJson(granted.facts), decision: granted.decision, reference: act.reference, state: 'granted' },
    ];
  }
  if (act.type !== 'withdraw' || act.what !== 'decision' || !issued) return [];
  return [{ conversationId, policyId: policy.id, policyDigest: policy.digest, ...issued, state: 'withdrawn' }];
}

/** What stands in the place of a decision where the policy had decided nothing. */
function grantedAlone({ policy }: Interview): Json {
  const { id, version } = policy.file;
  return { grantedAlone: true, policy: { id, version, digest: policy.digest } };
}

/** The signed form link of a decision that has a form. */
async function formUrlOf(
  deps: TurnDeps,
  policy: Policy,
  conversation: Conversation,
  acts: Act[],
): Promise<string | undefined> {
  const ruled = acts.find((one) => one.type === 'ruled');
  if (ruled && isGranted(ruled.ruling)) return grantUrl(deps, policy, conversation, ruled);
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

/** The signed form link of what a person granted. */
function grantUrl(
  deps: TurnDeps,
  policy: Policy,
  conversation: Conversation,
  { reference, ruling }: Extract<Act, { type: 'ruled' }>,
): Promise<string> {
  const { id, version } = policy.file;
  const { feePercent } = (conversation.decision?.decision ?? {}) as Partial<Decision>;
  const claim: ReturnClaim = {
    policy: { id, version, digest: policy.digest },
    resolution: ruling.resolution as ReturnClaim['resolution'],
    facts: conversation.decision?.facts ?? {},
    ...orderClaim(conversation),
    ...(!ruling.isException && feePercent !== undefined && { feePercent }),
  };
  return deps.formLinks.link({ reference, claim, timeZone: policy.file.timeZone });
}

/** When a customer who leaves the open question unanswered is spoken to again. */
function wakeAt(deps: TurnDeps, { open, silence, case: filed }: Conversation): { wakeAt?: string } {
  if (filed && !isHandedBack(filed)) {
    const { unclaimedAfterMinutes: after } = deps.patience;
    const isDue = filed.state === 'waiting' && after > 0 && filed.reminders < mostReminders;
    return isDue ? { wakeAt: new Date(deps.now().getTime() + after * 60_000).toISOString() } : {};
  }
  if (!open || silence === 'closed') return {};
  const minutes = silence ? deps.patience.closeAfterMinutes : deps.patience.remindAfterMinutes;
  return minutes > 0 ? { wakeAt: new Date(deps.now().getTime() + minutes * 60_000).toISOString() } : {};
}

/** The order and the item that a form is about, if they are known. */
function orderClaim({ order, details }: Conversation): Pick<ReturnClaim, 'orderNumber' | 'item'> {
  if (!order) return {};
  const item = chosenItem(order, details.item);
  return { orderNumber: order.number, ...(item && { item: { id: item.id, name: item.name } }) };
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
