import { z } from 'zod';
import { isIsoDate } from '../policy/calendar.ts';
import { moneySchema } from '../policy/money/money.ts';

const day = z.string().refine(isIsoDate, 'a date YYYY-MM-DD');
/** A value of a policy's choice; `factsFromOrder` leaves out one that the policy does not know. */
const choice = z.string().min(1).max(64);
const name = z.string().trim().min(1).max(200);
const number = z.string().trim().min(1).max(64);

/** The longest e-mail address that can be delivered to (RFC 5321). */
export const maxEmailLength = 254;
/** The longest order number or serial number. */
export const maxNumberLength = 64;

const price = z.object({
  amount: moneySchema.shape.amount,
  /** A code that no policy knows does not spoil the order: it is not used. */
  currency: z.string().regex(/^[A-Z]{3}$/),
});

const itemSchema = z.object({
  id: z.string().min(1).max(64),
  name,
  goods: choice.optional(),
  price,
  discounted: z.boolean().optional(),
  serialNumber: number.optional(),
  /** The manufacturer's warranty in months; 0 = none. */
  warrantyMonths: z.number().int().min(0).max(600).optional(),
  activation: choice.optional(),
});
/** One thing that was ordered. */
export type Item = z.infer<typeof itemSchema>;

/** An order as `GET {ORDERS_URL}/orders/{number}?email=…` tells it; keys that are not named here are ignored. */
export const orderSchema = z.object({
  number,
  email: z.string().trim().min(1).max(maxEmailLength),
  purchasedOn: day,
  shippedOn: day.optional(),
  receivedOn: day.optional(),
  delivery: choice.optional(),
  /** The customer's standing with the shop. */
  tier: choice.optional(),
  items: z
    .array(itemSchema)
    .min(1)
    .max(50)
    .refine((items) => new Set(items.map(({ id }) => id)).size === items.length, 'items with different ids'),
});
export type Order = z.infer<typeof orderSchema>;

/** A warranty as `GET {WARRANTY_URL}/warranties/{serialNumber}` tells it; keys that are not named here are ignored. */
export const warrantySchema = z.object({ serialNumber: number, warrantyUntil: day });
export type Warranty = z.infer<typeof warrantySchema>;
