import { cardinalsInDigits } from '../numbers/number-words.ts';

const HOURS_AGO =
  /^(?:(?:it was|that was|it came|it arrived|i got it|just|exactly|only|about|around|roughly|some|maybe) )*(an?|\d{1,3})(?: and a half)? (?:hours?|hrs?|h) ago[.!]*$/;

/** The number of hours in a whole reply such as "25 hours ago" or "about two hours ago". */
export function readHoursAgo(text: string): number | undefined {
  const plain = cardinalsInDigits(text.trim().toLowerCase()).replace(/\s+/g, ' ');
  const count = HOURS_AGO.exec(plain)?.[1];
  if (count === undefined) return undefined;
  return (count.startsWith('a') ? 1 : Number(count)) + (/ and a half /.test(plain) ? 0.5 : 0);
}
