import { wordSet } from '../../text/phrases.ts';
import en from '../en/phrases/messages.json' with { type: 'json' };
import { isFiller, isMessage } from '../tokens/function-words.ts';
import type { Token } from '../tokens/tokens.ts';
import type { Hit } from './hits.ts';

const ANNOUNCING = wordSet(en.announcing);
const PREPOSITION = wordSet(en.preposition);
/** Words that end as the names of things do. */
const NO_THING = wordSet(en.noThing);

/** "I received your e-mail", "got an automated response", "your reply arrived": not the item. */
export function isOfMessage(hit: Hit, tokens: readonly Token[]): boolean {
  if (hit.words.some((word) => isMessage(tokens[word]?.word ?? ''))) return false;
  const [first = 0, last = 0] = [hit.words[0], hit.words.at(-1)];
  return isMessage(nextNoun(tokens, last)) || isMessage(wordBefore(tokens, first));
}

/** The most words that describe a noun before it: "a long and rude reply". */
const MAX_DESCRIBING = 4;

/** The noun after a place that an article or an owner announces: "your last e-mail", "an automated response". */
function nextNoun(tokens: readonly Token[], from: number): string {
  let isAnnounced = false;
  for (let at = from + 1; at <= from + 1 + MAX_DESCRIBING; at += 1) {
    const token = tokens[at];
    if (token?.pause !== 'none') return '';
    if (isMessage(token.word)) return describesThing(tokens, at) ? '' : token.word;
    if (PREPOSITION.has(token.word)) return '';
    if (ANNOUNCING.has(token.word)) isAnnounced = true;
    else if (!isFiller(token.word) && !isAnnounced) return '';
  }
  return '';
}

/** "A code reader", "a mail server": there it only tells what kind of thing it is. */
function describesThing(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return (
    next?.pause === 'none' &&
    /^\p{L}{3,}(?:er|or)s?$/u.test(next.word) &&
    !isMessage(next.word) &&
    !NO_THING.has(next.word)
  );
}

/** The nearest word before a place that is no filler, unless a pause or too much comes first. */
function wordBefore(tokens: readonly Token[], from: number): string {
  for (let at = from - 1; from - at <= 3; at -= 1) {
    const token = tokens[at];
    // "A refund for my broken scanner".
    if (!token || tokens[at + 1]?.pause !== 'none' || PREPOSITION.has(token.word)) return '';
    if (!isFiller(token.word)) return token.word;
  }
  return '';
}
