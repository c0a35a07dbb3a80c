import type { Logger } from 'pino';
import type { Config } from './config.ts';
import type { LookUps } from './dialogs/turns/look-ups.ts';
import { createDemoOrderBook, demoOrders } from './orders/demo/orders.ts';
import { createDemoWarrantyBook } from './orders/demo/warranties.ts';
import { guardOrders } from './orders/guarded-orders.ts';
import { createGuessLimit } from './orders/guess-limit.ts';
import { createHttpOrderBook } from './orders/http/orders.ts';
import { createHttpWarrantyBook } from './orders/http/warranties.ts';
import { createSameTime } from './orders/same-time.ts';
import type { IsoDate } from './policy/calendar.ts';
import type { Uses } from './uses.ts';

/** The shop's order and warranty systems, or the demonstration shop's where none is configured. */
export function createLookUps(deps: {
  config: Pick<Config, 'ordersUrl' | 'warrantyUrl'>;
  log: Logger;
  now(): Date;
  /** Counts guesses at orders. */
  uses: Uses;
  /** Today in the time zone of a policy. */
  today(policyId: string): IsoDate;
}): LookUps {
  const { config, log, now, uses, today } = deps;
  const { ordersUrl, warrantyUrl } = config;
  const failed = (system: string) => (code: string, field?: string) =>
    log.warn({ system, code, ...(field && { field }) }, 'look-up failed');
  const onDoubtfulField = (field: string): void => log.warn({ system: 'orders', field }, 'field not used');
  const orders = ordersUrl
    ? createHttpOrderBook({ url: ordersUrl, onFailure: failed('orders'), onDoubtfulField })
    : createDemoOrderBook({ today });
  const warranties = warrantyUrl
    ? createHttpWarrantyBook({ url: warrantyUrl, onFailure: failed('warranties') })
    : createDemoWarrantyBook({ today });
  // Which policies have demonstration orders does not depend on the day.
  const known = new Map<string, boolean>();
  const hasDemoOrders = (policyId: string): boolean => {
    const isDemo = known.get(policyId) ?? demoOrders(policyId, today(policyId)).length > 0;
    known.set(policyId, isDemo);
    return isDemo;
  };
  return {
    orders: guardOrders({ book: orders, guesses: createGuessLimit({ uses, now }), sameTime: createSameTime() }),
    warranties,
    onDoubtfulField,
    available(policyId) {
      const isDemo = hasDemoOrders(policyId);
      return {
        orders: ordersUrl !== undefined || isDemo,
        warranties: warrantyUrl ? 'always' : isDemo && !ordersUrl ? 'with-order' : 'never',
      };
    },
  };
}
