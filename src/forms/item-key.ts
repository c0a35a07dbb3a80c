/** An item of an order at a shop. */
export interface OrderedItem {
  orderNumber?: string | undefined;
  item?: { id: string } | undefined;
}

/** The same for every mention of one item of one order at one shop; `undefined` where the item is not known. */
export function itemKeyOf(policyId: string, { orderNumber, item }: OrderedItem): string | undefined {
  return orderNumber === undefined || item === undefined ? undefined : JSON.stringify([policyId, orderNumber, item.id]);
}
