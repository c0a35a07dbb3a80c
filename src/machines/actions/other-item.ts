import { type Context, type StepArguments, updateConversation } from '../step-context.ts';
import { withdraw } from './decision.ts';
import { keepDetails, withoutPieces } from './look-up.ts';

/** True if another item of the order is meant than the one that was decided. */
export function isOtherItem({ context: { conversation }, event }: StepArguments): boolean {
  if (event.type !== 'detail' || typeof event.details.item !== 'string') return false;
  const { order, details } = conversation;
  const isKnown = order?.items.some(({ id }) => id === event.details.item) === true;
  return isKnown && details.item !== undefined && details.item !== event.details.item;
}

/** Withdraws what was decided, and takes the other item; what was answered since an item was chosen is of the first. */
export function takeOtherItem(step: StepArguments): Partial<Context> {
  const withdrawn: Context = { ...step.context, ...withdraw(step) };
  const { answers, ranges, mentioned, history, details } = withdrawn.conversation;
  const { item: _item, serialNumber: _serialNumber, ...ofOrder } = withoutPieces(details);
  const ofBoth = history.slice(0, history.indexOf('item'));
  const isOfBoth = ({ fact }: { fact: string }): boolean => ofBoth.includes(fact);
  const forgotten = updateConversation(withdrawn, {
    answers: answers.filter(isOfBoth),
    ranges: ranges.filter(isOfBoth),
    mentioned: Object.fromEntries(Object.entries(mentioned).filter(([fact]) => ofBoth.includes(fact))),
    details: ofOrder,
    history: ofBoth,
    fromLookUp: [],
  });
  const context: Context = { ...withdrawn, ...forgotten };
  return { ...context, ...keepDetails({ ...step, context }) };
}
