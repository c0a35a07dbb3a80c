import { itemKeyOf } from '../../forms/item-key.ts';
import type { Act } from '../../machines/acts.ts';
import type { CustomerEvent } from '../../machines/events.ts';
import type { Interview } from '../../machines/interview.ts';
import type { FoundOrder, UnderWay } from '../../machines/record/record.ts';
import { step } from '../../machines/returns.ts';
import type { StepInput } from '../../machines/step-context.ts';
import { takenBy } from '../../machines/versions.ts';
import { factsFromOrder } from '../../orders/facts-from-order.ts';
import { withoutFutureDays } from '../../orders/future-days.ts';
import type { GuardedOrders } from '../../orders/guarded-orders.ts';
import type { Order } from '../../orders/order.ts';
import { settledState } from '../../orders/own-parcel.ts';
import type { WarrantyBook } from '../../orders/warranty-book.ts';
import { type Clock, dayOf, type IsoDate, isInstant } from '../../policy/calendar.ts';
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
  /** Called with the name of a field of an order that cannot be used. */
  onDoubtfulField(name: string): void;
}

/** Options of the look-ups of a step; `onWait` is called when one begins. */
export interface LookUpDeps {
  lookUps: LookUps;
  policies: Policies;
  store: Pick<Store, 'openReturn' | 'openCase'>;
  conversationId: string;
  /** Where the message came from, against guesses; see `InboundMessage`. */
  origin?: string | undefined;
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
    const found = await lookUp(wanted, interview, deps);
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

async function lookUp(wanted: Wanted, interview: Interview, deps: LookUpDeps): Promise<Found> {
  if (wanted.type === 'lookUpOrder') return lookUpOrder(wanted, interview, deps);
  const { policy } = interview;
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
  interview: Interview,
  deps: LookUpDeps,
): Promise<Found> {
  const { lookUps, policies, conversationId, origin } = deps;
  const { policy } = interview;
  const answer = await lookUps.orders.find({ policyId: policy.file.id, number, email, conversationId, origin });
  if (answer.kind !== 'found') {
    return { event: { type: answer.kind === 'not-found' ? 'orderNotFound' : 'orderUnavailable' }, policy, terms: [] };
  }
  const { order: told, doubtful } = withoutFutureDays(answer.order, clockOf(interview, policy));
  const day = told.purchasedOn && dayAt(told.purchasedOn, policy);
  const inForce = day === undefined ? policy : policies.inForceOn(policy, day);
  const terms: Act[] = inForce === policy || day === undefined ? [] : [{ type: 'termsOfDay', purchasedOn: day }];
  const { order, doubtful: ofFacts } = await foundOrder({ ...interview, policy: inForce }, told, deps);
  for (const field of new Set([...doubtful, ...ofFacts])) lookUps.onDoubtfulField(field);
  return { event: { type: 'orderFound', order }, policy: inForce, terms };
}

function clockOf({ today, now }: Interview, { file: { timeZone, holidays } }: Policy): Clock {
  return { today, now, timeZone, holidays };
}

function dayAt(told: string, { file }: Policy): IsoDate {
  return isInstant(told) ? dayOf(told, file.timeZone) : told;
}

/** The order as the conversation keeps it, and the fields that the policy cannot take. */
async function foundOrder(
  interview: Interview,
  order: Order,
  deps: LookUpDeps,
): Promise<{ order: FoundOrder; doubtful: string[] }> {
  const { policy } = interview;
  const doubtful: string[] = [];
  const items = order.items.map(async (item) => {
    const state = settledState(item);
    const itemKey = itemKeyOf(policy.file.id, { orderNumber: order.number, item }) ?? '';
    const underWay = state ? ({ kind: 'settled', state } as const) : await underWayFor(itemKey, deps);
    const told = factsFromOrder(policy, order, item, clockOf(interview, policy));
    doubtful.push(...told.doubtful);
    return {
      id: item.id,
      name: item.name,
      ...(item.serialNumber !== undefined && { serialNumber: item.serialNumber }),
      ...(item.quantity !== undefined && item.quantity > 1 && { quantity: item.quantity }),
      ...(underWay && { underWay }),
      facts: told.facts,
    };
  });
  return { order: { number: order.number, items: await Promise.all(items) }, doubtful };
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
