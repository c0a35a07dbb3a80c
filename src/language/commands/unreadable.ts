import { anyOf } from '../text/phrases.ts';
import en from './en/unreadable.json' with { type: 'json' };

const ofWritten = (phrases: readonly string[]): string =>
  anyOf(phrases.map((phrase) => phrase.replaceAll('<written>', en.written)));
const UNREADABLE = new RegExp(
  `^(?:(?:and|but|so|because|as|since|sorry|well)[ ,]+)*(?:${ofWritten(en.leads)}${anyOf(en.gone)}|${ofWritten(en.unread)})(?:[ ,]+${anyOf(en.tails)})*$`,
);

/** True if the plain text of a clause says that what is written cannot be read: "the stamp is smudged", "rubbed off". */
export function isUnreadable(clause: string): boolean {
  return UNREADABLE.test(clause);
}
