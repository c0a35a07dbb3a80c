import type { Span } from '../statement/statement.ts';
import { isNegator } from '../statement/tokens/function-words.ts';
import { type Token, tokensOf } from '../statement/tokens/tokens.ts';
import { isSmallTalk } from '../text/account.ts';
import { wordSet } from '../text/phrases.ts';
import en from './en/words.json' with { type: 'json' };

/** A word of a message that nothing accounts for, and what it may do to what was read. */
export interface LeftWord {
  word: string;
  /** `turn`: it may turn a reading around ("not", "but"); `doubt`: it may take it back ("maybe", "if"). */
  kind: 'turn' | 'doubt' | 'number' | 'content';
}

/** Beside small talk: pieces of words, and words that only join others. */
const SMALL = wordSet(en.small);
const CONTRAST = wordSet(en.contrast);
const DOUBT = new Set([...wordSet(en.hedges), ...wordSet(en.doubt)]);

/**
 * The words of a message that carry meaning and that no reading accounts for: not within `spans`, none of the `known`
 * words, and no small word.
 */
export function leftWords(text: string, spans: readonly Span[], known: ReadonlySet<string> = new Set()): LeftWord[] {
  return tokensOf(text)
    .filter((token) => !spans.some((span) => isWithin(token, span)))
    .flatMap((token) => {
      const kind = kindOf(token, known);
      return kind ? [{ word: token.word, kind }] : [];
    });
}

function isWithin({ start, end }: Token, span: Span): boolean {
  return start >= span.start && end <= span.end;
}

function kindOf({ word, stems, isAsked }: Token, known: ReadonlySet<string>): LeftWord['kind'] | undefined {
  if (isNegator(word) || CONTRAST.has(word)) return 'turn';
  if (DOUBT.has(word) || isAsked) return 'doubt';
  if (isSmallTalk(word) || SMALL.has(word) || known.has(word) || stems.some((stem) => known.has(stem)))
    return undefined;
  return /\d/.test(word) ? 'number' : 'content';
}

/** The words of a question, by which a reply that repeats them says nothing more. */
export function knownWords(question: string): ReadonlySet<string> {
  return new Set(tokensOf(question).flatMap(({ word, stems }) => [word, ...stems]));
}
