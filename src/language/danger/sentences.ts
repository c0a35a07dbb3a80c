import { MAX_STATEMENT_LENGTH, type Token, tokensOf } from '../statement/tokens/tokens.ts';
import { wordSet } from '../text/phrases.ts';
import { isTypoOf } from '../text/words.ts';
import en from './en/words.json' with { type: 'json' };

/** A sentence of a message in plain words: contractions written out, fillers left out, known mistypings mended. */
export interface Sentence {
  /** Its words with a space between them; a comma stands as a word. */
  text: string;
  isAsked: boolean;
  /** The place in the message where a place of `text` comes from. */
  startOf(at: number): number;
  endOf(at: number): number;
}

const FILLERS = wordSet(en.fillers);
const MENDED = new Map(
  Object.entries(en.mistyped).flatMap(([meant, written]) => written.map((one) => [one, meant] as const)),
);

const MEANT = [...wordSet(en.meant)];
/** Words of their own that look like a mistyping. */
const OTHER = wordSet(en.other);

/** The sentences of a message, in order. */
export function sentencesIn(message: string): Sentence[] {
  const sentences: Token[][] = [];
  for (const token of everyTokenOf(message)) {
    const current = sentences.at(-1);
    if (!current || token.pause === 'sentence') sentences.push([token]);
    else current.push(token);
  }
  return sentences.map(sentenceOf);
}

/** The words of a long message as well, of which others read no more than a part: danger may be told at its end. */
function everyTokenOf(message: string): Token[] {
  const tokens: Token[] = [];
  for (let from = 0; from < MAX_STATEMENT_LENGTH; ) {
    const more = tokensOf(message.slice(from, MAX_STATEMENT_LENGTH));
    const last = more.at(-1);
    if (!last) break;
    for (const token of more) tokens.push({ ...token, start: token.start + from, end: token.end + from });
    from += last.end;
  }
  return tokens;
}

function sentenceOf(tokens: readonly Token[]): Sentence {
  let text = '';
  const pieces: { at: number; token: Token }[] = [];
  for (const token of tokens) {
    if (token.pause === 'comma' && text !== '') text += ' ,';
    if (FILLERS.has(token.word)) continue;
    if (text !== '') text += ' ';
    pieces.push({ at: text.length, token });
    text += mended(token.word);
  }
  const at = (place: number) => pieces.findLast((piece) => piece.at <= place)?.token ?? tokens[0];
  return {
    text,
    isAsked: tokens.some(({ isAsked }) => isAsked),
    startOf: (place) => at(place)?.start ?? 0,
    endOf: (place) => at(Math.max(0, place - 1))?.end ?? 0,
  };
}

function mended(word: string): string {
  if (MEANT.includes(word) || OTHER.has(word)) return word;
  return MENDED.get(word) ?? MEANT.find((meant) => isTypoOf(word, meant)) ?? word;
}
