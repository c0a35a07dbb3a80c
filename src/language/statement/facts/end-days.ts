import { type EndReading, readEnd } from '../../dates/ends/ends.ts';
import { readDays } from '../../dates/events/days.ts';
import { eventsNamed, isAmong } from '../../dates/events/events.ts';
import type { InferredFact } from '../inferred-fact.ts';
import { type Evidence, firstOf, isStated, lastOf, quoted, type Reading, textOf } from '../phrases/evidence.ts';
import type { Vocabulary } from '../phrases/vocabulary.ts';

/** The most words after its cue at which the last day of something may end. */
const REACH = 7;

/**
 * The days that lie ahead or behind, of facts that allow both: "warranty until 1 June 2027", "it runs until March 2028";
 * and the days ahead of an appointment: "the tour starts on 10 January 2027", which is no end.
 * Where a day without a year may be either, it is not taken.
 */
export function inferEndDays(vocabulary: Vocabulary, reading: Reading, today: string): InferredFact[] {
  const cues = reading.evidence.filter((one) => isEnd(vocabulary, one) && isStated(one) && one.polarity === 'affirmed');
  const facts = [...new Set(cues.map(({ sense }) => sense.fact))];
  return facts.flatMap((fact) => {
    const isAppointment = vocabulary.facts.get(fact)?.isAppointment === true;
    const own = cues.filter(({ sense }) => sense.fact === fact);
    const ends = own.flatMap((cue) => endDay(reading, cue, { today, isAppointment }) ?? []);
    return new Set(ends.map(({ value }) => value)).size === 1 ? ends.slice(0, 1) : [];
  });
}

function isEnd(vocabulary: Vocabulary, { sense }: Evidence): boolean {
  return sense.kind === 'cue' && vocabulary.facts.get(sense.fact)?.isFutureAllowed === true;
}

function endDay(
  reading: Reading,
  cue: Evidence,
  { today, isAppointment }: { today: string; isAppointment: boolean },
): InferredFact | undefined {
  const [first, furthest] = [firstOf(cue), lastBeside(reading, lastOf(cue))];
  const end = endIn(reading, first, furthest, today);
  const days = daysOf(end) ?? (isAppointment ? dayAhead(reading, cue, end, today) : undefined);
  if (days === undefined) return undefined;
  const last = shortest(reading, first, furthest, { end, today, from: lastOf(cue) });
  return {
    fact: cue.sense.fact,
    value: days.from,
    confidence: cue.mood === 'stated' ? 'high' : 'low',
    ...(days.from !== days.to && { range: days }),
    ...quoted(reading, first, last),
  };
}

/** The last word of the sentence in which a cue stands, or the last that its day may reach to. */
function lastBeside({ tokens }: Reading, cue: number): number {
  const pause = tokens.findIndex((token, at) => at > cue && token.pause === 'sentence');
  return Math.min(cue + REACH, (pause < 0 ? tokens.length : pause) - 1);
}

function endIn({ text, tokens }: Reading, first: number, last: number, today: string): EndReading {
  return readEnd(text.slice(tokens[first]?.start, tokens[last]?.end), { today });
}

/** The last word that is needed to say an end. */
function shortest(
  reading: Reading,
  first: number,
  furthest: number,
  { end, today, from }: { end: EndReading; today: string; from: number },
): number {
  for (let last = from; last < furthest; last += 1)
    if (JSON.stringify(endIn(reading, first, last, today)) === JSON.stringify(end)) return last;
  return furthest;
}

interface Days {
  from: string;
  to: string;
}

function daysOf(end: EndReading): Days | undefined {
  if (end.kind === 'day') return { from: end.value, to: end.value };
  return end.kind === 'range' ? { from: end.from, to: end.to } : undefined;
}

/** The day of what the cue itself tells, as long as it has not happened yet: "it starts on 10 January 2027". */
function dayAhead(reading: Reading, cue: Evidence, end: EndReading, today: string): Days | undefined {
  if (end.kind !== 'other-event' || end.from !== end.to || end.from < today) return undefined;
  const { text, tokens } = reading;
  const beside = text.slice(tokens[firstOf(cue)]?.start, tokens[lastBeside(reading, lastOf(cue))]?.end);
  const [day] = readDays(beside, { today });
  const told = eventsNamed(textOf(reading, firstOf(cue), lastOf(cue)));
  return day && isAmong(day.events, told) ? { from: end.from, to: end.to } : undefined;
}
