import { readHoursAgo } from '../../../language/dates/hours-ago.ts';
import { readTimeOfDay } from '../../../language/dates/times.ts';
import type { CustomerEvent } from '../../../machines/events.ts';
import type { Interview } from '../../../machines/interview.ts';
import { dayOf, instantAt, isInstant } from '../../../policy/calendar.ts';
import type { FactOf } from '../../../policy/fact-types/fact-types.ts';
import { answered, roughly } from '../answers/answer-events.ts';
import { readDay } from './date.ts';
import { cued, type FactReading, usual } from './fact-reading.ts';
import { dayUntil } from './stated-day.ts';

export const instant: FactReading<FactOf<'instant'>> = {
  ...usual,
  ...cued,
  /** A day, with its time if one is said: a time of the shop's clock. */
  read(reply) {
    const { interview, text } = reply;
    const { id } = reply.question;
    const written = text.trim();
    if (isInstant(written)) return notYet(interview, written) ?? answered(id, written);
    const hours = readHoursAgo(text);
    if (hours !== undefined && interview.now !== undefined) return roughly(id, hoursBefore(interview.now, hours));
    const timed = readTimeOfDay(text);
    const day = readDay({ ...reply, text: timed?.rest ?? text });
    if (!timed || day.type !== 'answer') return day;
    const at = instantAt(String(day.answer.value), timed.time, interview.policy.file.timeZone);
    return notYet(interview, at) ?? answered(id, at);
  },

  soundsLike: 'instant',

  forModel: { kind: () => 'a date, not after today', wordings: () => [], schema: (_, today) => dayUntil(today) },
};

function hoursBefore(now: string, hours: number): string {
  const minute = Math.floor((Date.parse(now) - hours * 3_600_000) / 60_000) * 60_000;
  return new Date(minute).toISOString().replace('.000Z', 'Z');
}

function notYet({ policy, today, now }: Interview, at: string): CustomerEvent | undefined {
  const date = dayOf(at, policy.file.timeZone);
  const isAhead = now === undefined ? date > today : Date.parse(at) > Date.parse(now);
  return isAhead ? { type: 'unclear', problem: { kind: 'future-date', date } } : undefined;
}
