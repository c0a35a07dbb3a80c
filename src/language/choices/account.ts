import { type Account, accountFor, isSmallTalk } from '../text/account.ts';
import { wordSet } from '../text/phrases.ts';
import { type PlacedWord, placedWords } from '../text/placed-words.ts';
import { isTypoOf, stem } from '../text/words.ts';
import en from './en/multi-choice.json' with { type: 'json' };
import { type Choice, type Phrase, phrasesOf } from './phrases.ts';
import { POSITION_WORDS } from './position.ts';

// "No, just the seal".
const REFUSALS = wordSet(en.refusals);
const LISTING = wordSet(en.listing);

/**
 * The account of a reply that was read as these choices: it rests on their words, on positions and on the small words
 * of a list; what else is said is left over, a denial among it. Beside other words a number is no position.
 */
export function accountOfChoices(text: string, values: readonly string[], choices: readonly Choice[]): Account {
  const own = phrasesOf(choices).filter(({ value }) => values.includes(value));
  const known = new Map<string, boolean>();
  const isOwn = (word: string): boolean => {
    const isIt = known.get(word) ?? isOf(own, word);
    known.set(word, isIt);
    return isIt;
  };
  const isRead = ({ word }: PlacedWord, at: number): boolean =>
    isSmallTalk(word) || isOwn(word) || LISTING.has(word) || (at === 0 && REFUSALS.has(word));
  const isAllRead = placedWords(text).every((word, at) => isRead(word, at) || isPosition(word));
  return accountFor(text, (word, at) => isRead(word, at) || (isAllRead && isPosition(word)));
}

/** True if a word is one of a choice's own, typing mistakes allowed. */
function isOf(own: readonly Phrase[], word: string): boolean {
  return own.some(
    ({ words, telling }) =>
      words.includes(word) || telling.includes(stem(word)) || words.some((other) => isTypoOf(word, other)),
  );
}

function isPosition({ word }: PlacedWord): boolean {
  return POSITION_WORDS.has(word) || /^\d{1,2}(?:st|nd|rd|th)?$/.test(word);
}
