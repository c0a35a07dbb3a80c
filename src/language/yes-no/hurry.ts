import { anyOf } from '../text/phrases.ts';
import { plainText } from '../text/plain-text.ts';
import en from './en/hurry.json' with { type: 'json' };

const SMALL = '(?: (?:please|now|then|up|here|ok|okay|with it))*';
const HURRY = new RegExp(
  `^(.+?)[ ,.!;-]+${anyOf(en.hurry)}${SMALL}((?:[ ,.!;-]+(?:and )?${anyOf(en.hurry)}${SMALL})*)[ .!]*$`,
);

/** A message in plain words without what it says of haste at its end: "yes yes" of "yes yes hurry up, my bus is here". */
export function withoutHurry(text: string): string {
  return HURRY.exec(plainText(text, MAX_LENGTH))?.[1] ?? text;
}

/** A longer message tells more than that. */
const MAX_LENGTH = 120;
