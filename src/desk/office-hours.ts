import { z } from 'zod';
import type { Availability } from '../dialogs/wording/office-hours.ts';

const days: readonly string[] = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** One stretch of a weekday in which people work; minutes since midnight. */
interface Stretch {
  /** 0 is Monday. */
  day: number;
  from: number;
  to: number;
}

/** The working hours of a week, earliest first. */
export type OfficeHours = Stretch[];

const part =
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:-(Mon|Tue|Wed|Thu|Fri|Sat|Sun))? ([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-4]):([0-5]\d)$/;

/** Reads hours such as `Mon-Fri 09:00-17:00, Sat 10:00-14:00`. */
export const officeHoursSchema = z.string().transform((text, context): OfficeHours => {
  const stretches = text.split(',').map((one) => stretchesOf(one.trim()));
  if (stretches.every((one) => one !== undefined)) {
    return stretches.flat().toSorted((one, other) => one.day - other.day || one.from - other.from);
  }
  context.addIssue({ code: 'custom', message: 'expected hours such as "Mon-Fri 09:00-17:00, Sat 10:00-14:00"' });
  return z.NEVER;
});

function stretchesOf(text: string): Stretch[] | undefined {
  const found = part.exec(text);
  if (!found) return undefined;
  const [, first = '', last = first, ...clock] = found;
  const [fromHour = 0, fromMinute = 0, toHour = 0, toMinute = 0] = clock.map(Number);
  const from = fromHour * 60 + fromMinute;
  const to = toHour * 60 + toMinute;
  const start = days.indexOf(first);
  const count = ((days.indexOf(last) - start + 7) % 7) + 1;
  if (from >= to || to > 24 * 60) return undefined;
  return Array.from({ length: count }, (_, i) => ({ day: (start + i) % 7, from, to }));
}

/** The times when customers can expect people; without hours nothing is known. */
export function availability(hours: OfficeHours | undefined, at: Date, timeZone: string): Availability {
  if (!hours?.length) return { kind: 'unknown' };
  const now = weekMinute(at, timeZone);
  if (hours.some(({ day, from, to }) => now >= day * dayMinutes + from && now < day * dayMinutes + to)) {
    return { kind: 'open' };
  }
  const [next] = hours
    .map((stretch) => ({ stretch, in: (stretch.day * dayMinutes + stretch.from - now + weekMinutes) % weekMinutes }))
    .toSorted((one, other) => one.in - other.in);
  if (!next) return { kind: 'unknown' };
  const { day: weekday, from } = next.stretch;
  const today = Math.floor(now / dayMinutes);
  const time = clockOf(from);
  if (weekday === today && next.in < dayMinutes) return { kind: 'today', time };
  return weekday === (today + 1) % 7 ? { kind: 'tomorrow', time } : { kind: 'weekday', weekday, time };
}

const minuteMs = 60_000;
/** So many minutes before people work no clock is changed. */
const clockChange = 120;

/** The instant at which so many minutes of these hours have passed since another; without hours all count. */
export function afterOfficeMinutes(
  hours: OfficeHours | undefined,
  from: Date,
  minutes: number,
  timeZone: string,
): Date {
  let at = from.getTime();
  let left = hours?.length ? minutes : 0;
  if (left === 0) return new Date(at + minutes * minuteMs);
  while (left > 0) {
    const { wait, length } = nextStretch(hours ?? [], weekMinute(new Date(at), timeZone));
    // The clock is read anew shortly before people work, because it may be changed meanwhile.
    if (wait > clockChange) at += (wait - clockChange) * minuteMs;
    else {
      const worked = Math.min(left, length);
      at += (wait + worked) * minuteMs;
      left -= worked;
    }
  }
  return new Date(at);
}

/** Minutes until people work next, from this minute of the week on, and for how long they do then. */
function nextStretch(hours: OfficeHours, now: number): { wait: number; length: number } {
  const stretches = hours.map(({ day, from, to }) => {
    const start = day * dayMinutes + from;
    const end = day * dayMinutes + to;
    const isNow = now >= start && now < end;
    return { wait: isNow ? 0 : (start - now + weekMinutes) % weekMinutes, length: isNow ? end - now : to - from };
  });
  return stretches.toSorted((one, other) => one.wait - other.wait)[0] ?? { wait: 0, length: weekMinutes };
}

const dayMinutes = 24 * 60;
const weekMinutes = 7 * dayMinutes;

function weekMinute(at: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  const of = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  return days.indexOf(of('weekday')) * dayMinutes + Number(of('hour')) * 60 + Number(of('minute'));
}

function clockOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
