import { type Account, accountFor, clausesOf, isSmallTalk, type PlacedClause, textOf } from '../text/account.ts';
import { anyOf, wordSet } from '../text/phrases.ts';
import { plainAnswer } from '../text/plain-text.ts';
import { isTypoOf, wordsOf } from '../text/words.ts';
import en from './en/reach.json' with { type: 'json' };
import { verdict } from './short-answers.ts';
import { type Clause, clauseAsked, isDenial } from './statements/clauses.ts';
import { judge } from './statements/judge.ts';
import { meaningOfWord } from './statements/meaning.ts';
import { isOnScale } from './statements/opposites.ts';
import { isOfPoint } from './statements/point.ts';

/** How far a yes or no reaches: what it rests on, what is left over, and if it is about what was asked. */
export interface Reach extends Account {
  /** False if what follows a yes or no is about something else: "yes, the box is crushed" of the device. */
  meetsPoint: boolean;
}

const ACCOMPANYING = wordSet(en.accompanying);
const OTHER_THINGS = wordSet(en.otherThings);
const PLAIN = { yes: wordSet(en.plainAnswers.yes), no: wordSet(en.plainAnswers.no) };
const COURTESY = new RegExp(
  `^(?:(?:and|so|but|well|yes|then) )*${anyOf(en.courtesies)}(?: (?:then|now|too|thanks|please))*$`,
);

/**
 * The reach of a yes or no in a message; every clause beside the words that say it outright (by their number) counts as
 * far as it says the same of what was asked.
 */
export function reachOf(
  text: string,
  says: 'yes' | 'no',
  isOutright: (at: number) => boolean,
  question: string | undefined,
): Reach {
  const asked = question === undefined ? undefined : clauseAsked(question);
  const read = new Set<number>();
  let strays = false;
  let agrees = false;
  let at = 0;
  for (const clause of clausesOf(text)) {
    const own = clause.words.filter((_, place) => !isOutright(at + place));
    for (const word of clause.words) if (!own.includes(word)) read.add(word.start);
    at += clause.words.length;
    if (own.length === 0) continue;
    const taken = takenIn({ text: textOf(text, own), words: own }, says, question, asked);
    for (const { start } of taken.words) read.add(start);
    strays ||= taken.strays;
    agrees ||= taken.agrees;
  }
  return { ...accountFor(text, ({ start }) => read.has(start)), meetsPoint: agrees || !strays };
}

interface Taken {
  words: PlacedClause['words'];
  /** It is about something else than the question's point. */
  strays: boolean;
  agrees: boolean;
}

function takenIn(
  clause: PlacedClause,
  says: 'yes' | 'no',
  question: string | undefined,
  asked: Clause | undefined,
): Taken {
  const { text, words } = clause;
  const everything = { words, strays: false, agrees: false };
  if (COURTESY.test(text) && (says === 'yes' || asked === undefined)) return everything;
  if (verdict(plainAnswer(text)) === says) return everything;
  const small = words.filter(({ word }) => isSmallTalk(word) || PLAIN[says].has(word));
  if (small.length === words.length) return everything;
  if (asked === undefined || question === undefined) return { words: small, strays: true, agrees: false };
  const judged = judge(text, question);
  const agrees = judged.says === says || (says === 'no' && judged.isOnlyElsewhere === true);
  const denies = !agrees && words.some(({ word }) => isDenial(word));
  const read = words.filter(
    ({ word }) =>
      small.some((one) => one.word === word) ||
      (agrees && (isDenial(word) || bears(word, question, asked))) ||
      (!denies && repeats(word, question, asked)),
  );
  const touches =
    words.some(({ word }) => isOfPoint(word, asked)) ||
    (!denies && read.length === words.length && words.some(({ word }) => PROMPTLY.has(word)));
  return { words: read, strays: !agrees && !touches, agrees };
}

const RIGHT_THEN = /\b(?:right|just|immediately|straight)\b/;
const PROMPTLY = wordSet(en.promptly);

/** True if a word repeats the question, in any part of it but the one that it sets aside. */
function repeats(word: string, question: string, { excluded }: Clause): boolean {
  const meaning = meaningOfWord(word);
  if (excluded?.has(meaning) === true) return false;
  if (PROMPTLY.has(word) && RIGHT_THEN.test(question)) return true;
  return wordsOf(question).some((other) => meaningOfWord(other) === meaning || isTypoOf(word, other));
}

/** True if a word may carry an agreeing statement: a contrary or kind of what was asked, or a word that goes with it. */
function bears(word: string, question: string, asked: Clause): boolean {
  const meaning = meaningOfWord(word);
  if (repeats(word, question, asked)) return true;
  if (OTHER_THINGS.has(word)) return false;
  if (ACCOMPANYING.has(word) || isOnScale(meaning, asked.words)) return true;
  if (asked.excluded?.has(meaning) === true) return true;
  return asked.words.has('discount') && /^\d+ ?%?$/.test(word);
}
