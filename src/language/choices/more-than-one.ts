import { anyOf } from '../text/phrases.ts';
import { plainText } from '../text/plain-text.ts';
import en from './en/more-than-one.json' with { type: 'json' };

const MAX_LENGTH = 200;
const MORE = new RegExp(`^(?:${anyOf(en.leads)}[ ,]+)*${anyOf(en.more)}(?:[ ,]+${anyOf(en.tails)})*[ .!]*$`);
const JOINED = new RegExp(`(?:^|[ ,])(?:${anyOf(en.joining)})(?= )`);
const EITHER = new RegExp(`(?:^|[ ,])${anyOf(en.either)}(?= )`);

/** True if a reply says that it means more than one, whichever they are: "both", "all of them please". */
export function namesMore(text: string): boolean {
  return MORE.test(plainText(text, MAX_LENGTH));
}

/** True if a reply joins what it names, and leaves no choice between them: "the coats and the boots". */
export function isJoined(text: string): boolean {
  const plain = plainText(text, MAX_LENGTH);
  return JOINED.test(plain) && !EITHER.test(plain);
}

/** A reply without the numbers that count things: in "2 coats" the 2 is no place in a list. */
export function withoutCounts(text: string): string {
  return text.replace(COUNT, 'the ');
}

const COUNT = new RegExp(`(?<![\\p{L}\\d.,-])\\d{1,3} (?=(?!${anyOf(en.noThings)}\\b)\\p{L}{3,}s\\b)`, 'giu');
