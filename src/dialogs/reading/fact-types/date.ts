import { readDate } from '../../../language/dates/dates.ts';
import { readMonths } from '../../../language/numbers/numbers.ts';
import type { CustomerEvent } from '../../../machines/events.ts';
import type { Interview } from '../../../machines/interview.ts';
import { isIsoDate } from '../../../policy/calendar.ts';
import type { FactOf } from '../../../policy/fact-types/fact-types.ts';
import { answered, roughly, unclear } from '../answers/answer-events.ts';
import { isOfOtherEvent } from '../answers/other-events.ts';
import { readPeriodEnd } from '../answers/period-end.ts';
import { monthsFormOf } from '../answers/period-forms.ts';
import { cued, type FactReading, usual } from './fact-reading.ts';
import { dayUntil } from './stated-day.ts';

export const date: FactReading<FactOf<'date'>> = {
  ...usual,
  ...cued,
  read: ({ interview, question, fact, text }) =>
    fact.future ? readEnd(interview, question.id, text) : readDay(interview, question.id, text),
  isUnsure: ({ fact, question, text }) => /\bor\b/i.test(text) || isOfOtherEvent(text, question.text, fact.phrases),
  isOfTime: true,
  agreesInPassing: true,
  cues: ({ phrases }) => phrases,

  soundsLike: 'date',

  forModel: {
    kind: ({ future }) => (future ? 'a date, it may lie ahead' : 'a date, not after today'),
    wordings: () => [],
    schema: ({ future }, today) => dayUntil(future ? undefined : today),
  },
};

/** Reads a day in the past. */
export function readDay(interview: Interview, id: string, text: string): CustomerEvent {
  const reading = readDate(text, { today: interview.today });
  switch (reading.kind) {
    case 'date':
      // "Maybe on Tuesday" is asked about; "two years ago" is taken at its word, and shown.
      return (reading.isPerhaps ? roughly : answered)(id, reading.value);
    case 'ambiguous':
      return { type: 'ambiguous', candidates: reading.values };
    case 'future':
      return { type: 'unclear', problem: { kind: 'future-date', date: reading.value } };
    case 'range':
      return { type: 'unclear', problem: { kind: 'not-one-day', from: reading.from, to: reading.to } };
    case 'none':
      return unclear;
  }
}

/** Reads a day that ends a period, which may lie ahead; its length in months is understood as well. */
export function readEnd({ policy, today }: Interview, id: string, text: string): CustomerEvent {
  const iso = text.trim();
  if (isIsoDate(iso)) return answered(id, iso);
  const months = monthsFormOf(policy.file, id);
  const length = readMonths(text);
  if (months !== undefined && length !== undefined) return answered(months, length);
  const reading = readPeriodEnd(text, today);
  if (reading.kind === 'day') return answered(id, reading.value);
  return reading.kind === 'ambiguous' ? { type: 'ambiguous', candidates: reading.values } : unclear;
}
