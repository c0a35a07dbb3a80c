import { maxEmailLength, maxNumberLength, type Order } from '../order.ts';
import type { OrderBook, OrderQuery } from '../order-book.ts';
import { type ReadOrder, readOrderSchema } from '../read-order.ts';
import { canonicalNumber, isSameEmail, spellingsOf } from '../spelling.ts';
import { inAllMs, type Lookup, type LookupFailure, type LookupSystem, lookUp, pathSegment } from './look-up.ts';

export interface HttpOrderBookOptions extends LookupSystem {
  /** Called with the name of a field that is not used, as it says nothing that an order can say there. */
  onDoubtfulField(name: string): void;
}

/** The orders of the shop's own system, `GET {url}/orders/{number}?email=…`. */
export function createHttpOrderBook(options: HttpOrderBookOptions): OrderBook {
  return {
    async find(query) {
      const answer = await findSpelt(options, query);
      if (answer.kind !== 'found') return answer;
      // A shop that does not compare the e-mail itself must not make a wrong one look different from a wrong number.
      const { order, doubtful } = answer.value;
      if (!isSameEmail(order.email, query.email)) return { kind: 'not-found' };
      for (const field of doubtful) options.onDoubtfulField(field);
      return { kind: 'found', order };
    },
  };
}

/** Asks for a number in each of its spellings until one is known, all in the time of one look-up. */
async function findSpelt(options: HttpOrderBookOptions, query: OrderQuery): Promise<Lookup<ReadOrder>> {
  const start = performance.now();
  const { timeOutMs = inAllMs } = options;
  for (const number of spellingsOf(query.number)) {
    const path = pathOf({ ...query, number });
    if (path === undefined) break;
    const left = timeOutMs - (performance.now() - start);
    const answer = await lookUp({ ...options, timeOutMs: left }, path, {
      schema: readOrderSchema,
      mistakeIn: ({ order }) => mistakeIn(order, query),
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

function mistakeIn(order: Order, asked: OrderQuery): LookupFailure | undefined {
  return canonicalNumber(order.number) === canonicalNumber(asked.number) ? undefined : 'other-record';
}
