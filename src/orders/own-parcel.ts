import type { Item, Order } from './order.ts';

/** How far a line of an order has come, as far as it is told of that line. */
export interface Delivery {
  delivery?: string | undefined;
  shippedOn?: string | undefined;
  receivedOn?: string | undefined;
}

const fields = ['delivery', 'shippedOn', 'receivedOn'] as const;

/** The states after which nothing of a line is left to send back or to cancel. */
export const settledStates = ['returned', 'refunded', 'cancelled'] as const;
export type SettledState = (typeof settledStates)[number];

/** The state in which a line is settled already; `undefined` where it is not. */
export function settledState({ state }: Item): SettledState | undefined {
  return settledStates.find((one) => one === state);
}

/**
 * The delivery of one line: its own word, then its parcel's. What the order says as a whole counts where all of it came
 * as one parcel; of several, the day of one proves nothing for a line that is told nothing of.
 */
export function deliveryOf(order: Order, item: Item): Delivery {
  const own = ownWord(order, item);
  const shared = isOneParcel(order) ? wordFor(order, item) : {};
  const received = own.receivedOn !== undefined || item.state === 'delivered' ? 'received' : undefined;
  const shipped = item.state === 'shipped' ? 'shipped' : undefined;
  // A day of receipt means that it was received, unless something says otherwise.
  const ofOrder = shared.delivery ?? (shared.receivedOn === undefined ? undefined : 'received');
  // What is not told of the line has a name here as well: it takes the place of what the order says.
  const untold = { shippedOn: undefined, receivedOn: undefined };
  return { ...untold, ...shared, ...own, delivery: own.delivery ?? received ?? shipped ?? ofOrder };
}

/** What a line, or else the parcel that it came in, says of itself. */
function ownWord({ parcels = [] }: Order, item: Item): Delivery {
  const parcel = parcels.find((one) => one.id === item.parcel) ?? (parcels.length === 1 ? parcels[0] : undefined);
  return { ...wordOf(parcel), ...wordOf(item) };
}

function wordOf(told: Delivery = {}): Delivery {
  return Object.fromEntries(fields.flatMap((field) => (told[field] === undefined ? [] : [[field, told[field]]])));
}

/** The word of the order as a whole; a line that has only been shipped was not received with it. */
function wordFor(order: Order, { state }: Item): Delivery {
  return state === 'shipped' ? { shippedOn: order.shippedOn } : wordOf(order);
}

/** True if nothing tells the lines of an order apart, nor any of them from the order. */
function isOneParcel(order: Order): boolean {
  const { parcels = [], items } = order;
  if (parcels.length > 1) return false;
  const lines = items.filter(({ state }) => state !== 'cancelled');
  const words = lines.map((item) => ownWord(order, item));
  const states = lines.filter((item) => settledState(item) === undefined).map(({ state }) => state);
  const isOtherwise = (word: Delivery): boolean =>
    fields.some((field) => word[field] !== undefined && order[field] !== undefined && word[field] !== order[field]);
  return (
    areAlike(words.map((word) => fields.map((field) => word[field]))) && areAlike(states) && !words.some(isOtherwise)
  );
}

function areAlike(values: readonly unknown[]): boolean {
  return new Set(values.map((value) => JSON.stringify(value))).size <= 1;
}
