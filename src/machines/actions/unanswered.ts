import { caseStep, type FiledCase } from '../case.ts';
import { addAct, type Context, type StepArguments, updateConversation } from '../step-context.ts';

/** Reminds the person who leaves a customer without an answer; the second time the case is for all again. */
export function countUnanswered({ context }: Pick<StepArguments, 'context'>): Partial<Context> {
  const { case: filed } = context.conversation;
  if (!filed?.unanswered || !filed.agent) return {};
  return filed.unanswered.isReminded ? leaveWaiting(context, filed) : remind(context, filed);
}

function remind(context: Context, filed: FiledCase): Partial<Context> {
  const { agent, reference, unanswered } = filed;
  if (!agent || !unanswered) return {};
  const history: FiledCase['history'] = [
    ...filed.history,
    { at: context.at ?? '', what: 'reminded' as const, who: agent },
  ];
  const reminded = { ...filed, unanswered: { ...unanswered, isReminded: true }, history };
  return {
    ...updateConversation(context, { case: reminded }),
    ...addAct(context, { type: 'unanswered', reference, agent }),
  };
}

function leaveWaiting(context: Context, filed: FiledCase): Partial<Context> {
  const left = caseStep(filed, { type: 'leaveWaiting' }, context.at ?? '');
  if (!('filed' in left) || !filed.agent) return {};
  const { reference, agent } = filed;
  return {
    ...updateConversation(context, { case: left.filed, open: undefined }),
    ...addAct(context, { type: 'leftWaiting', reference, agent }),
  };
}
