import { z } from 'zod';
import { type IsoDate, isIsoDate } from '../../../policy/calendar.ts';

/** No purchase of a living shop is older, and no warranty runs longer. */
const first = '1970-01-01';
const last = '2100-12-31';

/** A day that a model may tell, up to the latest that can be. */
export function dayUntil(latest: IsoDate | undefined) {
  return z.string().refine((text) => isIsoDate(text) && text >= first && text <= (latest ?? last));
}
