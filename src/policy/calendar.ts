import { Temporal } from 'temporal-polyfill';

/** A calendar day as `YYYY-MM-DD`; such strings order as the days do. */
export type IsoDate = string;

/** Whether the text is an existing calendar day written `YYYY-MM-DD`. */
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

/** The day `months` calendar months later; a day the month lacks becomes its last (31 January + 1 = end of February). */
export function addMonths(date: IsoDate, months: number): IsoDate {
  return Temporal.PlainDate.from(date).add({ months }, { overflow: 'constrain' }).toString();
}

/** The calendar day of an instant in a time zone. Throws a RangeError on an unreadable instant. */
export function dayOf(instant: string | Date, timeZone: string): IsoDate {
  const iso = typeof instant === 'string' ? instant : instant.toISOString();
  return Temporal.Instant.from(iso).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** Whether the runtime knows the IANA time zone. */
export function isTimeZone(name: string): boolean {
  try {
    Temporal.Instant.from('2026-01-01T00:00:00Z').toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}

/** The instant at which a day ends in a time zone, in milliseconds since 1970. */
export function endOfDay(date: IsoDate, timeZone: string): number {
  return Temporal.PlainDate.from(date).add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds;
}
