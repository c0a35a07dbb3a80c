import { z } from 'zod';

/** What a shop's system writes for one value of a fact, where that is not the value's own id. */
export const orderNamesSchema = z.array(z.union([z.string(), z.number(), z.boolean()])).min(1);
export type OrderNames = z.infer<typeof orderNamesSchema>;
