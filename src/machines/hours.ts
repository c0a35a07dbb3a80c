import { endOfDay, isIsoDate, startOfDay } from '../policy/calendar.ts';
import { decide, type Verdict } from '../policy/engine/decide.ts';
import type { Decision } from '../policy/engine/decision.ts';
import type { Policy } from '../policy/format/load.ts';
import { type Interview, type InterviewStatus, isSameValue } from './interview.ts';
import type { Conversation } from './record/record.ts';

/** A fact of which the day is known, and not the hour. */
export interface DayAlone {
  fact: string;
  day: string;
  /** The largest number of questions that can still come, its own included. */
  atMost: number;
}

/**
 * The fact whose hour would decide otherwise, where all else decides; `undefined` where none does, where the customer
 * does not know it, and where nobody knows what time it is now.
 */
export function openHour(
  interview: Interview,
  { unknownHours = [] }: Pick<Conversation, 'unknownHours'>,
  status: InterviewStatus,
): DayAlone | undefined {
  if (interview.now === undefined || status.kind !== 'decided') return undefined;
  const { facts, decision } = status;
  for (const fact of hourFacts(interview.policy)) {
    const day = facts[fact];
    if (typeof day !== 'string' || !isIsoDate(day)) continue;
    if (unknownHours.some((unknown) => unknown.fact === fact && unknown.day === day)) continue;
    const verdicts = endsOf(day, interview).map((at) => decide(interview.policy, { ...facts, [fact]: at }, interview));
    const counts = verdicts.map((verdict) => (verdict.kind === 'undecided' ? verdict.atMost : 0));
    if (!verdicts.every((verdict) => isAnswer(verdict, decision)))
      return { fact, day, atMost: 1 + Math.max(...counts) };
  }
  return undefined;
}

/** The facts that a period in hours runs from. */
export function hourFacts({ file }: Policy): string[] {
  const inHours = Object.values(file.derived).filter(({ length, steps }) =>
    [length, ...steps].some((one) => 'hours' in one),
  );
  const starts = new Set(inHours.map(({ from }) => from));
  return [...starts].filter((fact) => file.facts[fact]?.type === 'instant');
}

/** The first and the last instant that a day can have been, as ISO 8601. */
function endsOf(day: string, { policy, now = '' }: Interview): string[] {
  const { timeZone } = policy.file;
  const last = Math.min(endOfDay(day, timeZone) - 1_000, Date.parse(now));
  return [startOfDay(day, timeZone), last].map((at) => new Date(at).toISOString().replace('.000Z', 'Z'));
}

/** True if it is the same answer; the ends that follow from an hour are another matter. */
function isAnswer(verdict: Verdict, decision: Decision): boolean {
  return verdict.kind === 'decision' && isSameValue(withoutEnds(verdict.decision), withoutEnds(decision));
}

function withoutEnds({ deadline: _, deadlineAt: __, sendBy: ___, review: ____, ...answer }: Decision): unknown {
  return answer;
}
