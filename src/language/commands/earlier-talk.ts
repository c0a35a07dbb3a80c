import { anyOf } from '../text/phrases.ts';
import { plainAnswer } from '../text/plain-text.ts';
import en from './en/earlier-talk.json' with { type: 'json' };

/** A reference that a message names, and whether it says what it is. */
export interface NamedReference {
  /** As it was issued: four signs, a hyphen, four signs, in capitals. */
  reference: string;
  /** What the message calls it: a reference, something else such as an order, or nothing. */
  calledBy: 'reference' | 'other' | undefined;
}

/** Without letters and digits that sound or look alike, as references are made. */
const SIGN = '[2-9A-HJKMNP-TV-Z]';
const REFERENCE = new RegExp(String.raw`(?<![\w-])(${SIGN}{4})[-‐‑–]?(${SIGN}{4})(?![\w-])`, 'giu');

/** A code, as an e-mail gives it: eight digits, and no more than "the code is" before them. */
const CODE = /^\s*(?:(?:the |my )?code(?: is)?:?\s*)?(\d{4})[\s-]?(\d{4})[\s.!]*$/i;

const CALLED = (names: readonly string[]): RegExp => new RegExp(`\\b${anyOf(names)}\\b`, 'i');
const CALLED_REFERENCE = CALLED(en.namesReference);
const CALLED_OTHER = CALLED(en.namesOther);

const LEADS = `(?:${anyOf(en.leads)}[ ,.!?;:-]+)*`;
const TAILS = `(?:[ ,.!?;:-]+${anyOf(en.tails)})*`;
const MAIL_TALK = new RegExp(`^${LEADS}${anyOf(en.mailTalk)}${TAILS}[ ,.!?;:-]*$`);

/** A longer message says more than that, in characters. */
const maxLength = 160;

/** The reference that a message names, if it names just one. */
export function readReference(text: string): NamedReference | undefined {
  const calledBy = CALLED_REFERENCE.test(text) ? 'reference' : CALLED_OTHER.test(text) ? 'other' : undefined;
  const found = Array.from(text.matchAll(REFERENCE), ([whole, first = '', second = '']) => ({
    whole,
    reference: `${first}-${second}`.toUpperCase(),
  })).filter(({ whole }) => isLikely(whole, calledBy === 'reference'));
  const [only] = new Set(found.map(({ reference }) => reference));
  return found.length > 0 && only !== undefined && found.every(({ reference }) => reference === only)
    ? { reference: only, calledBy }
    : undefined;
}

/** "Hard-ware" and "2024-2025" have the form of a reference, too. */
function isLikely(whole: string, isCalledSo: boolean): boolean {
  const hasDigit = /\d/.test(whole);
  const hasLetter = /\p{L}/u.test(whole);
  const isHyphenated = whole.length > 8;
  if (isCalledSo) return hasDigit || whole === whole.toUpperCase();
  return isHyphenated && hasLetter && hasDigit;
}

/** The eight digits of a message that may be a code from an e-mail. */
export function readCode(text: string): string | undefined {
  const found = CODE.exec(text);
  return found ? `${found[1]}${found[2]}` : undefined;
}

/** True if a message as a whole asks to have this chat sent by e-mail; without addresses that stand in it. */
export function wantsTalkMailed(text: string): boolean {
  const plain = plainAnswer(text, maxLength + 1);
  return plain.length <= maxLength && MAIL_TALK.test(plain);
}
