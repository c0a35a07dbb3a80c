import { readTimeOfDay } from '../../../language/dates/times.ts';
import type { Interview } from '../../../machines/interview.ts';
import type { Answer } from '../../../machines/record/record.ts';
import { instantAt, isIsoDate } from '../../../policy/calendar.ts';
import type { Evidence } from './evidence.ts';

/**
 * A day that was stated, with its hour where the fact takes one and the message names one day and one time of it: "it
 * arrived damaged on 26 November at 10:00". It is shown back like all that is inferred.
 */
export function withHour(interview: Interview, { statement, days }: Evidence, answer: Answer): Answer {
  const { policy, now } = interview;
  const { value } = answer;
  if (policy.file.facts[answer.fact]?.type !== 'instant' || typeof value !== 'string' || !isIsoDate(value))
    return answer;
  const timed = days.length === 1 ? readTimeOfDay(statement.withoutDetails) : undefined;
  if (!timed || readTimeOfDay(timed.rest)) return answer;
  const at = instantAt(value, timed.time, policy.file.timeZone);
  return now !== undefined && Date.parse(at) > Date.parse(now) ? answer : { ...answer, value: at };
}
