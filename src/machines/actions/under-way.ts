import { chosenItem } from '../details.ts';
import type { FoundOrder } from '../record/record.ts';
import { addAct, type Context, type StepArguments, updateConversation } from '../step-context.ts';
import { withoutPieces } from './look-up.ts';

/** The item that the conversation is about, if something is under way for it already; not for who takes it down. */
function itemUnderWay({
  conversation: { order, details },
  takenDownBy,
}: Context): FoundOrder['items'][number] | undefined {
  const item = order && !takenDownBy ? chosenItem(order, details.item) : undefined;
  return item?.underWay ? item : undefined;
}

/** True if a return is registered for the item, or a case open, so that nothing more need be asked. */
export function isUnderWay({ context }: Pick<StepArguments, 'context'>): boolean {
  return itemUnderWay(context) !== undefined;
}

/** Says what is under way for the item. */
export function tellUnderWay({ context }: StepArguments): Partial<Context> {
  const item = itemUnderWay(context);
  return item?.underWay ? addAct(context, { type: 'underWay', item: item.name, what: item.underWay }) : {};
}

/** It is about another item: of the same order if that has several, else of another order. */
export function forgetItem({ context }: StepArguments): Partial<Context> {
  const { order, details, history } = context.conversation;
  const { item: _item, serialNumber: _serialNumber, ...others } = withoutPieces(details);
  const isOfSameOrder = order !== undefined && order.items.length > 1;
  const { orderNumber: _orderNumber, ...withoutOrder } = others;
  return updateConversation(context, {
    ...(!isOfSameOrder && { order: undefined }),
    details: isOfSameOrder ? others : withoutOrder,
    fromLookUp: [],
    history: history.filter((id) => id !== 'item' && (isOfSameOrder || id !== 'orderNumber')),
    open: undefined,
  });
}
