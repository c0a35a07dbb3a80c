import { anyOf } from '../../text/phrases.ts';
import { Remembered } from '../../text/remembered.ts';
import { type DateText, plainDateText } from '../text.ts';
import en from './en/events.json' with { type: 'json' };
import pauses from './en/pauses.json' with { type: 'json' };

const DAY_EVENTS = [
  'ordered',
  'paid',
  'shipped',
  'received',
  'acquired',
  'opened',
  'installed',
  'broke',
  'noticed',
  'contacted',
  'repaired',
  'returned',
  'ends',
  'begins',
  'occasion',
  'other',
] as const satisfies (keyof typeof en)[];

/**
 * What happened on a day. `acquired` is to have got something, by buying or by receiving it; an `occasion` is
 * a birthday or a holiday, `other` is whatever else says nothing of an order.
 */
export type DayEvent = (typeof DAY_EVENTS)[number];

/** Words of a plain text that name an event. */
export interface EventWords {
  event: DayEvent;
  start: number;
  end: number;
}

const EVENTS = DAY_EVENTS.map(
  (event) => [event, new RegExp(`(?<![\\w-])(?:${anyOf(en[event])})(?![\\w-])`, 'g')] as const,
);

/** The events that a plain text names, in its order; of words that overlap, the longest count. What is denied is another. */
export function eventsIn({ text }: Pick<DateText, 'text'>): EventWords[] {
  const all = EVENTS.flatMap(([event, pattern]) =>
    Array.from(text.matchAll(pattern), ({ 0: words, index }) => ({ event, start: index, end: index + words.length })),
  );
  const kept: EventWords[] = [];
  for (const one of all.toSorted((a, b) => b.end - b.start - (a.end - a.start)))
    if (!kept.some(({ start, end }) => one.start < end && one.end > start)) kept.push(one);
  return kept
    .map((one) =>
      DENIED.test(text.slice(Math.max(0, one.start - 20), one.start)) ? { ...one, event: 'other' as const } : one,
    )
    .sort((a, b) => a.start - b.start);
}

// "I didn't buy it on the 3rd"
const DENIED = /(?:n't|\bnot|\bnever|\bcannot)(?: (?:have|been|get|even|actually|really))? $/;

const FAILING = new RegExp(`(?<![\\w-])(?:\\w*)${anyOf(pauses.sinceFailing)}(?![\\w-])`);

/** "It does not work" where a day is given since when: that is when it broke. */
export function failingIn(text: string): EventWords | undefined {
  const match = FAILING.exec(text);
  return match ? { event: 'broke', start: match.index, end: match.index + match[0].length } : undefined;
}

/** The events that a question or a name of a day speaks of: "When did you buy it?" of `ordered`. */
export function eventsNamed(text: string): ReadonlySet<DayEvent> {
  return named.of(text, '', () => new Set(eventsIn(plainDateText(text, 0, MAX_LENGTH)).map(({ event }) => event)));
}

// The same few words are asked about for each day of a message.
const named = new Remembered<ReadonlySet<DayEvent>>();

const MAX_LENGTH = 500;

/** The events of which each is taken for the other as well. */
const SAME: Partial<Record<DayEvent, readonly DayEvent[]>> = { acquired: ['ordered', 'received'] };
/** Events that mostly fall on the day of another, and may not. */
const NEAR: Partial<Record<DayEvent, readonly DayEvent[]>> = {
  paid: ['ordered'],
  broke: ['noticed'],
  noticed: ['broke'],
  contacted: ['shipped'],
};

/** True if one of some events is one of those asked about, or is taken for it. */
export function isAmong(events: readonly DayEvent[], asked: ReadonlySet<DayEvent>): boolean {
  return events.some((event) => asked.has(event) || SAME[event]?.some((one) => asked.has(one)) === true);
}

/** True if one of some events mostly falls on the day of one asked about. */
export function isNear(events: readonly DayEvent[], asked: ReadonlySet<DayEvent>): boolean {
  return events.some((event) => NEAR[event]?.some((one) => asked.has(one)) === true);
}
