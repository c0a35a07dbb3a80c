import { z } from 'zod';

/** The rows that erasing reads, alike in every database. */
export const erasingRows = {
  turn: z.object({ at: z.string(), inbound_seq: z.number().nullable() }),
  last: z.object({ at: z.string(), policy_id: z.string() }),
  kept: z.object({ rma: z.string(), reference: z.string() }),
  place: z.object({ desk: z.string(), key: z.string() }),
  id: z.object({ id: z.string() }),
  count: z.object({ count: z.number() }),
};

/** What is written up to here goes. */
export interface Until {
  revision: number;
  /** The last message that goes. */
  seq: number;
  /** ISO instant. */
  at: string;
}
