import type { IsoDate } from '../../policy/calendar.ts';
import type { Order } from '../order.ts';
import type { OrderBook } from '../order-book.ts';
import { canonicalNumber, isSameEmail } from '../spelling.ts';
import { type DemoDates, demoDates } from './dates.ts';
import { equipmentShopOrders } from './equipment-shop.ts';
import { fourteenDayShopOrders } from './fourteen-day-shop.ts';
import { severalLinesOrders } from './several-lines.ts';

const ordersOf = new Map([
  [
    'equipment-shop',
    (dates: DemoDates) => [...equipmentShopOrders(dates), ...severalLinesOrders(dates)['equipment-shop']],
  ],
  [
    'fourteen-day-shop',
    (dates: DemoDates) => [...fourteenDayShopOrders(dates), ...severalLinesOrders(dates)['fourteen-day-shop']],
  ],
]);

/** The orders that anybody can try with a policy, as they are on this day; none for a shop's own policy. */
export function demoOrders(policyId: string, today: IsoDate): Order[] {
  return ordersOf.get(policyId)?.(demoDates(today)) ?? [];
}

/** The orders of the embedded demonstration shop. */
export function createDemoOrderBook({ today }: { today(policyId: string): IsoDate }): OrderBook {
  return {
    async find({ policyId, number, email }) {
      const order = demoOrders(policyId, today(policyId)).find(
        (one) => canonicalNumber(one.number) === canonicalNumber(number) && isSameEmail(one.email, email),
      );
      return order ? { kind: 'found', order } : { kind: 'not-found' };
    },
  };
}
