import { amendedDay, withoutLimit } from '../../../language/corrections/amended-day.ts';
import { insteadOfTakenBack } from '../../../language/corrections/instead.ts';
import type { DateReading } from '../../../language/dates/dates.ts';
import { type DayReply, readDayReply } from '../../../language/dates/events/reply.ts';
import { readMonths } from '../../../language/numbers/numbers.ts';
import type { CustomerEvent } from '../../../machines/events.ts';
import type { Interview } from '../../../machines/interview.ts';
import { isIsoDate } from '../../../policy/calendar.ts';
import type { FactOf } from '../../../policy/fact-types/fact-types.ts';
import { answered, answeredUnsurely, roughly, unclear } from '../answers/answer-events.ts';
import { askedEvents } from '../answers/other-events.ts';
import { readPeriodEnd } from '../answers/period-end.ts';
import { monthsFormOf } from '../answers/period-forms.ts';
import { cued, type FactReading, type Reply, usual } from './fact-reading.ts';
import { dayUntil } from './stated-day.ts';

export const date: FactReading<FactOf<'date'>> = {
  ...usual,
  ...cued,
  read: ({ interview, question, fact, text }) =>
    fact.future ? readAhead(interview, question.id, text) : readDay({ interview, question, fact, text }),
  isUnsure: ({ text }) => openEnded.test(text),
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

/** "The 3rd or later", and whatever else is no second day that could be read. */
const openEnded = /\bor (?:later|earlier|after|before|maybe|perhaps|possibly|the (?:day|week|month))\b/i;

/** Reads a day in the past: that of what was asked about, or one of which nothing is said. */
export function readDay({ interview, question, fact, text }: Reply<Pick<FactOf<'date'>, 'phrases'>>): CustomerEvent {
  const asked = askedEvents(question.text, fact.phrases);
  const { kind, reading, isUnsure } = dayIn(text, { today: interview.today, asked });
  if (kind === 'other-event') return { type: 'unclear', problem: { kind, ...endsOf(reading) } };
  switch (reading.kind) {
    case 'date':
      // "Two years ago" is taken at its word, and shown.
      if (isUnsure) return answeredUnsurely(question.id, reading.value);
      return (reading.isPerhaps ? roughly : answered)(question.id, reading.value);
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

/** What a reply says of the day; where it says none, or two, what replaces one that it takes back. */
function dayIn(written: string, options: Parameters<typeof readDayReply>[1]): DayReply {
  const text = withoutLimit(written);
  const amended = amendedDay(text);
  if (amended !== undefined) {
    const anew = readDayReply(amended, options);
    return anew.kind === 'asked' ? { ...anew, isUnsure: true } : anew;
  }
  const whole = readDayReply(text, options);
  const isOpen = whole.kind === 'asked' && (whole.reading.kind === 'none' || whole.reading.kind === 'ambiguous');
  const instead = isOpen ? insteadOfTakenBack(text) : undefined;
  const anew = instead === undefined ? whole : readDayReply(instead, options);
  if (anew === whole || anew.kind !== 'asked') return whole;
  return anew.reading.kind === 'date' || anew.reading.kind === 'range' ? { ...anew, isUnsure: true } : whole;
}

/** The first and the last day that were named. */
function endsOf(reading: Exclude<DateReading, { kind: 'none' }>): { from: string; to: string } {
  if (reading.kind === 'range') return { from: reading.from, to: reading.to };
  if (reading.kind !== 'ambiguous') return { from: reading.value, to: reading.value };
  const [first, second] = reading.values;
  return first < second ? { from: first, to: second } : { from: second, to: first };
}

/**
 * Reads a day that may lie ahead: the end of a period, or an appointment. "It starts on 20 June" names no end; of an
 * appointment that is the day, as long as nothing has happened yet, and it is shown back.
 */
function readAhead(interview: Interview, id: string, text: string): CustomerEvent {
  const read = readEnd(interview, id, text);
  const isEnd = monthsFormOf(interview.policy.file, id) !== undefined;
  if (isEnd || read.type !== 'unclear' || read.problem.kind !== 'other-event') return read;
  const { from, to } = read.problem;
  return from === to && from >= interview.today ? answeredUnsurely(id, from) : read;
}

/** Reads a day that ends a period, which may lie ahead; its length in months is understood as well. */
export function readEnd({ policy, today }: Interview, id: string, text: string): CustomerEvent {
  const iso = text.trim();
  if (isIsoDate(iso)) return answered(id, iso);
  const months = monthsFormOf(policy.file, id);
  const length = readMonths(text);
  if (months !== undefined && length !== undefined) return answered(months, length);
  const reading = readPeriodEnd(text, today);
  switch (reading.kind) {
    case 'day':
      return answered(id, reading.value);
    case 'ambiguous':
      return { type: 'ambiguous', candidates: reading.values };
    case 'range':
      return { type: 'unclear', problem: { kind: 'not-one-day', fact: id, from: reading.from, to: reading.to } };
    case 'other-event':
      return { type: 'unclear', problem: reading };
    case 'none':
      return unclear;
  }
}
