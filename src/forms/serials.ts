import type { Conversation } from '../machines/record/record.ts';
import { canonicalNumber } from '../orders/spelling.ts';
import type { ReturnClaim } from './links.ts';

/** The item that a serial number does not belong to, as the order of the conversation tells. */
export interface SerialConflict {
  item: string;
  orderNumber: string;
}

/**
 * The conflict of a serial number with the order that a link is about: the item has another one, or another item of the
 * order has this one. `undefined` where the order does not tell.
 */
export function serialConflict(
  { order }: Conversation,
  { orderNumber, item }: ReturnClaim,
  serialNumber: string,
): SerialConflict | undefined {
  if (!order || !item || order.number !== orderNumber) return undefined;
  const isGiven = (known: string): boolean => lettersAndDigits(known) === lettersAndDigits(serialNumber);
  const own = order.items.find(({ id }) => id === item.id)?.serialNumber;
  const isOfOther = order.items.some(
    (other) => other.id !== item.id && other.serialNumber !== undefined && isGiven(other.serialNumber),
  );
  const isOwn = own === undefined ? !isOfOther : isGiven(own);
  return isOwn ? undefined : { item: item.name, orderNumber };
}

/** A number is copied from a type plate: what stands between its groups is told from nothing. */
function lettersAndDigits(number: string): string {
  return canonicalNumber(number).replaceAll('-', '');
}
