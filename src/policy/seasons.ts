import { addDays, type IsoDate, isIsoDate } from './calendar.ts';

/** A day that comes back each year, as `MM-DD`. */
export type MonthDay = string;

/** Days from one to another, both included: each year if they are `MM-DD`, else once, perhaps without an end. */
interface Days {
  from?: IsoDate | MonthDay | undefined;
  to?: IsoDate | MonthDay | undefined;
}

/** True if the text is a day of the year, `02-29` among them. */
export function isMonthDay(text: string): boolean {
  return /^\d{2}-\d{2}$/.test(text) && isIsoDate(`2024-${text}`);
}

/** True if a day lies in a season; one whose end comes before its beginning goes over the new year. */
export function isInSeason(day: IsoDate, { from, to }: Days): boolean {
  if (from === undefined || to === undefined || !isMonthDay(from) || !isMonthDay(to))
    return (from === undefined || from <= day) && (to === undefined || day <= to);
  const own = day.slice(5);
  return from <= to ? from <= own && own <= to : from <= own || own <= to;
}

/** The day of a year that comes back each year; 29 February is 28 February where there is none. */
export function dayInYear(year: number, monthDay: MonthDay): IsoDate {
  const day = `${String(year).padStart(4, '0')}-${monthDay}`;
  return isIsoDate(day) ? day : `${day.slice(0, 4)}-02-28`;
}

/** The first such day on or after another: a date is itself, a day of each year comes back until then. */
export function firstFrom(day: IsoDate, wanted: IsoDate | MonthDay): IsoDate {
  if (!isMonthDay(wanted)) return wanted;
  const year = Number(day.slice(0, 4));
  const sameYear = dayInYear(year, wanted);
  return day <= sameYear ? sameYear : dayInYear(year + 1, wanted);
}

/** The last such day before another. */
export function lastBefore(day: IsoDate, wanted: IsoDate | MonthDay): IsoDate {
  if (!isMonthDay(wanted)) return wanted;
  const year = Number(day.slice(0, 4));
  const sameYear = dayInYear(year, wanted);
  return sameYear < day ? sameYear : dayInYear(year - 1, wanted);
}

/** A day, of one year or of each, so many days later. */
export function shifted(day: IsoDate | MonthDay, by: number): IsoDate | MonthDay {
  return isMonthDay(day) ? addDays(dayInYear(2025, day), by).slice(5) : addDays(day, by);
}

/** The mistake in the days of a season, in words that go on after "expected"; `undefined` if there is none. */
export function seasonProblem({ from, to }: Days): string | undefined {
  const days = [from, to].filter((day) => day !== undefined);
  if (days.length === 0) return 'from, to or both';
  const yearly = days.filter(isMonthDay).length;
  if (yearly === 1) return "both days with their year, or both without, such as '11-01' and '12-24'";
  return yearly === 0 && days.length === 2 && days.join() !== days.toSorted().join() ? 'from before to' : undefined;
}

/** The days on both sides of the edges of a season, around a day: those of its year and of the years beside it. */
export function edgesAround(day: IsoDate, { from, to }: Days): IsoDate[] {
  const firsts = [...around(day, from), ...around(day, to).map((last) => addDays(last, 1))];
  return firsts.flatMap((first) => [addDays(first, -1), first]);
}

/** A day in the year of another and in the years beside it. */
export function around(day: IsoDate, wanted: IsoDate | MonthDay | undefined): IsoDate[] {
  if (wanted === undefined) return [];
  if (!isMonthDay(wanted)) return [wanted];
  const year = Number(day.slice(0, 4));
  return [-1, 0, 1].map((more) => dayInYear(year + more, wanted));
}
