import { answersFromOrder, couldLookUpWarranty, isOrderHopeless, serialInOrder } from '../details.ts';
import type { Answer, FoundOrder } from '../record/record.ts';
import { type Context, followed, knowing, type Scene, saying, standing } from '../scene.ts';

/** Keeps a detail; a pair of number and e-mail, or a serial number, is to be looked up. */
export function keepDetails(scene: Scene): Partial<Context> {
  const { context, event } = scene;
  if (event.type !== 'detail') return {};
  const { interview, conversation } = context;
  const details = { ...conversation.details, ...event.details };
  if (details.email === null) details.orderNumber = null;
  const trail = Object.keys(event.details).reduce(
    (ids, id) => followed({ ...conversation, trail: ids }, id),
    conversation.trail,
  );
  const kept: Scene = { ...scene, context: { ...context, ...knowing(scene, { details, trail, open: undefined }) } };
  if (event.details.item !== undefined && conversation.order) {
    const item = conversation.order.items.find(({ id }) => id === event.details.item);
    const shown = item ? { ...kept.context, ...saying(kept, { type: 'itemShown', item }) } : kept.context;
    return chooseItem({ ...kept, context: shown }, conversation.order);
  }
  if (event.details.serialNumber) return knowing(kept, { lookingUp: 'warranty' });
  const isPair = details.orderNumber && details.email && !conversation.order;
  return knowing(kept, isPair && interview.lookUps.orders ? { lookingUp: 'order' } : {});
}

/** Asks the turn for the look-up that is due. */
export function lookUp(scene: Scene): Partial<Context> {
  const { details, lookingUp } = scene.context.conversation;
  const { orderNumber, email, serialNumber } = details;
  if (lookingUp === 'order' && orderNumber && email)
    return saying(scene, { type: 'lookUpOrder', number: orderNumber, email });
  return serialNumber ? saying(scene, { type: 'lookUpWarranty', serialNumber }) : {};
}

/** Keeps the order that was found, and what it tells. */
export function keepOrder(scene: Scene): Partial<Context> {
  if (scene.event.type !== 'orderFound') return {};
  const { order } = scene.event;
  const found: Scene = { ...scene, context: { ...scene.context, ...knowing(scene, { order, lookingUp: undefined }) } };
  const shown = saying(found, { type: 'orderShown', order });
  if (order.items.length > 1) return { ...found.context, ...shown };
  return chooseItem({ ...found, context: { ...found.context, ...shown } }, order);
}

/** Takes what the order tells of the item; a warranty that it has a serial number for is looked up at once. */
function chooseItem(scene: Scene, order: FoundOrder): Partial<Context> {
  const { interview, conversation } = scene.context;
  const fromLookUp = answersFromOrder(order, conversation.details.item);
  const chosen: Scene = { ...scene, context: { ...scene.context, ...knowing(scene, { fromLookUp }) } };
  const serialNumber = serialInOrder(chosen.context.conversation);
  if (!serialNumber || !couldLookUpWarranty(interview, conversation, standing(chosen.context))) return chosen.context;
  const details = { ...chosen.context.conversation.details, serialNumber };
  return { ...chosen.context, ...knowing(chosen, { details, lookingUp: 'warranty' }) };
}

/** Forgets a pair that no order has; after too many the conversation goes on without an order. */
export function missOrder(scene: Scene): Partial<Context> {
  const { conversation, takenDownBy } = scene.context;
  const isLast = isOrderHopeless(conversation);
  const { orderNumber: _number, email: _email, ...others } = conversation.details;
  return {
    ...knowing(scene, {
      // Nobody can be asked for another pair, but whoever takes the case can look at this one.
      details: takenDownBy ? conversation.details : isLast ? { ...others, orderNumber: null } : others,
      trail: conversation.trail.filter((id) => id !== 'orderNumber' && id !== 'email'),
      wrongPairs: conversation.wrongPairs + 1,
      lookingUp: undefined,
    }),
    ...saying(scene, { type: 'orderMissing', isLast }),
  };
}

/** Goes on without an order that cannot be looked up. */
export function skipOrder(scene: Scene): Partial<Context> {
  const { conversation, takenDownBy } = scene.context;
  const { email: _, ...others } = conversation.details;
  const details = takenDownBy ? conversation.details : { ...others, orderNumber: null };
  return {
    ...knowing(scene, { details, lookingUp: undefined }),
    ...saying(scene, { type: 'orderUnavailable' }),
  };
}

/** Keeps the last day of the warranty that was found. */
export function keepWarranty(scene: Scene): Partial<Context> {
  if (scene.event.type !== 'warrantyFound') return {};
  const { interview, conversation } = scene.context;
  const { warrantyUntil } = scene.event;
  const fact = Object.values(interview.policy.file.derived).find(({ until }) => until !== undefined)?.until;
  const found: Answer[] = fact === undefined ? [] : [{ fact, value: warrantyUntil, source: 'warranty' }];
  return {
    ...knowing(scene, { fromLookUp: [...conversation.fromLookUp, ...found], lookingUp: undefined }),
    ...saying(scene, { type: 'warrantyShown', warrantyUntil }),
  };
}

/** Goes on without a warranty that was not found or cannot be looked up. */
export function skipWarranty(scene: Scene): Partial<Context> {
  const type = scene.event.type === 'warrantyNotFound' ? 'warrantyMissing' : 'warrantyUnavailable';
  return { ...knowing(scene, { lookingUp: undefined }), ...saying(scene, { type }) };
}
