import { z } from 'zod';
import { isIsoDate } from '../calendar.ts';
import { isMonthDay } from '../seasons.ts';

/** A day of one year, or a day that comes back each year. */
export const dayOrMonthDay = z
  .string()
  .refine(
    (text) => isIsoDate(text) || isMonthDay(text),
    "a date in quotes, such as '2026-11-01', or a day of each year such as '11-01'",
  );

/**
 * Days from one to another, both included; `11-15` to `01-06` goes over the new year. Of dates in one year one end may be
 * left out.
 */
export const seasonSchema = z.strictObject({ from: dayOrMonthDay.optional(), to: dayOrMonthDay.optional() });
export type Season = z.infer<typeof seasonSchema>;
