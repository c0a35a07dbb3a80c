/** Words for other events than the one asked about. */
const otherEvents =
  /\b(?:ordered|order date|bought|purchased?|paid|sent|shipped|dispatched|invoice|receive[ds]?|arrived|delivered|got|came)\b/gi;

/** True if a message speaks of other events on a day than its question does: "ordered" where receipt is asked. */
export function isOfOtherEvent(text: string, asked: string, cues: readonly string[]): boolean {
  const events = text.slice(0, 500).match(otherEvents) ?? [];
  const own = new Set(`${asked} ${cues.join(' ')}`.toLowerCase().match(/\w+/g));
  return events.length > 0 && !events.some((event) => own.has(event.toLowerCase()));
}
