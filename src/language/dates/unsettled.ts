import { anyOf } from '../text/phrases.ts';
import { plainText } from '../text/plain-text.ts';
import en from './en/unsettled.json' with { type: 'json' };

const UNSETTLED = new RegExp(`(?<![\\w'])${anyOf([...en.planned, ...en.reported, ...en.overtaken])}(?!\\w)`);
const MAX_LENGTH = 300;

/**
 * True if a day in a message may be one that was only planned, imagined or told by others, or one that something else has
 * overtaken: "it was to arrive on 3 May", "I was told it came on the 3rd", "it ended in May, but they extended it".
 */
export function isUnsettled(text: string): boolean {
  return UNSETTLED.test(plainText(text, MAX_LENGTH));
}
