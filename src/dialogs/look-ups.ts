import type { Act } from '../machines/acts.ts';
import type { CustomerEvent } from '../machines/events.ts';
import type { Interview } from '../machines/interview.ts';
import type { FoundOrder } from '../machines/record.ts';
import { step } from '../machines/returns.ts';
import type { StepInput } from '../machines/scene.ts';
import { factsFromOrder } from '../orders/facts-from-order.ts';
import type { GuardedOrders } from '../orders/guarded-orders.ts';
import type { Order } from '../orders/order.ts';
import type { WarrantyBook } from '../orders/warranty-book.ts';
import type { Policy } from '../policy/load.ts';
import type { JsonObject } from '../store/store.ts';

/** Where a turn looks orders and warranties up. */
export interface LookUps {
  orders: GuardedOrders;
  warranties: WarrantyBook;
  /** What can be looked up for a policy. */
  available(policyId: string): Interview['lookUps'];
}

type Wanted = Extract<Act, { type: 'lookUpOrder' | 'lookUpWarranty' }>;

/**
 * One step, and the steps on what it wants looked up: looking up is a read, so all of it is one turn.
 * `onWait` hears when a look-up begins.
 */
export async function stepWithLookUps(
  input: StepInput,
  event: CustomerEvent,
  deps: { lookUps: LookUps; conversationId: string; onWait(): void },
): Promise<ReturnType<typeof step>> {
  let { conversation, acts } = step(input, event);
  for (let wanted = acts.find(isLookUp); wanted; wanted = acts.find(isLookUp)) {
    deps.onWait();
    const found = await lookUp(wanted, input.interview.policy, deps);
    const next = step({ ...input, conversation }, found);
    conversation = next.conversation;
    acts = [...acts.filter((act) => !isLookUp(act)), ...next.acts];
  }
  return { conversation, acts };
}

function isLookUp(act: Act): act is Wanted {
  return act.type === 'lookUpOrder' || act.type === 'lookUpWarranty';
}

async function lookUp(
  wanted: Wanted,
  policy: Policy,
  { lookUps, conversationId }: { lookUps: LookUps; conversationId: string },
): Promise<CustomerEvent> {
  const policyId = policy.file.id;
  if (wanted.type === 'lookUpOrder') {
    const { number, email } = wanted;
    const answer = await lookUps.orders.find({ policyId, number, email, conversationId });
    if (answer.kind === 'found') return { type: 'orderFound', order: foundOrder(policy, answer.order) };
    return { type: answer.kind === 'not-found' ? 'orderNotFound' : 'orderUnavailable' };
  }
  const answer = await lookUps.warranties.find({ policyId, serialNumber: wanted.serialNumber });
  if (answer.kind === 'found') return { type: 'warrantyFound', warrantyUntil: answer.warrantyUntil };
  return { type: answer.kind === 'not-found' ? 'warrantyNotFound' : 'warrantyUnavailable' };
}

function foundOrder(policy: Policy, order: Order): FoundOrder {
  return {
    number: order.number,
    items: order.items.map((item) => ({
      id: item.id,
      name: item.name,
      ...(item.serialNumber !== undefined && { serialNumber: item.serialNumber }),
      facts: factsFromOrder(policy, order, item) as JsonObject,
    })),
  };
}
