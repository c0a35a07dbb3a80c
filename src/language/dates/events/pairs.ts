import { anyOf } from '../../text/phrases.ts';
import type { CountedWords } from './counted.ts';
import counting from './en/counted.json' with { type: 'json' };
import en from './en/pauses.json' with { type: 'json' };
import type { EventWords } from './events.ts';

/** A stretch of a plain text. */
interface Place {
  start: number;
  end: number;
}

/** A day and the event that the words beside it name. */
export interface DayPair<D extends Place> {
  day: D;
  event: EventWords;
  /** True if a pause lies between them, so that the day may stand by itself: "3 May, it stopped working". */
  isLoose: boolean;
}

/** The most words between an event and its day; a pause counts as some. */
const FURTHEST = 9;
const PAUSE = 3;
/** The factor by which "bought on 3 May" is nearer than "on 3 May I bought". */
const EVENT_AFTER = 2.5;
const PAUSES = new RegExp(`[,;)]| - |\\b${anyOf(en.pause)}\\b`, 'g');

/** Each day of a plain sentence with its event, the nearest first; a day and an event are used once. */
export function pairsOf<D extends Place>(
  text: string,
  days: readonly D[],
  events: readonly EventWords[],
  counted: readonly CountedWords[],
): DayPair<D>[] {
  const inTurn = pairsInTurn(text, days, events);
  if (inTurn !== undefined) return inTurn;
  const all = days
    .flatMap((day) => events.map((event) => ({ day, event, ...costOf(text, day, event, { days, events, counted }) })))
    .filter(({ cost }) => cost <= FURTHEST)
    .sort((a, b) => a.cost - b.cost);
  const pairs: DayPair<D>[] = [];
  for (const { day, event, isLoose } of all)
    if (!pairs.some((pair) => pair.day === day || pair.event === event)) pairs.push({ day, event, isLoose });
  return pairs;
}

// "On 3 May I ordered it, on 5 May it came": a day before each event, all through.
function pairsInTurn<D extends Place>(
  text: string,
  days: readonly D[],
  events: readonly EventWords[],
): DayPair<D>[] | undefined {
  if (days.length < 2 || days.length !== events.length) return undefined;
  const pairs = days.flatMap((day, at) => {
    const event = events[at];
    const next = days[at + 1];
    const isBefore = event && event.start >= day.end && (next === undefined || event.end <= next.start);
    return isBefore && pausesIn(text.slice(day.end, event.start)) === 0 ? [{ day, event, isLoose: false }] : [];
  });
  return pairs.length === days.length ? pairs : undefined;
}

const SO = new RegExp(`\\b${anyOf(counting.soDay)} (?:(?:on|the) )*$`);

interface Neighbours {
  days: readonly Place[];
  events: readonly EventWords[];
  counted: readonly CountedWords[];
}

function costOf(
  text: string,
  day: Place,
  event: EventWords,
  { days, events, counted }: Neighbours,
): { cost: number; isLoose: boolean } {
  const isBefore = event.end <= day.start;
  const [from, to] = isBefore ? [event.end, day.start] : [day.end, event.start];
  const isBetween = (one: Place): boolean => one.start >= from && one.end <= to;
  const pauses = pausesIn(text.slice(from, to));
  const isBlocked =
    events.some((one) => one !== event && isBetween(one)) ||
    (!isBefore && days.some(isBetween)) ||
    // "Two days after it came, on Friday, it broke", "the day after I got paid, so 1 November"
    (pauses > 0 &&
      isBefore &&
      events.some((one) => one.start >= day.end) &&
      counted.some(({ base, start }) => base === event && isFirst(start, events))) ||
    (isBefore && SO.test(text.slice(from, to)));
  if (isBlocked) return { cost: Number.POSITIVE_INFINITY, isLoose: true };
  const words = text.slice(from, to).match(/[\w'-]+/g)?.length ?? 0;
  const cost = words + pauses * PAUSE + (isBefore ? 0 : EVENT_AFTER);
  return { cost, isLoose: pauses > 0 };
}

function isFirst(start: number, events: readonly EventWords[]): boolean {
  return !events.some((event) => event.end <= start);
}

/** The number of commas and words that begin a clause in a stretch of plain text. */
export function pausesIn(text: string): number {
  return text.match(PAUSES)?.length ?? 0;
}
