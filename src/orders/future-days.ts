import { type Clock, dayOf, isInstant } from '../policy/calendar.ts';
import type { Order } from './order.ts';

const days = ['purchasedOn', 'shippedOn', 'receivedOn'] as const;

/** An order without the days that lie in the future at the shop, which nobody can have seen; and their names. */
export function withoutFutureDays(order: Order, clock: Clock): { order: Order; doubtful: string[] } {
  const doubtful: string[] = [];
  const sound = <T extends Partial<Record<(typeof days)[number], string | undefined>>>(told: T, of: string): T => {
    const future = days.filter((day) => isFuture(told[day], clock));
    doubtful.push(...future.map((day) => `${of}${day}`));
    return { ...told, ...Object.fromEntries(future.map((day) => [day, undefined])) };
  };
  const items = order.items.map((item) => sound(item, 'items.'));
  const parcels = order.parcels?.map((parcel) => sound(parcel, 'parcels.'));
  return { order: { ...sound(order, ''), items, ...(parcels && { parcels }) }, doubtful };
}

function isFuture(told: string | undefined, { today, now, timeZone }: Clock): boolean {
  if (told === undefined) return false;
  if (!isInstant(told)) return told > today;
  return now === undefined ? dayOf(told, timeZone) > today : Date.parse(told) > Date.parse(now);
}
