import type { Order } from './order.ts';

/** The number and e-mail that a customer gives; both must fit. */
export interface OrderQuery {
  policyId: string;
  number: string;
  email: string;
}

/** `not-found` does not tell an unknown number from a wrong e-mail; an outage has looked at neither. */
export type OrderAnswer =
  | { kind: 'found'; order: Order }
  | { kind: 'not-found' }
  | { kind: 'unavailable'; isOutage?: true };

/** Looks up a shop's orders; never throws, and answers within 4 s. */
export interface OrderBook {
  find(query: OrderQuery): Promise<OrderAnswer>;
}
