import { anyOf } from '../../text/phrases.ts';
import en from '../en/details/superseded.json' with { type: 'json' };
import type { Span } from '../inferred-fact.ts';

const OLD_AHEAD = new RegExp(
  String.raw`\b${anyOf(en.old)}(?: ${anyOf(en.things)})?(?: ${anyOf(en.links)}){0,3}[ :=]*$`,
  'i',
);
const OLD_BEHIND = new RegExp(`^["')]?,? ${anyOf(en.wasOld)}\\b`, 'i');
const GONE_BEHIND = new RegExp(`^["')>]*[^@;?]{0,60}?\\b${anyOf(en.gone)}\\b[^@;?]{0,30}$`, 'i');

/** True if the words beside a number or an address give it to what was before: "AB12 was my old one". */
export function isOfOldOne(text: string, { start, end }: Span): boolean {
  return OLD_AHEAD.test(text.slice(Math.max(0, start - 60), start)) || OLD_BEHIND.test(text.slice(end, end + 40));
}

/** True if the words between an address and the next say that it is no longer in use: "that box is closed, so". */
export function isClosed(text: string, { end }: Span, next: Span): boolean {
  return GONE_BEHIND.test(text.slice(end, next.start));
}

const WHICH = [new RegExp(`\\b${anyOf(en.first)}\\b`, 'i'), new RegExp(`\\b${anyOf(en.second)}\\b`, 'i')] as const;

/** Of two values, the one that a text means by its place: 0 for "it's about the first one", 1 for "the latter". */
export function placeMeant(text: string): 0 | 1 | undefined {
  const [isFirst, isSecond] = WHICH.map((pattern) => pattern.test(text));
  return isFirst === isSecond ? undefined : isFirst ? 0 : 1;
}

const LOOK_ALIKE: Readonly<Record<string, string>> = en.lookAlike;

/** A number with the letters that are taken for digits as those digits: "7G0041" for "7GOO41". */
export function asDigits(value: string): string {
  return value.replace(/\p{L}/gu, (letter) => LOOK_ALIKE[letter.toUpperCase()] ?? letter);
}
