import { addDays, addMonths, type IsoDate } from '../../policy/calendar.ts';

/** Days as the demonstration shop counts them: back from today. */
export interface DemoDates {
  daysAgo(days: number): IsoDate;
  monthsAgo(months: number): IsoDate;
}

/** Days before `today`, so that the demonstration shop's cases never go stale. */
export function demoDates(today: IsoDate): DemoDates {
  return {
    daysAgo: (days) => addDays(today, -days),
    monthsAgo: (months) => addMonths(today, -months),
  };
}
