import { anyOf, wordSet } from '../text/phrases.ts';
import { plainText } from '../text/plain-text.ts';
import { segmentsOf } from '../text/segments.ts';
import { wordsOf } from '../text/words.ts';
import { readCommand } from './commands.ts';
import { declinesPerson } from './declined-person.ts';
import en from './en/wanted-person.json' with { type: 'json' };

const WANTING = wordSet(en.wanting);
/** "Let me think about it and talk to the boss": to one's own. */
const DEFERRING = new RegExp(`^(?:${anyOf(en.leads)}[ ,.]+)*${anyOf(en.deferring)}\\b`);
/** A longer message tells a story, in which others may ask for somebody. */
const maxLength = 1_000;

/** True if a clause of a message asks for a person in so many words, whatever the others tell: "it leaks, get me a human". */
export function wantsPerson(text: string): boolean {
  if (text.length > maxLength || declinesPerson(text) || DEFERRING.test(plainText(text, 40))) return false;
  return segmentsOf(text)
    .map(({ start, end }) => text.slice(start, end))
    .some(
      (clause) => wordsOf(clause.toLowerCase()).some((word) => WANTING.has(word)) && readCommand(clause) === 'human',
    );
}
