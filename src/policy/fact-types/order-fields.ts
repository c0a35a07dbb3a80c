import { z } from 'zod';
import type { PathProblem } from '../format/policy-file-error.ts';

/** A field of an order, or of the one of its items that the case is about, as `fromOrder` names it. */
export const orderFieldSchema = z.enum([
  'order.purchasedOn',
  'order.shippedOn',
  'order.receivedOn',
  'order.delivery',
  'order.tier',
  'item.goods',
  'item.activation',
  'item.discounted',
  'item.warrantyMonths',
  'item.price',
]);
export type OrderField = z.infer<typeof orderFieldSchema>;

/** The types of facts that can take each field. */
const typesByField: Record<OrderField, readonly string[]> = {
  'order.purchasedOn': ['date', 'instant'],
  'order.shippedOn': ['date', 'instant'],
  'order.receivedOn': ['date', 'instant'],
  'order.delivery': ['choice'],
  'order.tier': ['choice'],
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
  asked?: false | undefined;
}

/** The mistakes in the field that a fact takes from an order. */
export function orderFieldProblems({ type, fromOrder }: OrderedFact, path: PropertyKey[]): PathProblem[] {
  if (fromOrder === undefined || takes(type, fromOrder)) return [];
  const fitting = orderFieldSchema.options.filter((field) => takes(type, field));
  const among = fitting.length > 0 ? `; expected one of ${fitting.join(', ')}` : '';
  return [{ path: [...path, 'fromOrder'], message: `a fact of type ${type} cannot take ${fromOrder}${among}` }];
}

function takes(type: string, field: OrderField): boolean {
  return typesByField[field].includes(type);
}

/** The facts that a customer is asked for unless an order tells them. */
export function askedUnlessOrdered({ facts }: { facts: Record<string, OrderedFact> }): string[] {
  return Object.entries(facts).flatMap(([id, { fromOrder, question, asked }]) =>
    fromOrder !== undefined && question !== undefined && asked !== false ? [id] : [],
  );
}
