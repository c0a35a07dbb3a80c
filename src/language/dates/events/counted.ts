import { DURATION } from '../../numbers/date-lengths.ts';
import { anyOf } from '../../text/phrases.ts';
import { HEDGE_BEFORE, type Hedge, hedgeOf } from '../en/rules/hedges.ts';
import en from './en/counted.json' with { type: 'json' };
import type { DayEvent, EventWords } from './events.ts';

/** Words that count a day from another event's day: "5 days after I ordered it", "two days later". */
export interface CountedWords {
  start: number;
  end: number;
  /** The length of time, as the rules for dates know it; "0 days" is the same day. */
  duration: string;
  direction: 'after' | 'before';
  /** How exactly the length is meant. */
  hedge: Hedge | undefined;
  /** The event counted from; undefined for the day that was named just before. */
  base: EventWords | undefined;
  /** What happened then where no word says it: what "took 5 days" is the way of a parcel. */
  implied: DayEvent | undefined;
}

const FROM_EVENT = new RegExp(
  `\\b(?:(${DURATION})|(?:the )?(day|night|week)) (?:(${anyOf(en.after)})|${anyOf(en.before)})(?= |$)`,
  'g',
);
const LATER = new RegExp(
  `\\b(?:(${DURATION}) ${anyOf(en.later)}|(${anyOf(en.nextDay)})|${anyOf(en.sameDay)})(?=$|[ ,.;:!?)])|\\b${anyOf(en.took)}(${DURATION})(?=$|[ ,.;:!?)])(?! (?:of|ago|from)\\b)`,
  'g',
);
const EARLIER = new RegExp(`\\b(${DURATION}) ${anyOf(en.earlier)}(?=$|[,.;:!?)]| (?:and|but|so|i|it)\\b)`, 'g');
/** The most characters between "after" and the event it counts from. */
const REACH = 40;

/** The words of a plain sentence that count a day from an event; `days`: the days named outright. */
export function countedIn(
  text: string,
  events: readonly EventWords[],
  days: readonly { start: number; end: number }[],
): CountedWords[] {
  const fromEvents = Array.from(text.matchAll(FROM_EVENT), (match) => fromEvent(match, events, days)).filter(
    (counted) => counted !== undefined,
  );
  const isFree = ({ start, end }: { start: number; end: number }): boolean =>
    ![...days, ...fromEvents].some((one) => start < one.end && end > one.start);
  const previous = [...Array.from(text.matchAll(LATER), laterOf), ...Array.from(text.matchAll(EARLIER), earlierOf)];
  const later = previous.filter(
    (counted) => isFree(counted) && !days.some(({ start }) => start >= counted.end && start <= counted.end + 5),
  );
  return [...fromEvents, ...later].sort((a, b) => a.start - b.start);
}

function fromEvent(
  { 0: words, 1: duration, 2: unit, 3: after, index, input }: RegExpExecArray,
  events: readonly EventWords[],
  days: readonly { start: number; end: number }[],
): CountedWords | undefined {
  const [start, end] = [index, index + words.length];
  const base = events.find((event) => event.start >= end && event.start <= end + REACH);
  const isDayFirst = days.some((day) => day.start < (base?.start ?? end) && day.end > start);
  if (base === undefined || isDayFirst) return undefined;
  const direction = after === undefined ? 'before' : 'after';
  const hedge = hedgeBefore(input.slice(0, start));
  return {
    start,
    end,
    duration: duration ?? `1 ${unit === 'night' ? 'day' : unit}`,
    direction,
    hedge,
    base,
    implied: undefined,
  };
}

function laterOf({ 0: words, 1: duration, 2: nextDay, 3: taken, index, input }: RegExpExecArray): CountedWords {
  return {
    start: index,
    end: index + words.length,
    duration: duration ?? taken ?? (nextDay === undefined ? '0 days' : '1 day'),
    direction: 'after',
    hedge: hedgeBefore(input.slice(0, index)),
    base: undefined,
    implied: words.startsWith('took') ? 'received' : undefined,
  };
}

function earlierOf({ 0: words, 1: duration = '', index, input }: RegExpExecArray): CountedWords {
  const hedge = hedgeBefore(input.slice(0, index));
  return {
    start: index,
    end: index + words.length,
    duration,
    direction: 'before',
    hedge,
    base: undefined,
    implied: undefined,
  };
}

const HEDGE_AT_END = new RegExp(`(${HEDGE_BEFORE}) ?$`);

function hedgeBefore(text: string): Hedge | undefined {
  return hedgeOf(HEDGE_AT_END.exec(text)?.[1], undefined);
}
