import { itemKeyOf } from '../../../forms/item-key.ts';
import { asJson } from '../../../json.ts';
import type { Act } from '../../../machines/acts.ts';
import type { FiledCase } from '../../../machines/case.ts';
import { chosenItem } from '../../../machines/details.ts';
import { isGranted } from '../../../machines/granted.ts';
import { factsOf, type Interview, knownAnswers } from '../../../machines/interview.ts';
import type { Conversation, ConversationRecord } from '../../../machines/record/record.ts';
import { rulingsIn } from '../../../machines/rulings.ts';
import type { Json, StoredCase, StoredDecision } from '../../../store/store.ts';
import { caseFileOf } from './case-file.ts';
import { asLeft } from './left-case.ts';

/** A conversation before the turn. */
export type Before = ConversationRecord & { conversationId: string };

/** The case as it stands after the turn, with all that is known by then, and the one that the turn leaves. */
export function casesOf(interview: Interview, before: Before, after: Conversation, acts: Act[]): StoredCase[] {
  const { conversationId } = before;
  const isChanged = JSON.stringify(after) !== JSON.stringify(before.conversation);
  const current = after.case && isChanged ? caseRow(interview, conversationId, after, after.case) : [];
  return [...leftCase(interview, before, after, acts), ...current];
}

/** The case that the customer leaves by beginning anew; one that was still open is closed with that. */
function leftCase(interview: Interview, before: Before, after: Conversation, acts: Act[]): StoredCase[] {
  const { conversation, conversationId } = before;
  const isErased = acts.some(({ type }) => type === 'erased');
  if (!conversation.case || conversation.case.reference === after.case?.reference || isErased) return [];
  const isWithdrawn = acts.some((act) => act.type === 'withdraw' && act.what === 'case');
  const filed: FiledCase = isWithdrawn ? { ...conversation.case, state: 'closed' } : conversation.case;
  const left = { ...before, conversation: { ...conversation, case: filed } };
  return caseRow(interview, conversationId, left.conversation, filed).map((row) => asLeft(row, left));
}

function caseRow(
  interview: Interview,
  conversationId: string,
  conversation: Conversation,
  filed: FiledCase,
): StoredCase[] {
  const { reference, state, because = 'asked-for-human', isUrgent } = filed;
  const caseFile = caseFileOf(interview, conversation, because);
  const { order, details } = conversation;
  const item = order && chosenItem(order, details.item);
  const itemKey = itemKeyOf(interview.policy.file.id, { orderNumber: order?.number, item });
  const row = { reference, conversationId, state, urgent: isUrgent, caseFile, file: asJson(filed) };
  return [{ ...row, ...(itemKey !== undefined && { itemKey }) }];
}

/** The decision that an act issues, grants or withdraws. */
export function decisionOf(
  act: Act,
  { conversationId, policy, conversation }: Before,
  interview: Interview,
): StoredDecision[] {
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
  const state = stateByPeople(act, interview.policy, conversation);
  if (state && 'reference' in act) {
    // The policy's own decision stays as it is; the ruling stands with the case.
    const { facts, decision } = issued ?? {
      facts: factsOf(knownAnswers(interview, conversation)),
      decision: grantedAlone(interview),
    };
    return [{ ...by, facts: asJson(facts), decision: asJson(decision), reference: act.reference, state }];
  }
  if (act.type !== 'withdraw' || act.what !== 'decision' || !issued) return [];
  return [{ conversationId, policyId: policy.id, policyDigest: policy.digest, ...issued, state: 'withdrawn' }];
}

/** What a person makes of a decision, and of its form with it; `undefined`: nothing. */
function stateByPeople(
  act: Act,
  policy: Interview['policy'],
  { decision, case: before }: Conversation,
): 'granted' | 'issued' | 'withdrawn' | undefined {
  if (act.type === 'rulingWithdrawn') return act.ruling && isGranted(policy, act.ruling) ? 'withdrawn' : undefined;
  if (act.type !== 'ruled') return undefined;
  if (isGranted(policy, act.ruling)) return 'granted';
  // What the policy decides stands again, and what a person had granted before does not.
  if (act.ruling.ruling === 'uphold' && decision && before && rulingsIn(before) > 0) return 'issued';
  return act.corrects && isGranted(policy, act.corrects) ? 'withdrawn' : undefined;
}

/** The stored decision where the policy had decided nothing and a person granted something. */
function grantedAlone({ policy }: Interview): Json {
  const { id, version } = policy.file;
  return { grantedAlone: true, policy: { id, version, digest: policy.digest } };
}
