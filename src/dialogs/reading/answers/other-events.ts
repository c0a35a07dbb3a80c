import { type DayEvent, eventsNamed, isAmong } from '../../../language/dates/events/events.ts';

/** The events of which the day is asked: those that the question names, else those of its fact's phrases. */
export function askedEvents(asked: string, phrases: readonly string[]): ReadonlySet<DayEvent> {
  const named = eventsNamed(asked);
  return named.size > 0 ? named : eventsNamed(phrases.join(', '));
}

/** True if a message speaks of other events on a day than its question does: "ordered" where receipt is asked. */
export function isOfOtherEvent(text: string, asked: string, cues: readonly string[]): boolean {
  const events = [...eventsNamed(text)];
  const own = askedEvents(asked, cues);
  return events.length > 0 && own.size > 0 && !isAmong(events, own);
}

/** True if a message names an event whose day is asked. */
export function namesAskedEvent(text: string, asked: string, cues: readonly string[]): boolean {
  return isAmong([...eventsNamed(text)], askedEvents(asked, cues));
}
