import type { FormLinks, ReturnClaim } from '../forms/links.ts';
import type { Act } from '../machines/acts.ts';
import { chosenItem } from '../machines/details.ts';
import type { CustomerEvent } from '../machines/events.ts';
import type { Interview } from '../machines/interview.ts';
import type { Conversation, ConversationRecord } from '../machines/record.ts';
import { dayOf, type IsoDate } from '../policy/calendar.ts';
import type { Decision } from '../policy/decide.ts';
import type { Policy } from '../policy/load.ts';
import type { JsonObject, Store, StoredCase, StoredConversation, StoredDecision, TurnCommit } from '../store/store.ts';
import { asJson } from './as-json.ts';
import type { LookUps } from './look-ups.ts';
import { casePacket } from './packet.ts';
import type { Policies } from './policies.ts';
import { newReference } from './reference.ts';
import { repliesFor } from './replies.ts';
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

/** One pure step, and all that it makes the turn write. */
export async function play(
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
    const by = { policyId: policy.id, policyDigest: now.policy.digest, decidedOn: now.now ?? now.today };
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
