import { asJson } from '../../json.ts';
import type { Agent } from '../../machines/case.ts';
import { type ConversationRecord, newConversation, readRecord, recordVersion } from '../../machines/record/record.ts';
import type { Facts } from '../../policy/engine/facts.ts';
import type { CommitResult } from '../../store/store.ts';
import { ConflictError } from './conflict.ts';
import { currentPolicy, pinnedPolicy } from './policies.ts';
import { runTurn, type Turn, type TurnDeps } from './run-turn.ts';

/** A case that somebody at the shop takes down for a customer who is in no chat, on the phone for one. */
export interface CallerCase {
  /** The same for every repeat. */
  id: string;
  policyId: string;
  facts: Facts;
  orderNumber?: string | undefined;
  email?: string | undefined;
  /** The customer's story, as it was taken down. */
  story: string;
  by: Agent;
}

const PHONE = 'phone';
/** Slack was the first desk where this could be done, and its name stood for it. */
const callerChannels: readonly string[] = [PHONE, 'slack'];

/** True if nobody reads the conversations of this channel: what there is to tell, people tell the customer. */
export function isCallerChannel(channel: string): boolean {
  return callerChannels.includes(channel);
}

/** Our id of a caller's conversation. */
export function callerConversationId({ id }: Pick<CallerCase, 'id'>): string {
  return `${PHONE}-${id}`;
}

/**
 * Files a case in a conversation of its own, in one turn: what is known decides as far as it does, and people do the
 * rest. Resolves to its reference, for a repeat to the same one. Throws PolicyNotLoadedError.
 */
export async function fileForCaller(
  deps: TurnDeps & { commit(turn: Turn): Promise<CommitResult> },
  caller: CallerCase,
): Promise<string> {
  const id = callerConversationId(caller);
  const userId = `caller-${caller.id}`;
  const policy = await pinnedPolicy(deps.policies, currentPolicy(deps.policies, caller.policyId).digest);
  const { orderNumber, email, by } = caller;
  const answers = Object.entries(asJson(caller.facts)).map(([fact, value]) => ({
    fact,
    value,
    source: 'stated' as const,
  }));
  const details = { ...(orderNumber && { orderNumber }), ...(email && { email }) };
  const record: ConversationRecord = {
    version: recordVersion,
    language: policy.file.language,
    policy: { id: policy.file.id, digest: policy.digest },
    conversation: newConversation(),
  };
  if (!(await deps.store.conversation(id))) {
    const activity = { type: 'message', text: caller.story, from: { id: userId, role: 'user' } };
    const event = { type: 'takenDown', by, answers, details } as const;
    const turn = await runTurn(deps, { id, revision: 0 }, record, policy, () => event);
    await deps.commit({
      ...turn,
      create: { channel: PHONE, policyId: policy.file.id, userId },
      inbound: { key: 'taken-down', activity },
    });
  }
  // Another process can have been first.
  const stored = await deps.store.conversation(id);
  const filed = stored && readRecord(stored.record).conversation.case;
  if (!filed) throw new ConflictError('a case that was taken down was not filed');
  return filed.reference;
}
