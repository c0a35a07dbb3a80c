import { asJson, type JsonObject } from '../json.ts';
import type { Clock } from '../policy/calendar.ts';
import type { Policy } from '../policy/engine/diagram/compile.ts';
import { type Fact, lateFor, parseKnown } from '../policy/fact-types/fact-types.ts';
import { inFormOf } from '../policy/fact-types/order-values.ts';
import type { Item, Order } from './order.ts';
import { deliveryOf } from './own-parcel.ts';

/** What an order tells of one line: facts by id, and the fields that say something no fact of theirs can take. */
export interface ToldByOrder {
  facts: JsonObject;
  doubtful: string[];
}

/** The order's values for one line in the policy's facts; only what it states and the policy can take. */
export function factsFromOrder({ file }: Policy, order: Order, item: Item, at: Clock): ToldByOrder {
  const delivery = deliveryOf(order, item);
  // Of its own parcel, whichever way a policy names it.
  const sources = { order: { ...order, ...delivery }, item: { ...item, ...delivery } };
  const facts: JsonObject = {};
  const doubtful = new Set<string>();
  for (const [id, fact] of Object.entries(file.facts)) {
    if (fact.fromOrder === undefined) continue;
    const told = fieldAt(sources, fact.fromOrder);
    if (told === undefined || told === null) continue;
    const value = inFormOf(fact, told, file.timeZone);
    if (isValue(fact, value, at)) facts[id] = asJson(value);
    else doubtful.add(fact.fromOrder);
  }
  return { facts, doubtful: [...doubtful] };
}

function fieldAt(sources: object, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((at, key) => (isObject(at) && Object.hasOwn(at, key) ? at[key] : undefined), sources);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isValue(fact: Fact, value: unknown, at: Clock): boolean {
  const known = parseKnown(fact, value);
  return known !== undefined && lateFor(known, at) === undefined;
}
