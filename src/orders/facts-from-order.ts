import type { Policy } from '../policy/engine/compile.ts';
import { expectation, type Facts } from '../policy/engine/facts.ts';
import { UNKNOWN } from '../policy/engine/variables.ts';
import type { Item, Order } from './order.ts';

/** What the order says of one item in the policy's facts, by fact id; only what it states and the policy can take. */
export function factsFromOrder(policy: Policy, order: Order, item: Item): Facts {
  const { facts } = policy.file;
  return Object.fromEntries(
    Object.entries(statedBy(policy, order, item)).filter(([id, value]) => {
      const fact = Object.hasOwn(facts, id) ? facts[id] : undefined;
      return fact && value !== undefined && value !== UNKNOWN && expectation(fact, value) === undefined;
    }),
  );
}

function statedBy(policy: Policy, order: Order, item: Item): Facts {
  const impliedDelivery = order.receivedOn === undefined ? undefined : 'received';
  return {
    goods: item.goods,
    delivery: order.delivery ?? impliedDelivery,
    activation: item.activation,
    discounted: item.discounted,
    purchasedOn: order.purchasedOn,
    shippedOn: order.shippedOn,
    receivedOn: order.receivedOn,
    tier: order.tier,
    warrantyMonths: item.warrantyMonths,
    [moneyFactOf(policy)]: item.price,
  };
}

/** The policy's fact for a price, whatever its id. */
function moneyFactOf({ file }: Policy): string {
  return Object.keys(file.facts).find((id) => file.facts[id]?.type === 'money') ?? 'price';
}
