import { stem } from '../../text/words.ts';

/** A word of a message; "isn't" is two at one place, "is" and "not". */
export interface Token {
  word: string;
  /** What it is compared by: the word without its ending, and the words that it may be a mistyping of. */
  stems: string[];
  /** Its stems, and itself with a `!` for phrases that ask for exactly this word. */
  keys: string[];
  /** Where it stands in the text, in characters. */
  start: number;
  end: number;
  /** What divides it from the word before it. */
  pause: 'none' | 'comma' | 'colon' | 'sentence';
  /** Whether a question mark ended the sentence it stands in. */
  isAsked: boolean;
  /** "colleague's". */
  isPossessive: boolean;
}

/** How much of a message is read, in characters and in words. */
export const LONGEST_STATEMENT = 4096;
const MOST_TOKENS = 400;

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
      if (tokens.length >= MOST_TOKENS) break;
      pause = 'none';
      continue;
    }
    const next = pauseOf(piece, text, index);
    if (piece === '?') for (const token of tokens.slice(sentence)) token.isAsked = true;
    if (next === 'sentence') sentence = tokens.length;
    if (STRENGTH[next] > STRENGTH[pause]) pause = next;
  }
  return tokens;
}

const STRENGTH = { none: 0, colon: 1, comma: 2, sentence: 3 } as const;

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
  const said = piece
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2019\u00B4`]/g, "'");
  const isPossessive = said.endsWith("'s") && !PRONOUN_IS.test(said);
  return expanded(said).map((word, at) => ({
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

const SHORT: Record<string, string> = {
  cannot: 'can not',
  wont: 'will not',
  "won't": 'will not',
  cant: 'can not',
  "can't": 'can not',
  "shan't": 'shall not',
  aint: 'is not',
  "ain't": 'is not',
  dont: 'do not',
  doesnt: 'does not',
  dosnt: 'does not',
  dosent: 'does not',
  doesent: 'does not',
  didnt: 'did not',
  isnt: 'is not',
  wasnt: 'was not',
  arent: 'are not',
  werent: 'were not',
  hasnt: 'has not',
  havent: 'have not',
  hadnt: 'had not',
  couldnt: 'could not',
  wouldnt: 'would not',
  shouldnt: 'should not',
  im: 'i am',
  ive: 'i have',
  id: 'i would',
  its: 'it is',
  thats: 'that is',
  theres: 'there is',
  whats: 'what is',
  youre: 'you are',
  u: 'you',
  ur: 'your',
  wanna: 'want to',
  gonna: 'going to',
  gotta: 'have to',
  dunno: 'do not know',
  idk: 'i do not know',
  nothin: 'nothing',
  nd: 'and',
  n: 'and',
  tho: 'though',
  cuz: 'because',
  cos: 'because',
  coz: 'because',
  bc: 'because',
  pls: 'please',
  plz: 'please',
};

const ENDINGS: Record<string, string> = { s: 'is', m: 'am', re: 'are', ve: 'have', ll: 'will', d: 'would' };

/** A word written out: "doesn't" and "doesnt" are "does not", "seal's" is "seal is". */
export function expanded(word: string): string[] {
  const whole = Object.hasOwn(SHORT, word) ? SHORT[word] : undefined;
  if (whole !== undefined) return whole.split(' ');
  if (word.endsWith("n't")) return [word.slice(0, -3), 'not'];
  const [base = word, ending] = word.split("'");
  const rest = ending !== undefined && Object.hasOwn(ENDINGS, ending) ? ENDINGS[ending] : undefined;
  return rest === undefined ? [word.replace("'", '')] : [base, rest];
}

const IRREGULAR: Record<string, string> = {
  broke: 'broken',
  works: 'work',
  worked: 'work',
  gotten: 'got',
  get: 'got',
  gets: 'got',
  has: 'have',
  had: 'have',
  does: 'do',
  did: 'do',
  doing: 'do',
  changed: 'chang',
  using: 'us',
  bought: 'bought',
  buyed: 'bought',
  came: 'come',
  comes: 'come',
  coming: 'come',
  torn: 'torn',
  tore: 'torn',
  dying: 'die',
  dies: 'die',
  died: 'die',
  froze: 'freez',
  frozen: 'freez',
  ordering: 'order',
  chose: 'chos',
  chosen: 'chos',
  choose: 'chos',
  lost: 'lost',
  wore: 'worn',
  fell: 'fall',
  fallen: 'fall',
  sent: 'send',
  made: 'mak',
};

/** What words are compared by: a word without its ending. */
export function stemOf(word: string): string {
  return Object.hasOwn(IRREGULAR, word) ? (IRREGULAR[word] ?? word) : stem(word);
}
