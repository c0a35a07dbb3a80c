import type { Words } from './catalog/words.ts';

/** The time when people at the shop can be expected; `time` is HH:MM on their clock, `weekday` 0 on Monday. */
export type Availability =
  | { kind: 'unknown' }
  | { kind: 'open' }
  | { kind: 'today' | 'tomorrow'; time: string }
  | { kind: 'weekday'; weekday: number; time: string };

/** The time when people can be expected, in a sentence. */
export function whenAnswered(words: Words, availability: Availability): string {
  switch (availability.kind) {
    case 'unknown':
    case 'open':
      return words.say(`office.${availability.kind}`);
    case 'today':
    case 'tomorrow':
      return words.say(`office.${availability.kind}`, { time: availability.time });
    case 'weekday':
      return words.say('office.weekday', { weekday: words.weekday(availability.weekday), time: availability.time });
  }
}
