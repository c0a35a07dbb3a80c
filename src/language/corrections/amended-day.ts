import { MONTH } from '../dates/en/names.ts';
import { anyOf } from '../text/phrases.ts';
import { plainText } from '../text/plain-text.ts';
import en from './en/amended-day.json' with { type: 'json' };

const DAY = String.raw`(\d{1,2})(?:st|nd|rd|th)?(?![\w/.:-]*\d)`;
const TAKING_BACK = `[ ,.;:-]+(?:${anyOf(en.takingBack)}[ ,.:-]+)+(?:(?:on|it was|the) )*`;
// No month and no unit follows: "3 - no, 4 weeks ago" is another answer.
const REST = String.raw`(?=$|[,.;!] ?|\n)(.*)$`;
const MONTH_FIRST = new RegExp(String.raw`^(.*\b${MONTH}\.?) ${DAY}${TAKING_BACK}${DAY}${REST}`);
const DAY_FIRST = new RegExp(String.raw`^(.*?)\b${DAY} ((?:of )?${MONTH}\.?)${TAKING_BACK}${DAY}${REST}`);

/** A reply with the day of its month put right: "20 October, this year" of "the 19th of October, no, 20, this year". */
export function amendedDay(text: string): string | undefined {
  const plain = plainText(text, MAX_LENGTH);
  const monthFirst = MONTH_FIRST.exec(plain);
  if (monthFirst) return `${monthFirst[1]} ${monthFirst[3]}${monthFirst[4]}`;
  const dayFirst = DAY_FIRST.exec(plain);
  return dayFirst ? `${dayFirst[1]}${dayFirst[4]} ${dayFirst[3]}${dayFirst[5]}` : undefined;
}

const NO_MORE = new RegExp(`[ ,;.-]+(?:but )?${anyOf(en.noMore)}[.! ]*$`, 'i');

/** A reply without "more I can't tell you" at its end. */
export function withoutLimit(text: string): string {
  return text.replace(NO_MORE, '');
}

/** A longer message tells a story. */
const MAX_LENGTH = 120;
