import { z } from 'zod';
import { agentSchema } from '../../machines/case.ts';

/** `away`: back soon, and given no new cases; `off`: gone home. */
export const presenceSchema = z.enum(['here', 'away', 'off']);
export type Presence = z.infer<typeof presenceSchema>;

const maxCapacity = 200;
export const capacitySchema = z.int().min(1).max(maxCapacity);

/** If somebody is there, and how much they take, as it is kept. */
export const standingSchema = z.object({
  name: z.string(),
  presence: presenceSchema,
  /** The most cases that they are given; absent: any number. */
  capacity: capacitySchema.optional(),
  /** Grows with each case that somebody is given in turn; absent: they were given none. */
  turn: z.number().int().optional(),
});
export type Standing = z.infer<typeof standingSchema>;

/** A person of the desk as colleagues see them. */
export const colleagueSchema = z.strictObject({
  ...agentSchema.shape,
  presence: presenceSchema,
  capacity: capacitySchema.optional().describe('The most cases that they are given at once; absent: any number'),
  open: z.int().min(0).describe('The cases that they have'),
});
export type Colleague = z.infer<typeof colleagueSchema>;
