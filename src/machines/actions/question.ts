import { canLeadToChoice } from '../../policy/engine/choice.ts';
import { isHandedBack } from '../case.ts';
import { changeableFacts } from '../changeable.ts';
import { detailsAtMost, nextDetail, piecesAtMost } from '../details.ts';
import { hourFacts, openHour } from '../hours.ts';
import {
  factsOf,
  type InterviewStatus,
  knownAnswers,
  questionsWhenAsking,
  unconfirmed,
  withAnswer,
} from '../interview.ts';
import { toldByOrder } from '../order-answers.ts';
import type { Conversation, Details } from '../record/record.ts';
import {
  addAct,
  type Context,
  currentStatus,
  type StepArguments,
  updateConversation,
  withAnswered,
} from '../step-context.ts';
import { isChoiceOpen } from './choice.ts';
import { isLineOpen } from './line.ts';
import { toldAnew, withoutPieces } from './look-up.ts';

/** Opens the next question: a detail that can spare questions, else the fact the plan asks for. */
export function openNext({ context, event }: StepArguments): Partial<Context> {
  const { interview, conversation } = context;
  const next = currentStatus(context);
  if (next.kind !== 'open') return {};
  if (event.type === 'statement' && event.orderNumbers)
    return updateConversation(context, { open: { id: 'orderNumber', unclear: 0, candidates: event.orderNumbers } });
  return updateConversation(context, {
    open: { id: nextDetail(interview, conversation, next) ?? next.ask, unclear: 0 },
  });
}

/** Asks the open question, or says how things stand where none is open. */
export function ask({ context }: StepArguments): Partial<Context> {
  const { open } = context.conversation;
  return open ? addAct(context, { type: 'ask', open, atMost: atMost(context, open.id) }) : standBy({ context });
}

function atMost(context: Context, id: string): number {
  const { interview, conversation } = context;
  const next = currentStatus(context);
  const details =
    (next.kind === 'open' ? detailsAtMost(interview, conversation, next) : lineAtMost(context)) +
    hourAtMost(context, next);
  const choice = mayHaveToChoose(context, next) ? 1 : 0;
  if (id === 'changeWhich') {
    const known = knownAnswers(interview, conversation);
    const costs = changeableFacts(interview, conversation).map(({ fact }) =>
      questionsWhenAsking(interview, known, fact),
    );
    return 1 + details + choice + Math.max(0, ...costs);
  }
  const { answers, ranges } = unconfirmed(conversation);
  const confirmation = answers.length + ranges.length > 0 ? 1 : 0;
  return (
    (next.kind === 'open' ? next.atMost : 0) +
    details +
    confirmation +
    choice +
    (id === 'offerHuman' || id === 'eraseData' ? 1 : 0)
  );
}

/** True if a choice between options can still come, what is answered anew included. */
function mayHaveToChoose(context: Context, next: InterviewStatus): boolean {
  const { interview, conversation } = context;
  if (conversation.changing !== undefined || conversation.open?.id === 'changeWhich')
    return canLeadToChoice(interview.policy, {}, interview);
  if (next.kind === 'decided') return isChoiceOpen({ context });
  const known = factsOf(knownAnswers(interview, conversation));
  return next.kind === 'open' && canLeadToChoice(interview.policy, known, interview);
}

/** The hour that may have to be asked, and whatever may follow from it. */
function hourAtMost({ interview, conversation }: Context, status: InterviewStatus): number {
  if (interview.now === undefined) return 0;
  if (status.kind === 'open') return hourFacts(interview.policy).some((fact) => status.missing.includes(fact)) ? 1 : 0;
  return openHour(interview, conversation, status)?.atMost ?? 0;
}

/** The questions that a decision still waits for. */
function lineAtMost(context: Context): number {
  if (!isLineOpen({ context })) return 0;
  const { order, details } = context.conversation;
  const item = order && order.items.length > 1 && details.item === undefined ? 1 : 0;
  return item + piecesAtMost(context.conversation);
}

/** Leaves a case or a decision as it is and says so. */
export function standBy({ context }: Pick<StepArguments, 'context'>): Partial<Context> {
  const { added } = context;
  const { case: filed, decision } = context.conversation;
  const quiet = updateConversation(context, { open: undefined });
  if (filed && added)
    return { ...quiet, ...addAct(context, { type: 'addedToCase', reference: filed.reference, details: added }) };
  if (filed && !isHandedBack(filed)) return { ...quiet, ...addAct(context, { type: 'caseStands', filed }) };
  if (decision) return { ...quiet, ...addAct(context, { type: 'decisionStands', reference: decision.reference }) };
  return {};
}

/** Keeps an answer to a fact and shows it back. */
export function keepAnswer({ context, event }: StepArguments): Partial<Context> {
  if (event.type !== 'answer') return {};
  const { interview, conversation } = context;
  const { answer } = event;
  const answers = withAnswer(interview, conversation.answers, answer) ?? conversation.answers;
  const ranges = conversation.ranges.filter(({ fact }) => fact !== answer.fact);
  const history = withAnswered(conversation, answer.fact);
  return {
    ...updateConversation(context, { answers, ranges, history, changing: undefined, open: undefined }),
    ...addAct(context, { type: 'note', answer }),
  };
}

/** Keeps an answer that a person asked for; the person goes on, so nothing is said. */
export function keepAnswerQuietly({ context, event }: StepArguments): Partial<Context> {
  return { ...keepAnswer({ context, event }), acts: context.acts };
}

/** Takes back what was answered last, with all that was looked up by it. */
export function takeBackAnswer({ context }: StepArguments): Partial<Context> {
  const { conversation } = context;
  if (conversation.changing !== undefined) return updateConversation(context, { changing: undefined, open: undefined });
  const last = conversation.history.at(-1);
  const history = conversation.history.slice(0, -1);
  const answers = conversation.answers.filter(({ fact }) => fact !== last);
  const ranges = conversation.ranges.filter(({ fact }) => fact !== last);
  const kept: Details = Object.fromEntries(Object.entries(conversation.details).filter(([id]) => id !== last));
  const isOfOrder = last === 'orderNumber' || last === 'email';
  const details = isOfOrder || last === 'item' ? withoutPieces(kept) : kept;
  const byLookUp: Partial<Conversation> = isOfOrder
    ? { order: undefined, fromLookUp: [] }
    : last === 'item'
      ? { fromLookUp: [] }
      : last === 'serialNumber'
        ? { fromLookUp: toldByOrder(context.interview, conversation) }
        : last === 'pieces'
          ? toldAnew({ ...context, conversation: { ...conversation, details } })
          : {};
  return updateConversation(context, { answers, ranges, details, history, ...byLookUp, open: undefined });
}
