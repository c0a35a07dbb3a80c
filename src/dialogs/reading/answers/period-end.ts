import { type EndReading, readEnd } from '../../../language/dates/ends/ends.ts';
import { Remembered } from '../../../language/text/remembered.ts';
import { addMonths, type IsoDate } from '../../../policy/calendar.ts';

export type PeriodEndReading =
  | { kind: 'day'; value: string }
  | { kind: 'ambiguous'; values: [string, string] }
  | { kind: 'range'; from: string; to: string }
  | { kind: 'other-event'; from: string; to: string }
  | { kind: 'none' };

/**
 * The last day of a period as a customer says it; it may lie ahead of today or behind it. A length of time from a day
 * ends as the policy counts it: its months later on the calendar, that day included.
 */
export function readPeriodEnd(messageText: string, today: IsoDate): PeriodEndReading {
  return ends.of(messageText, today, () => readAnew(messageText, today));
}

const ends = new Remembered<PeriodEndReading>();

function readAnew(messageText: string, today: IsoDate): PeriodEndReading {
  const reading: EndReading = readEnd(messageText, { today });
  if (reading.kind !== 'length') return reading;
  const { months, from } = reading;
  if (from.kind === 'date') return { kind: 'day', value: addMonths(from.value, months) };
  return { kind: 'range', from: addMonths(from.from, months), to: addMonths(from.to, months) };
}
