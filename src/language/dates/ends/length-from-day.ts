import { findDurations } from '../../numbers/durations.ts';
import { anyOf } from '../../text/phrases.ts';
import { type DateReading, readDate } from '../dates.ts';
import en from './en/ends.json' with { type: 'json' };

/** A length of time and the day that it runs from: "24 months from 26 November 2024". */
export interface LengthFromDay {
  months: number;
  from: Extract<DateReading, { kind: 'date' | 'range' }>;
}

const FROM = new RegExp(
  `^[ ,(]*(?:(?:warranty|guarantee|cover|of \\w+)[ ,]+)*${anyOf(en.from)}(?= )(?: ${anyOf(en.fromWhat)})?[ ,:]*`,
  'i',
);
const FOR = new RegExp(`^[ ,]*${anyOf(en.for)} ?(?:(?:the|a|another|its|runs) )*$`, 'i');

/** Reads the length of time that a message gives, and the past day that it says it runs from; undefined without both. */
export function readLengthFromDay(text: string, options: { today: string }): LengthFromDay | undefined {
  const [length, ...others] = findDurations(text);
  if (length === undefined || others.length > 0) return undefined;
  const rest = text.slice(length.end);
  const lead = FROM.exec(rest)?.[0];
  if (lead !== undefined) return started(length.months, readDate(rest.slice(lead.length), options));
  const before = text.slice(0, length.start);
  const joint = FOR.exec(before.slice(-MAX_JOINT).replace(/^.*?(?=[ ,]*\S+\s*$)/, ''))?.[0];
  return joint === undefined ? undefined : started(length.months, readDate(before.slice(0, -joint.length), options));
}

const MAX_JOINT = 20;

function started(months: number, from: DateReading): LengthFromDay | undefined {
  return from.kind === 'date' || from.kind === 'range' ? { months, from } : undefined;
}
