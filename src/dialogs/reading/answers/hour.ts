import { isDontKnow } from '../../../language/commands/dont-know.ts';
import { readDays } from '../../../language/dates/events/days.ts';
import { readTimeOfDay } from '../../../language/dates/times.ts';
import type { CustomerEvent } from '../../../machines/events.ts';
import type { Interview } from '../../../machines/interview.ts';
import { dayOf, instantAt, isInstant } from '../../../policy/calendar.ts';
import { answered, unclear } from './answer-events.ts';

/** "10" or "at 14": from eight on an hour is said like that of the whole day's clock; "3" can be of the night. */
const BARE_HOUR = /^\s*(?:(?:at|around|about|approximately|roughly) )*(\d{1,2})\s*[.!]?\s*$/i;
const firstBareHour = 8;

/** Reads the time of day of a day that is known, or an instant of its own. */
export function readHour(
  interview: Interview,
  { fact, day }: { fact: string; day: string },
  text: string,
): CustomerEvent {
  const written = text.trim();
  if (isInstant(written)) return inPast(interview, fact, written);
  const timed = readTimeOfDay(text) ?? bareHour(text);
  if (!timed) return isDontKnow(text) ? { type: 'noHour' } : unclear;
  // "No, on the 27th at 10:00" is another day; of two times either can be meant.
  const [named, ...others] = readDays(timed.rest, { today: interview.today });
  if (others.length > 0 || readTimeOfDay(timed.rest)) return unclear;
  if (named && named.reading.kind !== 'date') return unclear;
  const on = named?.reading.kind === 'date' ? named.reading.value : day;
  return inPast(interview, fact, instantAt(on, timed.time, interview.policy.file.timeZone));
}

function bareHour(text: string): { time: string; rest: string } | undefined {
  const hour = Number(BARE_HOUR.exec(text)?.[1]);
  return hour >= firstBareHour && hour <= 23 ? { time: `${String(hour).padStart(2, '0')}:00`, rest: '' } : undefined;
}

function inPast({ policy, now }: Interview, fact: string, at: string): CustomerEvent {
  const isAhead = now !== undefined && Date.parse(at) > Date.parse(now);
  if (!isAhead) return answered(fact, at);
  return { type: 'unclear', problem: { kind: 'future-date', date: dayOf(at, policy.file.timeZone) } };
}
