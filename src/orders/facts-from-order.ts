import type { Json, JsonObject } from '../json.ts';
import type { Policy } from '../policy/engine/diagram/compile.ts';
import { parseKnown } from '../policy/fact-types/fact-types.ts';
import type { OrderField } from '../policy/fact-types/order-fields.ts';
import type { Item, Order } from './order.ts';

/** The order's values for one item in the policy's facts, by fact id; only what it states and the policy can take. */
export function factsFromOrder({ file }: Policy, order: Order, item: Item): JsonObject {
  return Object.fromEntries(
    Object.entries(file.facts).flatMap(([id, fact]) => {
      const value = fact.fromOrder && stated[fact.fromOrder](order, item);
      return value !== undefined && parseKnown(fact, value) ? [[id, value]] : [];
    }),
  );
}

const stated: Record<OrderField, (order: Order, item: Item) => Json | undefined> = {
  'order.purchasedOn': ({ purchasedOn }) => purchasedOn,
  'order.shippedOn': ({ shippedOn }) => shippedOn,
  'order.receivedOn': ({ receivedOn }) => receivedOn,
  // A day of receipt means that it was received, unless the order says otherwise.
  'order.delivery': ({ delivery, receivedOn }) => delivery ?? (receivedOn === undefined ? undefined : 'received'),
  'order.tier': ({ tier }) => tier,
  'item.goods': (_, { goods }) => goods,
  'item.activation': (_, { activation }) => activation,
  'item.discounted': (_, { discounted }) => discounted,
  'item.warrantyMonths': (_, { warrantyMonths }) => warrantyMonths,
  'item.price': (_, { price }) => price,
};
