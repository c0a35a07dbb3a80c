import { isOpenCase } from '../case.ts';
import { addAct, type Context, type StepArguments, updateConversation } from '../step-context.ts';
import { fileCase } from './decision.ts';
import { standBy } from './question.ts';

/** Says what to do now, and has a case for people: a new one, an earlier one reopened, or the one that waits. */
export function raiseAlarm({ context, event }: StepArguments): Partial<Context> {
  if (event.type !== 'danger') return {};
  const { case: filed } = context.conversation;
  const advised: Context = { ...context, ...addAct(context, { type: 'danger', kind: event.kind }) };
  if (!filed || !isOpenCase(filed)) return fileCase({ context: advised, event });
  const raised: Context = { ...advised, ...raiseAlarmQuietly({ context: advised }) };
  return { ...raised, ...standBy({ context: raised }) };
}

/** The same while a person talks with the customer, who says what to do. */
export function raiseAlarmQuietly({ context }: Pick<StepArguments, 'context'>): Partial<Context> {
  const { case: filed } = context.conversation;
  return filed ? updateConversation(context, { case: { ...filed, because: 'danger' } }) : {};
}
