import { anyOf } from '../text/phrases.ts';
import { plainText } from '../text/plain-text.ts';
import en from './en/instead.json' with { type: 'json' };

const DENIED_FIRST = new RegExp(
  `^(?:${anyOf(en.leads)}[ ,]+)*${anyOf(en.denying)} .{1,25}?(?:,? ${anyOf(en.before)}[^,;.]{0,20})?(?:[,;.] ?|,? )${anyOf(en.but)} ?(.+)$`,
);
const DENIED_AND_PAUSE = new RegExp(
  `^(?:${anyOf(en.leads)}[ ,]+)*${anyOf(en.denying)} [^,;.]{1,25}?(?: ${anyOf(en.before)}[^,;.]{0,20})?[,;.] ?(.+)$`,
);
// "No, I meant 24 months" takes back an answer that was given before.
const TAKEN_BACK = new RegExp(`^(?!${anyOf(en.leads)}[ ,]).{2,40}?[ ,.;-]+${anyOf(en.takingBack)}[ ,.:-]+(.+)$`);

/** What a reply says instead of what it takes back: "the 15th" of "not the 14th as I wrote, but the 15th". */
export function insteadOfTakenBack(text: string): string | undefined {
  const plain = plainText(text, MAX_LENGTH);
  return (DENIED_FIRST.exec(plain) ?? DENIED_AND_PAUSE.exec(plain) ?? TAKEN_BACK.exec(plain))?.[1];
}

/** A longer message tells a story. */
const MAX_LENGTH = 120;
