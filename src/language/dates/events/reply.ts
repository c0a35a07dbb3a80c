import { type DateReading, readDate } from '../dates.ts';
import { readBounded } from './bounded.ts';
import { type DayMention, readDays } from './days.ts';
import { type DayEvent, eventsNamed, isAmong, isNear } from './events.ts';

/** What a reply to the question of a day says. */
export type DayReply =
  /** The day asked for; `isUnsure` where it is to be shown back, because its event is not quite the one asked about. */
  | { kind: 'asked'; reading: DateReading; isUnsure: boolean; mentions: readonly DayMention[] }
  /** Only days of other events. */
  | {
      kind: 'other-event';
      reading: Exclude<DateReading, { kind: 'none' }>;
      isUnsure: false;
      mentions: readonly DayMention[];
    };

/**
 * Reads the day of one of the events asked about (none: of any) in a reply: one that its words give to such an event,
 * else one that they give to none. A day of another event is no answer.
 */
export function readDayReply(text: string, options: { today: string; asked: ReadonlySet<DayEvent> }): DayReply {
  const { asked, today } = options;
  const mentions = readDays(text, { today });
  if (asked.size === 0 || mentions.every(({ events, isCounted }) => events.length === 0 && !isCounted))
    return ofNoEvent(text, mentions, options);
  const own = mentions.filter(({ events }) => isAmong(events, asked));
  if (own.length > 0) return answerOf(own, false);
  const counted = mentions.filter(({ events, isCounted }) => events.length === 0 && isCounted);
  const alone = mentions.filter(({ events, isCounted }) => events.length === 0 && !isCounted);
  // "Took it in on the 8th and handed it to me on the 15th": either may be meant.
  if (alone.length > 0) return answerOf(alone, mentions.some(isOfUnknownEvent));
  if (counted.length > 0) return answerOf(counted, true);
  const likely = mentions.filter(({ events, isLoose }) => isLoose || isNear(events, asked) || isOccasion(events));
  if (likely.length > 0) return answerOf(likely, true);
  const [first] = mentions;
  return first
    ? { kind: 'other-event', reading: first.reading, isUnsure: false, mentions }
    : { kind: 'asked', reading: { kind: 'none' }, isUnsure: false, mentions };
}

function isOfUnknownEvent({ events }: DayMention): boolean {
  return events.includes('other');
}

/** "On our trip, last weekend": a day that is told by what else it was. */
function isOccasion(events: readonly DayEvent[]): boolean {
  return events.length > 0 && events.every((event) => event === 'occasion');
}

/** A day of which nothing is said; that words elsewhere in the message name another event makes it unsure. */
function ofNoEvent(
  text: string,
  mentions: readonly DayMention[],
  { asked, today }: { today: string; asked: ReadonlySet<DayEvent> },
): DayReply {
  const reading = readDate(text, { today });
  const named = mentions.length === 0 && asked.size > 0 ? [...eventsNamed(text)] : [];
  const isUnsure = named.length > 0 && !isAmong(named, asked);
  if (reading.kind !== 'none') return { kind: 'asked', reading, isUnsure, mentions };
  const bounded = isUnsure ? undefined : readBounded(text, today);
  if (bounded) return { kind: 'asked', reading: bounded, isUnsure, mentions };
  // "2024", "it was 2024, I think": any day of that year.
  const year = YEAR_ALONE.exec(text.trim())?.[1];
  if (year !== undefined)
    return { kind: 'asked', reading: readDate(`in ${year}`, { today }), isUnsure: true, mentions };
  // "A good two weeks", in answer to "when": that long ago.
  const length = LENGTH_ALONE.exec(text.trim())?.[1];
  const ago = length === undefined ? reading : readDate(`${length} ago`, { today });
  return { kind: 'asked', reading: ago, isUnsure: true, mentions };
}

const YEAR_ALONE =
  /^(?:(?:it (?:was|is)|that was|maybe|i think|in|around|about|sometime|back) )*((?:19|20)\d\d)(?:,? (?:i (?:think|guess|believe)|maybe|or so))?[.!]?$/i;
const LENGTH_ALONE =
  /^(?:it (?:was|is|has been|'s been) |it's (?:been )?|i'd say |maybe |i think |for |since )?((?:(?!\b(?:warranty|every|per|each|old|after|before|until|long|later)\b)[\w ~-]){1,40}?\b(?:days?|weeks?|months?|years?|fortnights?)\b(?: at (?:the )?(?:most|least|utmost)| max| tops| or so| or more| or less)?)(?: now)?(?:,? (?:i'd say|i think|i guess|maybe|perhaps)[\w ]{0,20}|, [\w ]{0,25})?[.!]?$/i;

function answerOf(mentions: readonly DayMention[], isUnsure: boolean): DayReply {
  return {
    kind: 'asked',
    reading: readingOfAll(mentions.map(({ reading }) => reading)),
    isUnsure: isUnsure || mentions.some(({ isCounted }) => isCounted),
    mentions,
  };
}

/** The one day that some readings come to; two different days are asked about, more are none. */
function readingOfAll(readings: readonly DateReading[]): DateReading {
  const different = readings.filter(
    (one, at) => readings.findIndex((other) => JSON.stringify(other) === JSON.stringify(one)) === at,
  );
  const [first, second, ...more] = different;
  if (first === undefined || more.length > 0) return { kind: 'none' };
  if (second === undefined) return first;
  if (first.kind === 'date' && second.kind === 'date')
    return { kind: 'ambiguous', values: [first.value, second.value] };
  return narrower(first, second) ?? narrower(second, first) ?? { kind: 'none' };
}

// "Last week, I got it on Tuesday"
function narrower(inner: DateReading, outer: DateReading): DateReading | undefined {
  if (outer.kind !== 'range' || (inner.kind !== 'date' && inner.kind !== 'range')) return undefined;
  const [from, to] = inner.kind === 'date' ? [inner.value, inner.value] : [inner.from, inner.to];
  return outer.from <= from && to <= outer.to ? inner : undefined;
}
