import type { IsoDate } from '../../policy/calendar.ts';
import { maxEmailLength, maxNumberLength, type Order, orderSchema } from '../order.ts';
import type { OrderBook, OrderQuery } from '../order-book.ts';
import { canonicalNumber, isSameEmail, spellingsOf } from '../spelling.ts';
import { inAllMs, type Lookup, type LookupFailure, type LookupSystem, lookUp, pathSegment } from './look-up.ts';

export interface HttpOrderBookOptions extends LookupSystem {
  /** The day at the shop with this policy. */
  today(policyId: string): IsoDate;
}

/** The orders of the shop's own system, `GET {url}/orders/{number}?email=…`. */
export function createHttpOrderBook(options: HttpOrderBookOptions): OrderBook {
  return {
    async find(query) {
      const answer = await findSpelt(options, query);
      if (answer.kind !== 'found') return answer;
      // A shop that does not compare the e-mail itself must not make a wrong one look different from a wrong number.
      return isSameEmail(answer.value.email, query.email)
        ? { kind: 'found', order: answer.value }
        : { kind: 'not-found' };
    },
  };
}

/** Asks for a number in each of its spellings until one is known, all in the time of one look-up. */
async function findSpelt(options: HttpOrderBookOptions, query: OrderQuery): Promise<Lookup<Order>> {
  const today = options.today(query.policyId);
  const start = performance.now();
  const { timeOutMs = inAllMs } = options;
  for (const number of spellingsOf(query.number)) {
    const path = pathOf({ ...query, number });
    if (path === undefined) break;
    const left = timeOutMs - (performance.now() - start);
    const answer = await lookUp({ ...options, timeOutMs: left }, path, {
      schema: orderSchema,
      mistakeIn: (order) => mistakeIn(order, query, today),
    });
    if (answer.kind !== 'not-found') return answer;
  }
  return { kind: 'not-found' };
}

/** The path that asks for an order; undefined if no order can have this number or e-mail. */
function pathOf({ number, email }: OrderQuery): string | undefined {
  const address = email.trim();
  const segment = pathSegment(number);
  if (segment === undefined || number.trim().length > maxNumberLength) return undefined;
  if (address === '' || address.length > maxEmailLength || !address.isWellFormed()) return undefined;
  return `/orders/${segment}?email=${encodeURIComponent(address)}`;
}

function mistakeIn(order: Order, asked: OrderQuery, today: IsoDate): LookupFailure | undefined {
  if (canonicalNumber(order.number) !== canonicalNumber(asked.number)) return 'other-record';
  const isFuture = order.purchasedOn > today || (order.receivedOn ?? today) > today;
  return isFuture ? 'future-date' : undefined;
}
