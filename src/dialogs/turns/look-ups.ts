import { itemKeyOf } from '../../forms/item-key.ts';
import type { Act } from '../../machines/acts.ts';
import type { CustomerEvent } from '../../machines/events.ts';
import type { Interview } from '../../machines/interview.ts';
import type { FoundOrder, UnderWay } from '../../machines/record/record.ts';
import { step } from '../../machines/returns.ts';
import type { StepInput } from '../../machines/step-context.ts';
import { takenBy } from '../../machines/versions.ts';
import { factsFromOrder } from '../../orders/facts-from-order.ts';
import type { GuardedOrders } from '../../orders/guarded-orders.ts';
import type { Order } from '../../orders/order.ts';
import type { WarrantyBook } from '../../orders/warranty-book.ts';
import type { Policy } from '../../policy/format/load.ts';
import { policyIn } from '../../policy/in-language.ts';
import type { Store } from '../../store/store.ts';
import type { Policies } from './policies.ts';

/** The look-ups of orders and warranties that a turn makes. */
export interface LookUps {
  orders: GuardedOrders;
  warranties: WarrantyBook;
  /** The look-ups that are available for a policy. */
  available(policyId: string): Interview['lookUps'];
}

/** Options of the look-ups of a step; `onWait` is called when one begins. */
export interface LookUpDeps {
  lookUps: LookUps;
  policies: Policies;
  store: Pick<Store, 'openReturn' | 'openCase'>;
  conversationId: string;
  onWait(): void;
}

/** The result of a step, and the interview that its look-ups leave: an order is judged by the terms of its day. */
export type LookUpStep = ReturnType<typeof step> & { interview: Interview };

type Wanted = Extract<Act, { type: 'lookUpOrder' | 'lookUpWarranty' }>;
type Found = { event: CustomerEvent; policy: Policy; terms: Act[] };

/** One step, and the steps on what it wants looked up: looking up is a read, so all of it is one turn. */
export async function stepWithLookUps(input: StepInput, event: CustomerEvent, deps: LookUpDeps): Promise<LookUpStep> {
  let { conversation, acts } = step(input, event);
  let { interview } = input;
  for (let wanted = acts.find(isLookUp); wanted; wanted = acts.find(isLookUp)) {
    deps.onWait();
    const found = await lookUp(wanted, interview.policy, deps);
    if (found.policy !== interview.policy) {
      interview = { ...interview, policy: policyIn(found.policy, interview.language) };
      conversation = takenBy(interview, conversation);
    }
    const next = step({ ...input, interview, conversation }, found.event);
    conversation = next.conversation;
    const [shown = [], rest = next.acts] = found.terms.length ? [next.acts.slice(0, 1), next.acts.slice(1)] : [];
    acts = [...acts.filter((act) => !isLookUp(act)), ...shown, ...found.terms, ...rest];
  }
  return { conversation, acts, interview };
}

function isLookUp(act: Act): act is Wanted {
  return act.type === 'lookUpOrder' || act.type === 'lookUpWarranty';
}

async function lookUp(wanted: Wanted, policy: Policy, deps: LookUpDeps): Promise<Found> {
  if (wanted.type === 'lookUpOrder') return lookUpOrder(wanted, policy, deps);
  const { serialNumber } = wanted;
  const answer = await deps.lookUps.warranties.find({ policyId: policy.file.id, serialNumber });
  const event: CustomerEvent =
    answer.kind === 'found'
      ? { type: 'warrantyFound', warrantyUntil: answer.warrantyUntil }
      : { type: answer.kind === 'not-found' ? 'warrantyNotFound' : 'warrantyUnavailable' };
  return { event, policy, terms: [] };
}

async function lookUpOrder(
  { number, email }: Extract<Wanted, { type: 'lookUpOrder' }>,
  policy: Policy,
  deps: LookUpDeps,
): Promise<Found> {
  const { lookUps, policies, conversationId } = deps;
  const answer = await lookUps.orders.find({ policyId: policy.file.id, number, email, conversationId });
  if (answer.kind !== 'found') {
    return { event: { type: answer.kind === 'not-found' ? 'orderNotFound' : 'orderUnavailable' }, policy, terms: [] };
  }
  const { purchasedOn } = answer.order;
  const inForce = policies.inForceOn(policy, purchasedOn);
  const terms: Act[] = inForce === policy ? [] : [{ type: 'termsOfDay', purchasedOn }];
  const order = await foundOrder(inForce, answer.order, deps);
  return { event: { type: 'orderFound', order }, policy: inForce, terms };
}

async function foundOrder(policy: Policy, order: Order, deps: LookUpDeps): Promise<FoundOrder> {
  const items = order.items.map(async (item) => {
    const underWay = await underWayFor(itemKeyOf(policy.file.id, { orderNumber: order.number, item }) ?? '', deps);
    return {
      id: item.id,
      name: item.name,
      ...(item.serialNumber !== undefined && { serialNumber: item.serialNumber }),
      ...(underWay && { underWay }),
      facts: factsFromOrder(policy, order, item),
    };
  });
  return { number: order.number, items: await Promise.all(items) };
}

/** The return that is registered for an item, else the case that is open for it in another conversation. */
async function underWayFor(itemKey: string, { store, conversationId }: LookUpDeps): Promise<UnderWay | undefined> {
  const registered = await store.openReturn(itemKey);
  if (registered) return { kind: 'return', reference: registered.rma, at: registered.at };
  const filed = await store.openCase(itemKey);
  if (!filed || filed.conversationId === conversationId) return undefined;
  const { reference, at, state } = filed;
  return { kind: 'case', reference, at, isClaimed: state === 'claimed' };
}
