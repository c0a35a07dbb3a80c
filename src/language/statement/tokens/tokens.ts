import { wordSet } from '../../text/phrases.ts';
import { stem } from '../../text/words.ts';
import en from '../en/tokens/tokens.json' with { type: 'json' };

/** A word of a message; "isn't" is two at one place, "is" and "not". */
export interface Token {
  word: string;
  /** The forms it is compared by: the word without its ending, and the words that it may be a mistyping of. */
  stems: string[];
  /** Its stems, and itself with a `!` for phrases that ask for exactly this word. */
  keys: string[];
  /** Its position in the text, in characters. */
  start: number;
  end: number;
  /** The pause between it and the word before. */
  pause: 'none' | 'comma' | 'colon' | 'sentence';
  /** True if a question mark ended the sentence it stands in. */
  isAsked: boolean;
  /** "colleague's". */
  isPossessive: boolean;
}

/** The most of a message that is read, in characters and in words. */
export const MAX_STATEMENT_LENGTH = 4096;
const MAX_TOKENS = 400;

const PIECE = /[\p{L}\p{N}]+(?:['\u2019\u00B4`][\p{L}]+)?|[^\s\p{L}\p{N}]|\n/gu;
const WORD = /^[\p{L}\p{N}]/u;

/** The words of a message, in order and with the pauses between them. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let pause: Token['pause'] = 'sentence';
  let sentence = 0;
  for (const { 0: piece, index } of text.matchAll(PIECE)) {
    if (WORD.test(piece)) {
      tokens.push(...wordsIn(piece, index, pause));
      if (tokens.length >= MAX_TOKENS) break;
      pause = 'none';
      continue;
    }
    const next = isAbbreviated(piece, tokens) ? 'none' : pauseOf(piece, text, index);
    if (piece === '?') for (const token of tokens.slice(sentence)) token.isAsked = true;
    if (next === 'sentence') sentence = tokens.length;
    if (STRENGTH[next] > STRENGTH[pause]) pause = next;
  }
  return tokens;
}

const STRENGTH = { none: 0, colon: 1, comma: 2, sentence: 3 } as const;

const NUMBERED = wordSet(en.numbered);

// "Serial no. 123", "order nr. 5".
function isAbbreviated(mark: string, tokens: readonly Token[]): boolean {
  const [noun, number] = tokens.slice(-2).map(({ word }) => word);
  return mark === '.' && /^(?:no|nr|num)$/.test(number ?? '') && NUMBERED.has(noun ?? '');
}

function pauseOf(mark: string, text: string, at: number): Token['pause'] {
  const [before = ' ', after = ' '] = [text[at - 1], text[at + 1]];
  if (/[!?;\n\u2026]/.test(mark)) return 'sentence';
  // Dots of dates, numbers and addresses end nothing.
  if (mark === '.') return /\s/.test(after) || at + 1 >= text.length || before === '.' ? 'sentence' : 'none';
  if (mark === ',') return /\d/.test(before) && /\d/.test(after) ? 'none' : 'comma';
  if (mark === ':') return /\d/.test(after) ? 'none' : 'colon';
  if (/[-\u2013\u2014]/.test(mark))
    return /\s/.test(before) || /\s/.test(after) || mark === '\u2014' ? 'comma' : 'none';
  return /[()[\]|]/.test(mark) ? 'comma' : 'none';
}

function wordsIn(piece: string, start: number, pause: Token['pause']): Token[] {
  const plain = piece
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2019\u00B4`]/g, "'");
  const isPossessive = plain.endsWith("'s") && !PRONOUN_IS.test(plain);
  return expanded(plain).map((word, at) => ({
    word,
    stems: [stemOf(word)],
    keys: [stemOf(word), `${word}!`],
    start,
    end: start + piece.length,
    pause: at === 0 ? pause : 'none',
    isAsked: false,
    isPossessive: isPossessive && at === 0,
  }));
}

const PRONOUN_IS = /^(?:it|that|there|here|he|she|what|where|who|how|let)'s$/;

const SHORT: Readonly<Record<string, string>> = en.short;

const ENDINGS: Readonly<Record<string, string>> = en.endings;

/** A word written out: "doesn't" and "doesnt" are "does not", "seal's" is "seal is". */
export function expanded(word: string): string[] {
  const whole = Object.hasOwn(SHORT, word) ? SHORT[word] : undefined;
  if (whole !== undefined) return whole.split(' ');
  if (word.endsWith("n't")) return [word.slice(0, -3), 'not'];
  const [base = word, ending] = word.split("'");
  const rest = ending !== undefined && Object.hasOwn(ENDINGS, ending) ? ENDINGS[ending] : undefined;
  return rest === undefined ? [word.replace("'", '')] : [base, rest];
}

const IRREGULAR: Readonly<Record<string, string>> = en.irregular;

/** The form that words are compared by: a word without its ending. */
export function stemOf(word: string): string {
  return Object.hasOwn(IRREGULAR, word) ? (IRREGULAR[word] ?? word) : stem(word);
}
