import { Temporal } from 'temporal-polyfill';
import { anyOf } from '../../text/phrases.ts';
import { type DateReading, readingOfDays } from '../dates.ts';
import { datedSentences, placeIn } from '../dates-in-text.ts';
import { isUpTo } from '../en/names.ts';
import { countedFrom } from '../en/rules/relative.ts';
import type { DateContext, Days } from '../rule.ts';
import { type DateText, plainDateText } from '../text.ts';
import { type CountedWords, countedIn } from './counted.ts';
import pauses from './en/pauses.json' with { type: 'json' };
import { type DayEvent, type EventWords, eventsIn, failingIn } from './events.ts';
import { dayOfMonthBeside } from './ordinals.ts';
import { pairsOf, pausesIn } from './pairs.ts';

/** A day in a message, and what happened on it as far as the words beside it tell. */
export interface DayMention {
  reading: Exclude<DateReading, { kind: 'none' }>;
  /** What happened on the day, in the order of the message; empty where no word beside it tells. */
  events: readonly DayEvent[];
  /** The places in the message that this rests on: the day first, then the words that name its events. */
  places: readonly { start: number; end: number }[];
  /** True if the day was counted from that of another event: "5 days after I ordered it". */
  isCounted: boolean;
  /** True if a pause lies between the day and its event, so that it may stand by itself: "3 May, it broke". */
  isLoose: boolean;
}

/** A mention whose places are still those of its sentence's plain words. */
interface Mention extends Omit<DayMention, 'events' | 'places'> {
  day: { start: number; end: number };
  events: EventWords[];
  words: DateText;
}

/**
 * The days of a message with the event that each belongs to, in the message's order; days to come are read as `future`.
 */
export function readDays(text: string, options: { today: string; order?: DateContext['order'] }): DayMention[] {
  const today = Temporal.PlainDate.from(options.today);
  const mentions: Mention[] = [];
  for (const { start, words, days } of datedSentences(text, options)) {
    const events = withoutOccasions(words.text, besides(days, eventsIn(words)));
    const counted = countedIn(words.text, events, days);
    const pairs = pairsOf(words.text, days, events, counted);
    for (const day of days) {
      const pair = pairs.find((one) => one.day === day);
      const own = pair ? together(words.text, pair.event, events) : elsewhere(text, start, words.text, day, events);
      const kinds = own.map(({ event }) => event);
      const beside = dayOfMonthBeside(words.text.slice(day.start, day.end), kinds, lastOf(mentions), today);
      mentions.push({
        reading: beside ?? day.reading,
        day,
        events: own,
        words,
        isCounted: false,
        isLoose: pair?.isLoose ?? false,
      });
    }
    takeBack(mentions, words);
    for (const one of counted) {
      const mention = countedDay(one, { words, events, mentions }, today);
      if (mention) mentions.push(mention);
    }
  }
  return mentions.map(asMention).sort((a, b) => (a.places[0]?.start ?? 0) - (b.places[0]?.start ?? 0));
}

const TAKING_BACK = new RegExp(`(?<!\\w)${anyOf(pauses.takingBack)}(?!\\w)`);

/** "On the 14th, I mean the 15th": what was taken back is dropped, and what replaces it has its event. */
function takeBack(mentions: Mention[], words: DateText): void {
  for (let at = mentions.length - 1; at > 0; at -= 1) {
    const [former, latter] = [mentions[at - 1], mentions[at]];
    if (former?.words !== words || latter?.words !== words) continue;
    if (!TAKING_BACK.test(words.text.slice(former.day.end, latter.day.start))) continue;
    const events = latter.events.length > 0 ? latter.events : former.events;
    mentions.splice(at - 1, 2, { ...latter, events });
  }
}

function asMention({ reading, day, events, words, isCounted, isLoose }: Mention): DayMention {
  const places = [day, ...events].filter(({ end }) => end > 0).map(({ start, end }) => placeIn(words, start, end));
  return { reading, events: events.map(({ event }) => event), places, isCounted, isLoose };
}

// "I ordered and paid on 3 May": both happened on it.
function together(text: string, event: EventWords, events: readonly EventWords[]): EventWords[] {
  const previous = events[events.indexOf(event) - 1];
  const isJoined =
    previous &&
    /^(?: (?:it|them|this))? ?(?:and|&|\/) ?(?:(?:i|we|also) )*$/.test(text.slice(previous.end, event.start));
  return isJoined ? [previous, event] : [event];
}

// The "from" of "the invoice is from 3 May" is of the day.
function besides(days: readonly { start: number; end: number }[], events: readonly EventWords[]): EventWords[] {
  return events.flatMap((event) => {
    const day = days.find(({ start, end }) => event.start < end && event.end > start);
    if (day === undefined) return [event];
    return event.start < day.start ? [{ ...event, end: day.start }] : [];
  });
}

// "I got it on my birthday, 3 May": the day is when I got it.
function withoutOccasions(text: string, events: readonly EventWords[]): EventWords[] {
  return events.filter(({ event, start, end }, at) => {
    const [previous, next] = [events[at - 1], events[at + 1]];
    const isBeside =
      (previous && pausesIn(text.slice(previous.end, start)) === 0) ||
      (next && pausesIn(text.slice(end, next.start)) === 0);
    return event !== 'occasion' || !isBeside;
  });
}

const PREVIOUS_SENTENCE = 200;

/** The events of a day that has none beside it: "It arrived. That was on Friday", "it doesn't work since Friday". */
function elsewhere(
  message: string,
  start: number,
  text: string,
  day: { start: number; end: number },
  events: readonly EventWords[],
): EventWords[] {
  const isSince = /\bsince (?:the )?$/.test(text.slice(0, day.start)) || text.startsWith('since', day.start);
  const failing = isSince ? failingIn(text) : undefined;
  if (failing) return [failing];
  if (events.length > 0 || !/^ ?(?:and )?(?:that|this|which) (?:was|is|happened)\b/.test(text)) return [];
  const last = eventsIn(plainDateText(message, Math.max(0, start - PREVIOUS_SENTENCE), start)).at(-1);
  return last ? [{ event: last.event, start: 0, end: 0 }] : [];
}

function lastOf(mentions: readonly Mention[]): { reading: DateReading; events: DayEvent[] } | undefined {
  const last = mentions.at(-1);
  return last && { reading: last.reading, events: last.events.map(({ event }) => event) };
}

function countedDay(
  counted: CountedWords,
  { words, events, mentions }: { words: DateText; events: readonly EventWords[]; mentions: readonly Mention[] },
  today: Temporal.PlainDate,
): Mention | undefined {
  const dated = (event: EventWords): Mention | undefined =>
    mentions.find((one) => one.words === words && one.events.includes(event));
  const own = eventOf(
    counted,
    words.text,
    events,
    mentions.filter((one) => one.words === words),
  );
  const { base, direction } = counted;
  const from =
    base === undefined ? mentions.findLast(isBefore(counted, words)) : (dated(base) ?? ofEvent(mentions, base));
  const result = (event: EventWords | undefined, reading: DateReading | undefined): Mention | undefined =>
    reading === undefined || reading.kind === 'none' || reading.kind === 'future'
      ? undefined
      : { reading, day: counted, events: event ? [event] : [], words, isCounted: true, isLoose: false };
  // "It came on the 16th, that was four days after I ordered"
  const known = own ? dated(own) : base && !from ? mentions.findLast(isBefore(counted, words)) : undefined;
  if (from && !known && (own || base)) return result(own, shifted(from.reading, counted, today));
  if (known && !from && base)
    return result(
      base,
      shifted(known.reading, { ...counted, direction: direction === 'after' ? 'before' : 'after' }, today),
    );
  return undefined;
}

function isBefore(counted: CountedWords, words: DateText): (mention: Mention) => boolean {
  return (mention) => mention.words !== words || mention.day.end <= counted.start;
}

// "I ordered it on the 10th. It arrived 5 days after I ordered."
function ofEvent(mentions: readonly Mention[], { event }: EventWords): Mention | undefined {
  return mentions.findLast(({ events }) => events.some((one) => one.event === event));
}

/** The event whose day is counted: the one before in the same clause, else the next one that is not counted from. */
function eventOf(
  { start, end, base, implied }: CountedWords,
  text: string,
  events: readonly EventWords[],
  mentions: readonly Mention[],
): EventWords | undefined {
  const previous = events.findLast((event) => event.end <= start && event !== base);
  const gap = previous && text.slice(previous.end, start);
  const isOfClause =
    previous && pausesIn(gap ?? '') === 0 && !mentions.some(({ day }) => day.start >= previous.end && day.end <= start);
  if (isOfClause) return previous;
  const next = events.find((event) => event.start >= (base?.end ?? end) && event.event !== base?.event);
  return next ?? (implied && { event: implied, start: 0, end: 0 });
}

function shifted(
  reading: DateReading,
  { duration, direction, hedge }: CountedWords,
  today: Temporal.PlainDate,
): DateReading | undefined {
  if (reading.kind !== 'date' && reading.kind !== 'range') return undefined;
  const [first, last] = reading.kind === 'date' ? [reading.value, reading.value] : [reading.from, reading.to];
  const known: Days = { from: Temporal.PlainDate.from(first), to: Temporal.PlainDate.from(last) };
  const days = duration === '0 days' ? known : countedFrom(known, `${duration} ${direction} `);
  const meant = days && hedgedFrom(days, known, hedge);
  return meant && readingOfDays(meant, today);
}

/** "About 5 days after" leaves a sixth of that on both sides, "within 5 days after" all days since. */
function hedgedFrom(days: Days, known: Days, hedge: CountedWords['hedge']): Days | undefined {
  const isAfter = isUpTo(known.from, days.from);
  switch (hedge) {
    case undefined:
    case 'perhaps':
      return { ...days, isPerhaps: hedge === 'perhaps' };
    case 'about': {
      const margin = Math.max(1, Math.round(Math.abs(known.from.until(days.from).days) / 6));
      return { from: days.from.subtract({ days: margin }), to: days.to.add({ days: margin }), nearest: days.from };
    }
    case 'at-most':
    case 'shorter-than':
      return isAfter ? { from: known.from, to: days.to } : { from: days.from, to: known.to };
    default:
      return undefined;
  }
}
