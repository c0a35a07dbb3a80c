import { cardinalsInDigits, ordinalValue } from '../numbers/number-words.ts';
import { anyOf, wordSet } from '../text/phrases.ts';
import en from './en/position.json' with { type: 'json' };

const NOUN = anyOf(en.nouns);
const POSITION = new RegExp(`^(?:${NOUN}[ .:#]*|#)?(\\d{1,3})(?:st|nd|rd|th)?(?: ${NOUN})?$`);
const ORDINAL = new RegExp(`^(?:${NOUN} )?(?:the )?([a-z]+)(?: ${NOUN})?$`);
/** "B", "option c"; "a" alone is a letter, too, and no article. */
const LETTER = new RegExp(`^(?:${NOUN} )?([a-f])(?: ${NOUN})?$`);
const AROUND = new RegExp(`^(?:${anyOf(en.leads)}[ ,:]+)+|(?:[ ,]+${anyOf(en.tails)})+$`, 'g');
const RUN = new RegExp(`^${anyOf(en.ends)} (\\d)(?: ${NOUN}s?)?$`);
const LAST = wordSet(en.last);

/** Words that say no more than a position does. */
export const POSITION_WORDS: ReadonlySet<string> = wordSet(en.words);

/**
 * The 1-based position an answer names ("2", "#2", "the second one please", "B", "last one"), undefined if it names none.
 */
export function positionIn(answer: string, count: number): number | undefined {
  const bare = withoutCourtesy(answer);
  const digits = (POSITION.exec(bare) ?? POSITION.exec(cardinalsInDigits(bare)))?.[1];
  if (digits !== undefined) return Number(digits);
  const letter = LETTER.exec(bare)?.[1];
  if (letter !== undefined && letterValue(letter) <= count) return letterValue(letter);
  const word = ORDINAL.exec(bare)?.[1];
  if (word === undefined) return undefined;
  if (LAST.has(word)) return count;
  if (word === 'middle' && count % 2 === 1) return (count + 1) / 2;
  return word === 'top' ? 1 : word === 'former' && count === 2 ? 1 : ordinalValue(word);
}

/** The positions of "the first two" and "the last 3", undefined if an answer names none so. */
export function positionsInRun(answer: string, count: number): number[] | undefined {
  const run = RUN.exec(cardinalsInDigits(withoutCourtesy(answer)));
  const length = Number(run?.[1] ?? 0);
  if (run === null || length < 1 || length > count) return undefined;
  const from = run[0].startsWith('last') ? count - length : 0;
  return Array.from({ length }, (_, at) => from + at + 1);
}

function withoutCourtesy(answer: string): string {
  const bare = answer.replace(AROUND, '').replace(/^the /, '');
  return bare === '' ? answer : bare;
}

function letterValue(letter: string): number {
  return letter.charCodeAt(0) - 'a'.charCodeAt(0) + 1;
}
