/** The ISO date `days` after `date` (before it where negative). */
export function plusDays(date: string, days: number): string {
  const { year, month, day } = partsOf(date);
  return isoOf(Date.UTC(year, month - 1, day + days));
}

/** The ISO date `months` calendar months after `date`; a day the month lacks becomes its last day. */
export function plusMonths(date: string, months: number): string {
  const { year, month, day } = partsOf(date);
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return isoOf(Date.UTC(year, month - 1 + months, Math.min(day, lastDay)));
}

/** The largest number of calendar months that, added to `start`, does not pass `end`. */
export function monthsBetween(start: string, end: string): number {
  const from = partsOf(start);
  const to = partsOf(end);
  const months = (to.year - from.year) * 12 + to.month - from.month;
  return plusMonths(start, months) > end ? months - 1 : months;
}

function partsOf(date: string): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

function isoOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}
