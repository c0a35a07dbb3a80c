import { Temporal } from 'temporal-polyfill';

/** A calendar day as `YYYY-MM-DD`; such strings order as the days do. */
export type IsoDate = string;

/** The moment of a decision: the day in the shop's time zone, and the instant (ISO) where it is known. */
export interface Moment {
  today: IsoDate;
  now?: string | undefined;
}

/** The moment, and the shop's calendar by which days and periods are counted. */
export interface Clock extends Moment {
  timeZone: string;
  holidays: readonly string[];
}

/** True if the text is an existing calendar day written `YYYY-MM-DD`. */
export function isIsoDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}

/** The day `days` days later (earlier if negative). */
export function addDays(date: IsoDate, days: number): IsoDate {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/**
 * The day `months` calendar months later; a day the month lacks becomes its last (31 January + 1 = end of February).
 */
export function addMonths(date: IsoDate, months: number): IsoDate {
  return Temporal.PlainDate.from(date).add({ months }, { overflow: 'constrain' }).toString();
}

/**
 * The `count`th working day after a day: Monday to Friday, without the holidays (dates, or `MM-DD` each year). The day
 * itself does not count.
 */
export function addWorkingDays(date: IsoDate, count: number, holidays: readonly string[]): IsoDate {
  const start = Temporal.PlainDate.from(date);
  // Each holiday on the way moves the end on, perhaps past further ones.
  let end = addWeekdays(start, count).toString();
  for (let passed = 0; ; ) {
    const now = freeWeekdays(date, end, holidays);
    if (now === passed) return end;
    passed = now;
    end = addWeekdays(start, count + passed).toString();
  }
}

/** The number of holidays from Monday to Friday after a day, up to another. */
function freeWeekdays(after: IsoDate, last: IsoDate, holidays: readonly string[]): number {
  const [from, to] = [after, last].map((day) => Temporal.PlainDate.from(day).year) as [number, number];
  const years = Array.from({ length: to - from + 1 }, (_, at) => from + at);
  const days = holidays.flatMap((day) => (day.length === 5 ? years.map((year) => `${year}-${day}`) : [day]));
  const counts = (day: string): boolean =>
    day > after && day <= last && isIsoDate(day) && Temporal.PlainDate.from(day).dayOfWeek <= 5;
  return new Set(days.filter(counts)).size;
}

/** The `count`th day from Monday to Friday after a day. */
function addWeekdays(start: Temporal.PlainDate, count: number): Temporal.PlainDate {
  if (count <= 0) return start;
  // From a weekend on it is as from the Friday before.
  const sinceFriday = Math.max(0, start.dayOfWeek - 5);
  const weekday = start.dayOfWeek - sinceFriday;
  const weeks = Math.floor((weekday + count - 1) / 5);
  const days = 7 * weeks + ((weekday + count - 1) % 5) + 1 - weekday;
  return start.add({ days: days - sinceFriday });
}

/** True if the text is an instant in ISO 8601 with its offset, such as `2026-11-21T14:30:00+02:00`. */
export function isInstant(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/.test(text)) return false;
  try {
    Temporal.Instant.from(text);
    return true;
  } catch {
    return false;
  }
}

/** The instant of a time of day (`14:30`) on a day in a time zone, as ISO 8601 in UTC. */
export function instantAt(date: IsoDate, time: string, timeZone: string): string {
  const instant = Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(timeZone).toInstant();
  return instant.toString({ smallestUnit: 'second' });
}

/** The calendar day of an instant in a time zone. Throws a RangeError on an unreadable instant. */
export function dayOf(instant: string | Date, timeZone: string): IsoDate {
  if (typeof instant === 'string') return dayOfText(instant, timeZone);
  // Every turn asks for today. Offsets are whole minutes, so all of a minute is on one day.
  const minute = Math.floor(instant.getTime() / 60_000);
  const known = latestDays.get(timeZone);
  if (known?.minute === minute) return known.day;
  const day = dayOfText(instant.toISOString(), timeZone);
  latestDays.set(timeZone, { minute, day });
  return day;
}

/** The last day that was asked for in each time zone, of which there are some hundred. */
const latestDays = new Map<string, { minute: number; day: IsoDate }>();

function dayOfText(iso: string, timeZone: string): IsoDate {
  return Temporal.Instant.from(iso).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** True if the runtime knows the IANA time zone. */
export function isTimeZone(name: string): boolean {
  try {
    Temporal.Instant.from('2026-01-01T00:00:00Z').toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}

/** The instant at which a day starts in a time zone, in milliseconds since 1970. */
export function startOfDay(date: IsoDate, timeZone: string): number {
  return Temporal.PlainDate.from(date).toZonedDateTime(timeZone).epochMilliseconds;
}

/** The instant at which a day ends in a time zone, in milliseconds since 1970. */
export function endOfDay(date: IsoDate, timeZone: string): number {
  return Temporal.PlainDate.from(date).add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds;
}
