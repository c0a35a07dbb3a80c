import type { CustomerEvent } from '../../../machines/events.ts';
import { type Interview, knownAnswers } from '../../../machines/interview.ts';
import type { Answer, Conversation } from '../../../machines/record/record.ts';
import { dayOf, isInstant, isIsoDate } from '../../../policy/calendar.ts';
import type { Evidence } from '../evidence/evidence.ts';

/**
 * The days of a message, as it writes them, that its reading uses for nothing: "it starts on 20 December", where no fact is such a day. A
 * day that only leads to another, or that a question is about, is not told.
 */
export function unusedDaysIn(
  interview: Interview,
  conversation: Conversation,
  { days, text, words }: Evidence,
  event: CustomerEvent,
): string[] {
  if (!isOfCase(event) || words <= dayAlone || text.includes('?') || days.some(({ isCounted }) => isCounted)) return [];
  const used = usedBy(interview, conversation, event);
  // A year that nobody said is a guess: the day is told in the customer's words.
  const isUsed = (day: string): boolean =>
    used.some(({ from, to }) => (from <= day && day <= to) || from.slice(yearLength) === day.slice(yearLength));
  const unused = days.flatMap(({ reading, isLoose, places: [place] }) => {
    const isOneDay = reading.kind === 'date' || reading.kind === 'future';
    if (isLoose || !isOneDay || !place || isUsed(reading.value)) return [];
    const told = text.slice(place.start, place.end).trim();
    return END_OF.test(told) && used.some(({ from }) => from >= reading.value) ? [] : [told];
  });
  return [...new Set(unused)];
}

/** "The end of 2028" is told as the last of its days. */
const END_OF = /\bend of\b/i;

const yearLength = 'YYYY-'.length;

/** "18 November 2026", "the second": a message of so few words is its day, or no day at all. */
const dayAlone = 3;

/** An answer or a statement; what could not be used at all says so itself where it is about a day. */
function isOfCase(event: CustomerEvent): boolean {
  return (
    event.type === 'answer' ||
    (event.type === 'statement' && event.about === undefined) ||
    (event.type === 'unclear' && event.problem.kind === 'not-understood')
  );
}

interface Days {
  from: string;
  to: string;
}

/** The days that are told, or known already; a length of time may have been told as its last day. */
function usedBy({ policy, ...interview }: Interview, conversation: Conversation, event: CustomerEvent): Days[] {
  const said = event.type === 'answer' ? [event.answer] : event.type === 'statement' ? statedIn(event) : [];
  const known = knownAnswers({ policy, ...interview }, conversation);
  const ranges = [...conversation.ranges, ...(event.type === 'statement' ? event.ranges : [])];
  const ofDays = [...said, ...known].flatMap(({ value }) => dayIn(value, policy.file.timeZone));
  const hasLength = said.some(({ value }) => typeof value === 'number');
  return [...ofDays, ...ranges, ...(hasLength ? [{ from: '', to: '9999-12-31' }] : [])];
}

function statedIn({ answer, inferred }: Extract<CustomerEvent, { type: 'statement' }>): Answer[] {
  return answer ? [answer, ...inferred] : inferred;
}

function dayIn(value: unknown, timeZone: string): Days[] {
  if (typeof value !== 'string') return [];
  const day = isIsoDate(value) ? value : isInstant(value) ? dayOf(value, timeZone) : undefined;
  return day === undefined ? [] : [{ from: day, to: day }];
}
