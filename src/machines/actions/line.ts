import { hasForm } from '../../policy/format/outcome-schema.ts';
import { chosenItem } from '../details.ts';
import type { DetailId } from '../record/record.ts';
import { type Context, currentStatus, type StepArguments, updateConversation } from '../step-context.ts';

/** True if a decision is due, and which line of the order it is about, or how much of it, matters to it. */
export function isLineOpen({ context }: Pick<StepArguments, 'context'>): boolean {
  return openDetail(context) !== undefined;
}

/** True if a decision is due, and nobody knows if it is about a line for which something is under way or settled. */
export function isLineUnknown({ context }: Pick<StepArguments, 'context'>): boolean {
  const { order, details } = context.conversation;
  const isUnknown = order !== undefined && order.items.length > 1 && details.item === null && !context.takenDownBy;
  return isUnknown && order.items.some(({ underWay }) => underWay) && currentStatus(context).kind === 'decided';
}

/** Asks for the line, or for how many of several alike. */
export function openLine({ context }: StepArguments): Partial<Context> {
  const id = openDetail(context);
  return id ? updateConversation(context, { open: { id, unclear: 0 } }) : {};
}

function openDetail(context: Context): DetailId | undefined {
  const { order, details } = context.conversation;
  if (!order || context.takenDownBy) return undefined;
  const status = currentStatus(context);
  if (status.kind !== 'decided') return undefined;
  const { resolution, refund, options = [] } = status.decision;
  const { file } = context.interview.policy;
  const isWithForm = [resolution, ...options.map((option) => option.resolution)].some((one) => hasForm(file, one));
  const isOfPieces = isWithForm || refund !== undefined;
  const isOfLine = ({ quantity, underWay }: (typeof order.items)[number]): boolean =>
    underWay !== undefined || (isOfPieces && quantity !== undefined);
  if (order.items.length > 1 && details.item === undefined && order.items.some(isOfLine)) return 'item';
  const isSeveral = chosenItem(order, details.item)?.quantity !== undefined;
  return isSeveral && isOfPieces && details.pieces === undefined ? 'pieces' : undefined;
}
