import { z } from 'zod';
import { textOrNumber } from '../lenient.ts';
import { isInstant, isIsoDate } from '../policy/calendar.ts';
import { moneySchema } from '../policy/money/money.ts';

/** A day, or an instant with its offset: `factsFromOrder` gives a fact of days its day at the shop. */
const moment = z.string().refine((text) => isIsoDate(text) || isInstant(text));
/** A value of a policy's choice; `factsFromOrder` leaves out one that the policy does not know. */
const choice = z.string().min(1).max(64);
const id = textOrNumber(z.string().min(1).max(64));
/** As much of a title as a button and a form can show. */
const maxNameLength = 200;
const name = textOrNumber(
  z
    .string()
    .trim()
    .min(1)
    .transform((text) => (text.length > maxNameLength ? `${text.slice(0, maxNameLength - 1).toWellFormed()}…` : text)),
);
const number = textOrNumber(z.string().trim().min(1).max(64));

/** The most lines, and parcels, that an order has. */
const maxLines = 300;

/** The longest e-mail address that can be delivered to (RFC 5321). */
export const maxEmailLength = 254;
/** The longest order number or serial number. */
export const maxNumberLength = 64;

const price = z.object({
  amount: moneySchema.shape.amount,
  /** A code that no policy knows does not spoil the order: it is not used. */
  currency: z
    .string()
    .toUpperCase()
    .regex(/^[A-Z]{3}$/),
});

/** How far a thing has come. */
const delivered = {
  shippedOn: moment.optional(),
  receivedOn: moment.optional(),
  delivery: choice.optional(),
};

/** The state of a line; after the last three there is nothing of it to send back. */
const lineStateSchema = z.enum(['shipped', 'delivered', 'returned', 'refunded', 'cancelled']);

const itemSchema = z.looseObject({
  id,
  name,
  ...delivered,
  /** The parcel that it came in, by the id of that. */
  parcel: id.optional(),
  state: lineStateSchema.optional(),
  /** The number of pieces, all alike. */
  quantity: z.number().int().min(1).max(9_999).optional(),
  goods: choice.optional(),
  /** Of one piece. */
  price: price.optional(),
  discounted: z.boolean().optional(),
  serialNumber: number.optional(),
  /** The manufacturer's warranty in months; 0 = none. */
  warrantyMonths: z.number().int().min(0).max(600).optional(),
  activation: choice.optional(),
});
/** One line of an order. */
export type Item = z.infer<typeof itemSchema>;

const parcelSchema = z.looseObject({ id, ...delivered });

/**
 * An order as `GET {ORDERS_URL}/orders/{number}?email=…` tells it. Keys that are not named here are kept, for a policy
 * that takes them with `fromOrder`.
 */
export const orderSchema = z.looseObject({
  number,
  email: z.string().trim().min(1).max(maxEmailLength),
  purchasedOn: moment.optional(),
  ...delivered,
  /** The customer's standing with the shop. */
  tier: choice.optional(),
  parcels: z.array(parcelSchema).max(maxLines).optional(),
  items: z
    .array(itemSchema)
    .min(1)
    .max(maxLines)
    .refine((items) => new Set(items.map((one) => one.id)).size === items.length, 'items with different ids'),
});
export type Order = z.infer<typeof orderSchema>;

/** A warranty as `GET {WARRANTY_URL}/warranties/{serialNumber}` tells it; keys that are not named here are ignored. */
export const warrantySchema = z.object({
  serialNumber: number,
  warrantyUntil: z.string().refine(isIsoDate),
});
export type Warranty = z.infer<typeof warrantySchema>;
