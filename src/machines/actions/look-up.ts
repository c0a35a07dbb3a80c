import { isOpenCase } from '../case.ts';
import { canLookUpSerial, couldLookUpWarranty, isOrderHopeless, isSameNumber, serialInOrder } from '../details.ts';
import { isSameAnswer } from '../interview.ts';
import { toldByOrder } from '../order-answers.ts';
import type { Answer, Conversation, Details } from '../record/record.ts';
import {
  addAct,
  type Context,
  currentStatus,
  type StepArguments,
  updateConversation,
  withAnswered,
} from '../step-context.ts';

/** Keeps a detail; a pair of number and e-mail, or a serial number, is to be looked up. */
export function keepDetails({ context, event }: StepArguments): Partial<Context> {
  if (event.type !== 'detail') return {};
  const { interview } = context;
  const conversation = forgetOther(context.conversation, event.details);
  const kept = event.details.item === undefined ? conversation.details : withoutPieces(conversation.details);
  const details = { ...otherHalf(conversation, event.details), ...kept, ...event.details };
  if (details.email === null) details.orderNumber = null;
  const history = Object.keys(event.details).reduce(
    (ids, id) => withAnswered({ ...conversation, history: ids }, id),
    conversation.history,
  );
  const base: Context = { ...context, conversation };
  const known: Context = { ...base, ...updateConversation(base, { details, history, open: undefined }) };
  if (event.details.item !== undefined && conversation.order) {
    const item = conversation.order.items.find(({ id }) => id === event.details.item);
    const shown = item ? { ...known, ...addAct(known, { type: 'itemShown', item }) } : known;
    return chooseItem(shown);
  }
  if (event.details.pieces !== undefined) return { ...known, ...updateConversation(known, toldAnew(known)) };
  // Whoever takes a case looks at the number themselves.
  const canLookUp = canLookUpSerial(interview, known.conversation) && !isForPeople(context);
  if (event.details.serialNumber && canLookUp) return updateConversation(known, { lookingUp: 'warranty' });
  const isPair = details.orderNumber && details.email && !conversation.order;
  return updateConversation(known, isPair && interview.lookUps.orders ? { lookingUp: 'order' } : {});
}

/** What a new number or a new address is tried with, after a pair that no order has: the half of that which was not given anew. */
function otherHalf({ missed, details }: Conversation, given: Details): Details {
  if (!missed) return {};
  const { orderNumber, email } = { ...details, ...given };
  if (orderNumber === undefined && email && !isSameAddress(email, missed.email))
    return { orderNumber: missed.orderNumber };
  const isNewNumber = orderNumber && email === undefined && !isSameNumber(orderNumber, missed.orderNumber);
  return isNewNumber ? { email: missed.email } : {};
}

function isSameAddress(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** Another order than the one that was found takes its place, and the item that was chosen in that one with it. */
function forgetOther(conversation: Conversation, { orderNumber }: Details): Conversation {
  const { order, ...rest } = conversation;
  if (!order || typeof orderNumber !== 'string' || isSameNumber(order.number, orderNumber)) return conversation;
  const { item: _item, serialNumber: _serialNumber, ...details } = withoutPieces(conversation.details);
  return { ...rest, details, fromLookUp: [] };
}

/** How many of a line it is about says nothing of another line. */
export function withoutPieces({ pieces: _, ...details }: Details): Details {
  return details;
}

/** What the order tells once more, beside what a register has told. */
export function toldAnew({ interview, conversation }: Context): Pick<Conversation, 'fromLookUp'> {
  const ofRegister = conversation.fromLookUp.filter(({ source }) => source !== 'order');
  return { fromLookUp: [...toldByOrder(interview, conversation), ...ofRegister] };
}

/** Asks the turn for the look-up that is due. */
export function lookUp({ context }: StepArguments): Partial<Context> {
  const { details, lookingUp } = context.conversation;
  const { orderNumber, email, serialNumber } = details;
  if (lookingUp === 'order' && orderNumber && email)
    return addAct(context, { type: 'lookUpOrder', number: orderNumber, email });
  return serialNumber ? addAct(context, { type: 'lookUpWarranty', serialNumber }) : {};
}

/** Keeps the order that was found, and what it tells. */
export function keepOrder({ context, event }: StepArguments): Partial<Context> {
  if (event.type !== 'orderFound') return {};
  const { order } = event;
  const found: Context = { ...context, ...updateConversation(context, { order, lookingUp: undefined }) };
  const shown = addAct(found, { type: 'orderShown', order });
  return order.items.length > 1 ? { ...found, ...shown } : chooseItem({ ...found, ...shown });
}

/** Takes what the order tells of the item; a warranty that it has a serial number for is looked up at once. */
function chooseItem(context: Context): Partial<Context> {
  const { interview, conversation } = context;
  const fromLookUp = toldByOrder(interview, conversation);
  // What the order bears out need not be confirmed.
  const isBorneOut = (one: Answer): boolean =>
    one.source === 'inferred' && fromLookUp.some((told) => isSameAnswer(one, told));
  const answers = conversation.answers.filter((one) => !isBorneOut(one));
  const chosen: Context = { ...context, ...updateConversation(context, { answers, fromLookUp }) };
  const { serialNumber: stated } = conversation.details;
  // Where no order is needed for it, what was stated has been looked up already.
  if (stated !== undefined && interview.lookUps.warranties === 'always') return chosen;
  const serialNumber = serialInOrder(chosen.conversation) ?? stated;
  if (!serialNumber || !couldLookUpWarranty(interview, currentStatus(chosen))) return chosen;
  const details = { ...chosen.conversation.details, serialNumber };
  return { ...chosen, ...updateConversation(chosen, { details, lookingUp: 'warranty' }) };
}

/** Forgets a pair that no order has; after too many the conversation goes on without an order. */
export function missOrder({ context }: StepArguments): Partial<Context> {
  const { conversation } = context;
  // Nobody can be asked for another pair, but whoever takes the case can look at this one.
  if (isForPeople(context)) return updateConversation(context, { lookingUp: undefined });
  const isLast = isOrderHopeless(conversation);
  const { orderNumber, email, ...others } = conversation.details;
  return {
    ...updateConversation(context, {
      details: isLast ? { ...others, orderNumber: null } : others,
      history: conversation.history.filter((id) => id !== 'orderNumber' && id !== 'email'),
      wrongPairs: conversation.wrongPairs + 1,
      ...(orderNumber && email && { missed: { orderNumber, email } }),
      lookingUp: undefined,
    }),
    ...addAct(context, { type: 'orderMissing', isLast }),
  };
}

/** Goes on without an order that cannot be looked up now; the number, given once more, is looked up once more. */
export function skipOrder({ context }: StepArguments): Partial<Context> {
  if (isForPeople(context)) return updateConversation(context, { lookingUp: undefined });
  const details = { ...context.conversation.details, orderNumber: null };
  return {
    ...updateConversation(context, { details, lookingUp: undefined }),
    ...addAct(context, { type: 'orderUnavailable' }),
  };
}

/** True if people see what is known, whatever is found: it is taken down by one, or a case waits for them. */
function isForPeople({ conversation: { case: filed }, takenDownBy }: Context): boolean {
  return takenDownBy !== undefined || (filed !== undefined && isOpenCase(filed));
}

/** Keeps the last day of the warranty that was found. */
export function keepWarranty({ context, event }: StepArguments): Partial<Context> {
  if (event.type !== 'warrantyFound') return {};
  const { interview, conversation } = context;
  const { warrantyUntil } = event;
  const fact = Object.values(interview.policy.file.derived).find(({ until }) => until !== undefined)?.until;
  const found: Answer[] = fact === undefined ? [] : [{ fact, value: warrantyUntil, source: 'warranty' }];
  return {
    ...updateConversation(context, { fromLookUp: [...conversation.fromLookUp, ...found], lookingUp: undefined }),
    ...addAct(context, { type: 'warrantyShown', warrantyUntil }),
  };
}

/** Goes on without a warranty that was not found or cannot be looked up. */
export function skipWarranty({ context, event }: StepArguments): Partial<Context> {
  const type = event.type === 'warrantyNotFound' ? 'warrantyMissing' : 'warrantyUnavailable';
  return { ...updateConversation(context, { lookingUp: undefined }), ...addAct(context, { type }) };
}
