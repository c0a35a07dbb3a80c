import { anyOf } from '../text/phrases.ts';
import en from './en/details.json' with { type: 'json' };
/** Details of a message that are no facts of a policy but lead to some. */
export interface StatedDetails {
  orderNumber?: string;
  email?: string;
  serialNumber?: string;
}

const ADDRESS = /[^\s<>(),;:"@]{1,64}@[^\s<>(),;:"@]{1,190}\.[a-z]{2,24}(?![a-z])/i;
// Between the word and the number stand a few words that add nothing: "order no. is: EQ-1001".
const BETWEEN = String.raw`(?:(?: ?[#:=.(] ?| )${anyOf(en.between)}\b){0,4}(?: ?[#:=.(]{1,2} ?| )`;
const NUMBER = String.raw`((?=[a-z0-9_/-]{0,20}\d)[a-z0-9][a-z0-9_/-]{2,40}[a-z0-9])(?![a-z0-9])`;
const ORDER = new RegExp(String.raw`\b(?:${anyOf(en.order)}|order#)${BETWEEN}${NUMBER}`, 'gi');
const SERIAL = new RegExp(String.raw`\b${anyOf(en.serial)}${BETWEEN}${NUMBER}`, 'gi');
/** A date, a time or a length of time, which follows "order" as often as a number does. */
const NO_NUMBER = new RegExp(`^(?:(?:19|20)\\d\\d|\\d{1,4}[/-]\\d{1,2}(?:[/-]\\d{1,4})?|\\d+${anyOf(en.units)})$`, 'i');

/** The order number, e-mail address and serial number that a message names as such, spelt as in the message. */
export function readDetails(text: string): StatedDetails {
  const email = ADDRESS.exec(text)?.[0].replace(/[.]+$/, '');
  const rest = email === undefined ? text : text.replace(email, ' ');
  const serialNumber = numberAfter(SERIAL, rest);
  const orderNumber = numberAfter(ORDER, rest);
  return { ...(orderNumber && { orderNumber }), ...(email && { email }), ...(serialNumber && { serialNumber }) };
}

// Of two different numbers the customer means one, and who knows which.
function numberAfter(pattern: RegExp, text: string): string | undefined {
  const found = new Set(
    Array.from(text.matchAll(pattern), ([, number = '']) => number).filter((number) => !NO_NUMBER.test(number)),
  );
  return found.size === 1 ? [...found][0] : undefined;
}
