import { askedUnlessOrdered } from '../policy/fact-types/order-fields.ts';
import { monthsFactOf } from '../policy/format/period-schema.ts';
import type { Interview, InterviewStatus } from './interview.ts';
import type { Answer, Conversation, DetailId, FoundOrder } from './record/record.ts';

/** An order is asked for if it can spare as many questions as it costs. */
const worthAsking = 2;
/** After so many pairs of number and e-mail without an order the conversation goes on without one. */
const maxWrongPairs = 3;

type Open = Extract<InterviewStatus, { kind: 'open' }>;

/** The detail to ask before the next fact, if one can spare questions. */
export function nextDetail(interview: Interview, conversation: Conversation, next: Open): DetailId | undefined {
  const { details, order, changing } = conversation;
  if (changing !== undefined) return undefined;
  if (canAskOrder(interview, conversation) && isWorthAsking(interview, next) && tells(interview, next.ask))
    return 'orderNumber';
  if (canFindOrder(interview, conversation) && details.email === undefined) return 'email';
  if (order && order.items.length > 1 && details.item === undefined) return 'item';
  return canAskSerial(interview, conversation) && periodAsked(interview, next.ask) ? 'serialNumber' : undefined;
}

/** The largest number of details that can still be asked. */
export function detailsAtMost(interview: Interview, conversation: Conversation, next: Open): number {
  const { details, order, changing } = conversation;
  const couldFindOrder =
    canAskOrder(interview, conversation) && (changing !== undefined || isWorthAsking(interview, next));
  const item = order && order.items.length > 1 && details.item === undefined ? 1 : 0;
  const isEmailOpen = canFindOrder(interview, conversation) && details.email === undefined;
  const pieces = piecesAtMost(conversation);
  const ofOrder = couldFindOrder ? 4 : isEmailOpen ? 3 : item + pieces;
  const period = changing !== undefined || next.missing.some((fact) => periodAsked(interview, fact));
  const serial = period && canAskSerial(interview, conversation, couldFindOrder || isEmailOpen) ? 1 : 0;
  return ofOrder + serial;
}

/** One where the order has several of a line, and nobody has said how many of them it is about. */
export function piecesAtMost({ order, details }: Conversation): number {
  if (!order || details.pieces !== undefined) return 0;
  const chosen = chosenItem(order, details.item);
  return (chosen ? [chosen] : order.items).some(({ quantity }) => quantity !== undefined) ? 1 : 0;
}

/** The item an order is about: its only one, or the one that the customer named. */
export function chosenItem(
  order: FoundOrder,
  item: string | null | undefined,
): FoundOrder['items'][number] | undefined {
  return order.items.length === 1 ? order.items[0] : order.items.find(({ id }) => id === item);
}

/** The answers an order gives: of the chosen item, else what all its items agree on. */
export function answersFromOrder(order: FoundOrder, item: string | null | undefined): Answer[] {
  const chosen = chosenItem(order, item);
  const [first] = order.items;
  const facts = Object.entries(chosen?.facts ?? first?.facts ?? {}).filter(
    ([fact, value]) => chosen || order.items.every((one) => JSON.stringify(one.facts[fact]) === JSON.stringify(value)),
  );
  return facts.map(([fact, value]) => ({ fact, value, source: 'order' }));
}

/** The serial number that the order gives for the item it is about. */
export function serialInOrder({ order, details }: Conversation): string | undefined {
  return order && chosenItem(order, details.item)?.serialNumber;
}

/** True if the warranty can be looked up, and could still change the answer. */
export function couldLookUpWarranty(interview: Interview, next: InterviewStatus): boolean {
  if (interview.lookUps.warranties === 'never') return false;
  return next.kind === 'open' && next.missing.some((fact) => periodAsked(interview, fact));
}

/** True if a serial number can be looked up now: with some warranties only beside the order that it belongs to. */
export function canLookUpSerial({ lookUps }: Interview, { order }: Conversation): boolean {
  return lookUps.warranties === 'always' || (lookUps.warranties === 'with-order' && order !== undefined);
}

/** True if one more pair without an order is one too many. */
export function isOrderHopeless(conversation: Conversation): boolean {
  return conversation.wrongPairs + 1 >= maxWrongPairs;
}

function canAskOrder({ lookUps }: Interview, { details, order }: Conversation): boolean {
  return lookUps.orders && !order && details.orderNumber === undefined;
}

/** True if the number of an order is known that can still be looked up. */
function canFindOrder({ lookUps }: Interview, { details, order }: Conversation): boolean {
  return lookUps.orders && !order && typeof details.orderNumber === 'string';
}

/** True if two spellings are of the same number: letters and digits count. */
export function isSameNumber(one: string, other: string): boolean {
  const [first, second] = [one, other].map((number) => number.toUpperCase().replace(/[^\p{L}\p{N}]/gu, ''));
  return first === second;
}

function isWorthAsking(interview: Interview, { missing }: Open): boolean {
  return missing.filter((fact) => tells(interview, fact)).length >= worthAsking;
}

/** True if an order of the shop can tell the fact. */
function tells({ policy }: Interview, fact: string): boolean {
  return askedUnlessOrdered(policy.file).includes(fact);
}

function canAskSerial({ lookUps }: Interview, { details, order }: Conversation, orderToCome = false): boolean {
  if (lookUps.warranties === 'never' || details.serialNumber !== undefined) return false;
  return lookUps.warranties === 'always' || order !== undefined || orderToCome;
}

/** True if the fact is one of the two forms of a period that also has a last day to look up. */
function periodAsked({ policy }: Interview, fact: string): boolean {
  return Object.values(policy.file.derived).some(
    (derived) => derived.until !== undefined && [derived.until, monthsFactOf(derived)].includes(fact),
  );
}
