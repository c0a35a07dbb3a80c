import { z } from 'zod';
import { readLeniently } from '../lenient.ts';
import { type Order, orderSchema } from './order.ts';

/** An order, and the names of fields that it states in no form that can be used; those it does not have. */
export interface ReadOrder {
  order: Order;
  doubtful: string[];
}

const listsSchema = z.looseObject({
  items: z.array(z.unknown()).catch([]),
  parcels: z.array(z.unknown()).catch([]),
});

/**
 * An order as a shop's system tells it. A field in doubt costs that field only, a line without its id or name that line
 * only, and null counts as absent; without its number, e-mail and lines it is no order. Nor is it where one line alone
 * is left of several, for the customer may mean another, or where a parcel is lost: its day would be that of another.
 */
export const readOrderSchema = z.unknown().transform((json, context): ReadOrder => {
  const reading = readLeniently(orderSchema, json);
  const lost = reading.kind === 'read' ? lostIn(reading.value, json) : undefined;
  if (reading.kind === 'read' && lost === undefined) return { order: reading.value, doubtful: reading.odd };
  const [at, message] = reading.kind === 'wrong' ? [reading.at, reading.why] : [lost ?? '', 'incomplete'];
  context.addIssue({ code: 'custom', path: at.split('.'), message });
  return z.NEVER;
});

/** The list that has lost so much that the rest would be taken for another thing. */
function lostIn({ items, parcels = [] }: Order, json: unknown): 'items' | 'parcels' | undefined {
  const told = listsSchema.safeParse(json).data;
  if (items.length === 1 && (told?.items.length ?? 0) > 1) return 'items';
  return parcels.length < (told?.parcels.length ?? 0) ? 'parcels' : undefined;
}
