import { Temporal } from 'temporal-polyfill';
import { readDate } from '../../../language/dates/dates.ts';

export type PeriodEndReading =
  | { kind: 'day'; value: string }
  | { kind: 'ambiguous'; values: string[] }
  | { kind: 'none' };

/** The most years ahead that a warranty can end: the longest one there is. */
const horizonYears = 51;

/** The last day of a period as a customer says it; it may lie ahead of today or behind it. */
export function readPeriodEnd(messageText: string, today: string): PeriodEndReading {
  const text = messageText.replace(/\b(until|till|up to|through)\b/gi, ' ');
  // Read from far ahead, a date with a year is as past as any; without a year it would be that of the horizon.
  const horizon = Temporal.PlainDate.from(today).add({ years: horizonYears }).toString();
  if (/\b\d{4}\b/.test(text)) {
    const reading = readDate(text, { today: horizon });
    if (reading.kind === 'date') return { kind: 'day', value: reading.value };
    if (reading.kind === 'ambiguous') return { kind: 'ambiguous', values: reading.values };
    // "May 2027" runs to its end; if today lies in it, the day matters.
    if (reading.kind === 'range' && (today < reading.from || today > reading.to))
      return { kind: 'day', value: reading.to };
    return { kind: 'none' };
  }
  const reading = readDate(text, { today });
  if (reading.kind === 'future') return { kind: 'day', value: reading.value };
  if (reading.kind !== 'date') return { kind: 'none' };
  if (/\b(ago|last|yesterday|today)\b/i.test(text)) return { kind: 'day', value: reading.value };
  return {
    kind: 'ambiguous',
    values: [reading.value, Temporal.PlainDate.from(reading.value).add({ years: 1 }).toString()],
  };
}
