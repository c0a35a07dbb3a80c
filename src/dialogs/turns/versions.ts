import type { CustomerEvent } from '../../machines/events.ts';
import type { ConversationRecord } from '../../machines/record/record.ts';
import type { StepInput } from '../../machines/step-context.ts';
import { takenBy } from '../../machines/versions.ts';
import { policyIn } from '../../policy/in-language.ts';
import { type LookUpDeps, type LookUpStep, stepWithLookUps } from './look-ups.ts';
import { pinnedPolicy } from './policies.ts';

type Pinned = ConversationRecord['policy'];

/**
 * One step with its look-ups, and the version of the policy that it leaves the conversation with: that of the day on
 * which an order was placed, as long as there is one, else that of the conversation's start.
 */
export async function stepByVersion(
  input: StepInput,
  event: CustomerEvent,
  deps: LookUpDeps & { pinned: Pinned },
): Promise<LookUpStep & { pinned: Pinned }> {
  const { pinned, policies } = deps;
  const first = pinned.begunWith ?? pinned.digest;
  const taken = await stepWithLookUps(input, event, deps);
  if (taken.conversation.order || first === pinned.digest) return { ...taken, pinned: pinnedBy(taken, first) };
  // The order that chose the version is given up, so the step is taken as if there had never been one.
  const policy = await pinnedPolicy(policies, first);
  const interview = { ...input.interview, policy: policyIn(policy, input.interview.language) };
  const again = await stepWithLookUps(
    { ...input, interview, conversation: takenBy(interview, input.conversation) },
    event,
    deps,
  );
  return { ...again, pinned: pinnedBy(again, first) };
}

function pinnedBy({ interview: { policy } }: LookUpStep, first: string): Pinned {
  return { id: policy.file.id, digest: policy.digest, ...(policy.digest !== first && { begunWith: first }) };
}
