import { z } from 'zod';
import { type Order, orderSchema } from './order.ts';

/** An order, and the names of fields that it states in no form that can be used; those it does not have. */
export interface ReadOrder {
  order: Order;
  doubtful: string[];
}

const objectSchema = z.record(z.string(), z.unknown());
/** What has fields of its own that may be in doubt. */
const lists = ['items', 'parcels'];

/**
 * An order as a shop's system tells it. A field in doubt costs that field only, and null counts as absent; without its
 * number, e-mail and lines with their ids and names it is no order.
 */
export const readOrderSchema = z.unknown().transform((json, context): ReadOrder => {
  const given = withoutNulls(json);
  const whole = orderSchema.safeParse(given);
  if (whole.success) return { order: whole.data, doubtful: [] };
  const paths = whole.error.issues.map(({ path }) => path.slice(0, lists.includes(String(path[0])) ? 3 : 1));
  for (const path of paths) deleteAt(given, path);
  const rest = orderSchema.safeParse(given);
  if (!rest.success) {
    context.addIssue({ code: 'custom', message: 'no order' });
    return z.NEVER;
  }
  const names = paths.map((path) => path.filter((part) => typeof part === 'string').join('.'));
  return { order: rest.data, doubtful: [...new Set(names)] };
});

/** A copy as deep as the schema goes, without keys that are null. */
function withoutNulls(json: unknown): unknown {
  const object = objectSchema.safeParse(json);
  if (!object.success) return json;
  return present(object.data, (value, key) =>
    lists.includes(key) && Array.isArray(value) ? value.map((one) => copyOf(one)) : value,
  );
}

function copyOf(json: unknown): unknown {
  const object = objectSchema.safeParse(json);
  return object.success ? present(object.data, (value) => value) : json;
}

function present(object: Record<string, unknown>, copy: (value: unknown, key: string) => unknown) {
  const kept = Object.entries(object).filter(([, value]) => value !== null);
  return Object.fromEntries(kept.map(([key, value]) => [key, copy(value, key)]));
}

/** Deletes what stands at a path; a list itself is not deleted, as an order without lines is none. */
function deleteAt(json: unknown, path: PropertyKey[]): void {
  const [key, ...rest] = path;
  if (key === undefined || typeof json !== 'object' || json === null) return;
  if (rest.length > 0) deleteAt(Reflect.get(json, key), rest);
  else if (key !== 'items') Reflect.deleteProperty(json, key);
}
