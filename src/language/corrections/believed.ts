import { anyOf } from '../text/phrases.ts';
import { plainText } from '../text/plain-text.ts';
import en from './en/believed.json' with { type: 'json' };

const BELIEVED = new RegExp(
  `^(?:${anyOf(en.leads)}[ ,]+)*${anyOf(en.believed)}\\b[^;?]{1,50}?[,.]? ?\\bbut (?:${anyOf(en.found)}[ ,:-]+)?(.{2,60})$`,
);

/** What a reply says after a belief that it overtakes: "twelve months" of "I thought two years, but now I see: twelve months". */
export function afterBelief(text: string): string | undefined {
  return BELIEVED.exec(plainText(text, MAX_LENGTH))?.[1];
}

/** A longer message tells a story. */
const MAX_LENGTH = 160;
