import { wordSet } from '../../text/phrases.ts';
import en from '../en/statement.json' with { type: 'json' };
import type { Clause } from './clauses.ts';
import { type Meaning, meaningOfWord } from './meaning.ts';

// Every other question of a shop speaks of buying, receiving and the device.
const GENERIC = wordSet(en.generic);

/** The words that tell a question from others: the discount in "did you buy it at a discount?"; all, if none does. */
export function pointOf({ words }: Clause): Meaning {
  const telling = [...words].filter((word) => !GENERIC.has(word));
  return telling.length === 0 ? words : new Set(telling);
}

/** True if a word is of the question's point. */
export function isOfPoint(word: string, asked: Clause): boolean {
  return pointOf(asked).has(meaningOfWord(word));
}

/** True if words take up the question, but only what it shares with others: "I bought it". */
export function sharesNoPoint(stated: Meaning, asked: Clause): boolean {
  const point = pointOf(asked);
  const shared = [...stated].filter((word) => asked.words.has(word));
  return shared.length > 0 && shared.every((word) => !point.has(word));
}
