import { z } from 'zod';
import type { PathProblem } from '../format/policy-file-error.ts';

/** The path to a field of an order, or of the one of its lines that the case is about: `item.goods`, `order.ship.to`. */
export const orderFieldSchema = z
  .string()
  .regex(/^(?:order|item)(?:\.[A-Za-z_][\w-]*)+$/, 'a field of the order such as order.tier or item.goods');
export type OrderField = z.infer<typeof orderFieldSchema>;

/** The fields that every order has in one form, with the types of facts that can take each; others go to any fact. */
const typesByField: Record<string, readonly string[]> = {
  'order.purchasedOn': ['date', 'instant'],
  'order.shippedOn': ['date', 'instant'],
  'order.receivedOn': ['date', 'instant'],
  'order.delivery': ['choice'],
  'order.tier': ['choice'],
  'item.shippedOn': ['date', 'instant'],
  'item.receivedOn': ['date', 'instant'],
  'item.delivery': ['choice'],
  'item.goods': ['choice'],
  'item.activation': ['choice'],
  'item.discounted': ['yes-no'],
  'item.warrantyMonths': ['months'],
  'item.price': ['money', 'amount'],
};

/** A fact, as far as orders are concerned. */
interface OrderedFact {
  type: string;
  fromOrder?: OrderField | undefined;
  question?: string;
}

/** The mistakes in the field that a fact takes from an order. */
export function orderFieldProblems({ type, fromOrder }: OrderedFact, path: PropertyKey[]): PathProblem[] {
  if (fromOrder === undefined) return [];
  const meant = Object.keys(typesByField).find((field) => isMisspelt(fromOrder, field));
  if (meant !== undefined)
    return [{ path: [...path, 'fromOrder'], message: `no order has ${fromOrder}; expected ${meant}, or another name` }];
  if (takes(type, fromOrder)) return [];
  const fitting = Object.keys(typesByField).filter((field) => takes(type, field));
  const among = fitting.length > 0 ? `; expected one of ${fitting.join(', ')}, or a field of your own` : '';
  return [{ path: [...path, 'fromOrder'], message: `a fact of type ${type} cannot take ${fromOrder}${among}` }];
}

function takes(type: string, field: OrderField): boolean {
  return !Object.hasOwn(typesByField, field) || typesByField[field]?.includes(type) === true;
}

/** The facts that a customer is asked for unless an order tells them. */
export function askedUnlessOrdered({ facts }: { facts: Record<string, OrderedFact> }): string[] {
  return Object.entries(facts).flatMap(([id, { fromOrder, question }]) =>
    fromOrder !== undefined && question !== undefined ? [id] : [],
  );
}

/** True if a field is written with one letter too many, too few or wrong, or with two swapped. */
function isMisspelt(written: string, field: string): boolean {
  const [a, b] = [written.toLowerCase(), field.toLowerCase()];
  if (written === field || Math.abs(a.length - b.length) > 1) return false;
  if (a === b) return true;
  let start = 0;
  while (a[start] === b[start]) start += 1;
  const [x, y] = [a.slice(start), b.slice(start)];
  const isSwapped = x.length === y.length && x[0] === y[1] && x[1] === y[0] && x.slice(2) === y.slice(2);
  return isSwapped || x.slice(1) === y.slice(1) || x.slice(1) === y || x === y.slice(1);
}
