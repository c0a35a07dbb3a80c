import { type Account, accountFor, clausesOf, isSmallTalk, type PlacedClause, textOf } from '../text/account.ts';
import { anyOf, wordSet } from '../text/phrases.ts';
import { plainAnswer } from '../text/plain-text.ts';
import { type Asked, askedIn, bears, isPrompt, repeats } from './asked.ts';
import { saysWhen } from './doing.ts';
import en from './en/reach.json' with { type: 'json' };
import { idiom, kindOf } from './idioms.ts';
import { verdict } from './short-answers.ts';
import { isDenial } from './statements/clauses.ts';
import { judge } from './statements/judge.ts';
import { isFault } from './statements/opposites.ts';
import { isOfPoint } from './statements/point.ts';

/** How far a yes or no reaches: what it rests on, what is left over, and if it is about what was asked. */
export interface Reach extends Account {
  /** False if what follows a yes or no is about something else: "yes, the box is crushed" of the device. */
  meetsPoint: boolean;
}

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
  const asked = question === undefined ? undefined : askedIn(question);
  const read = new Set<number>();
  let strays = false;
  let agrees = false;
  let at = 0;
  const clauses = clausesOf(text);
  for (const [number, clause] of clauses.entries()) {
    const first = at;
    const own = clause.words.filter((_, place) => !isOutright(first + place));
    for (const [place, { start }] of clause.words.entries()) if (isOutright(first + place)) read.add(start);
    at += clause.words.length;
    if (own.length === 0) continue;
    // Left over, and still about what was asked.
    if (COMPANY.test(clause.text) && IN_PERSON.test(clauses[number + 1]?.text ?? '')) {
      for (const { word, start } of own) if (isSmallTalk(word)) read.add(start);
      continue;
    }
    const taken = takenIn({ text: textOf(text, own), words: own }, says, asked);
    for (const { start } of taken.words) read.add(start);
    strays ||= taken.strays;
    agrees ||= taken.agrees;
  }
  return { ...accountFor(text, ({ start }) => read.has(start)), meetsPoint: agrees || !strays };
}

const ASKS_FOR_CHECK = /^(?:did|have) (?:you|anybody|anyone) (?:\w+ )?(?:check|inspect|examin|look)/;
/** How a thing is, and nothing of who looked at it. */
const STATE =
  /^(?:and )?(?:it|they|that|this|(?:the|my|our) \p{L}+)(?:'s| is| was| are| were| looks?| came| arrived) (?:\p{L}+ ?){1,3}$/u;
const FOUND = new RegExp(`^${anyOf(en.found)}$`);
/** Beside a yes or no how or where it was, or that nothing was reduced: "yes, with the driver", "no, regular shop". */
const BESIDE = {
  yes: { begins: new RegExp(`^${anyOf(en.adverbial)}\\b`), words: wordSet(en.handover) },
  no: { begins: new RegExp(`^${anyOf(en.adverbialNo)}\\b`), words: wordSet(en.shelf) },
};
const SENTENCE = new RegExp(`\\b${anyOf(en.sentence)}\\b`);

/** True if words make a sentence of their own: "I received it", not "with the driver". */
export function isSentence(text: string): boolean {
  return SENTENCE.test(text);
}

/** "The courier and I looked at it": who else did. */
const COMPANY = /^(?:the|my|our|a) [\p{L}-]+$/u;
const IN_PERSON = /^(?:and )?(?:i|we) /i;

interface Taken {
  words: PlacedClause['words'];
  /** It is about something else than the question's point. */
  strays: boolean;
  agrees: boolean;
}

function takenIn(clause: PlacedClause, says: 'yes' | 'no', asked: Asked | undefined): Taken {
  const { text, words } = clause;
  const everything = { words, strays: false, agrees: false };
  if (COURTESY.test(text) && (says === 'yes' || asked === undefined)) return everything;
  const answer = plainAnswer(text);
  // "Yes, and everything was there": what a check found.
  if (says === 'yes' && asked && ASKS_FOR_CHECK.test(asked.question) && FOUND.test(text)) return everything;
  // "Yes, it is damaged", where it is asked if anybody looked.
  if (
    says === 'yes' &&
    asked &&
    ASKS_FOR_CHECK.test(asked.question) &&
    STATE.test(text) &&
    words.some(({ word }) => isFault(word))
  )
    return { words, strays: true, agrees: false };
  if (asked && saysWhen(answer, asked.question) === says) return everything;
  if (verdict(answer) === says || idiom(answer, kindOf(asked?.question)) === says) return everything;
  const isSmall = (word: string): boolean => isSmallTalk(word) || PLAIN[says].has(word);
  if (words.every(({ word }) => isSmall(word))) return everything;
  if (asked === undefined) return { words: words.filter(({ word }) => isSmall(word)), strays: true, agrees: false };
  const judged = judge(text, asked.question);
  const agrees = judged.says === says || (says === 'no' && judged.isOnlyElsewhere === true);
  const denies = !agrees && words.some(({ word }) => isDenial(word));
  const isAdverbial = !SENTENCE.test(text) && BESIDE[says].begins.test(text) && (judged.says ?? says) === says;
  const isRead = (word: string): boolean =>
    isSmall(word) ||
    (agrees && (isDenial(word) || bears(word, asked))) ||
    (!denies && (repeats(word, asked) || (isAdverbial && BESIDE[says].words.has(word))));

  const read = words.filter(({ word }) => isRead(word));
  const touches =
    words.some(({ word }) => isOfPoint(word, asked.clause)) ||
    (!denies && read.length === words.length && words.some(({ word }) => isPrompt(word, asked)));
  // "No, regular price", "yes, with the driver": how or where, and no other statement.
  const isFragment = isAdverbial && read.length === words.length;
  return { words: read, strays: !agrees && !touches && !isFragment, agrees };
}
