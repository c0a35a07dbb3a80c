import { type Account, accountFor, clausesOf, isSmallTalk, type PlacedClause, textOf } from '../text/account.ts';
import { anyOf, wordSet } from '../text/phrases.ts';
import { MAX_ANSWER_LENGTH, plainAnswer, plainText } from '../text/plain-text.ts';
import en from './en/dont-know.json' with { type: 'json' };
import { isUnreadable } from './unreadable.ts';

const LEAD = `(?:${anyOf(en.leads)}[ ,.!-]+)*`;
// "not sure what you mean" asks for help, "don't know why it broke" and "not sure it's worth it" say something else.
const ABOUT = `[ ,.!-]+${anyOf(en.unknown)}(?! ${anyOf(en.otherDoubts)}\\b)(?: .{1,80})?`;
const ABOUT_CAUSE = `[ ,.!-]+${anyOf(en.causes)}\\b(?: .{1,80})?`;
const TAILS = `(?:[ ,.!-]+${anyOf(en.tails)}){0,3}`;
const TAIL = `${TAILS}(?:${ABOUT})?`;
const STATED = `(?:${anyOf(en.fronted)} )?${anyOf(en.subjects)}?(?:${anyOf(en.adverbs)}){0,2}`;
const DOCUMENT = `(${en.documentWords.join('|')})`;

const DONT_KNOW = new RegExp(`^${LEAD}${STATED}${anyOf(en.unknowing)}${TAIL}$`);
const DONT_KNOW_CAUSE = new RegExp(`^${LEAD}${STATED}${anyOf(en.unknowing)}${TAILS}${ABOUT_CAUSE}$`);
/** "She doesn't remember which day and neither do I". */
const NEITHER_KNOWS = new RegExp(
  `^${LEAD}${anyOf(en.others)} ${anyOf(en.othersUnknowing)}(?: (?!but\\b)[\\w']+){0,6}[ ,]+${anyOf(en.andNeither)}$`,
);
/** "My sister took it in and doesn't know the day", "he can't say either": nobody knows. */
const OTHERS_TOOK = new RegExp(
  `^${LEAD}(?:[^,;.]{2,40} ${anyOf(en.tookIn)}\\b[^;.]{0,60}?[ ,]+)(?:and )?${anyOf(en.others)} ${anyOf(en.othersUnknowing)}(?: (?!but\\b)[\\w']+){0,6}$`,
);
/** "Not opened yet", "haven't checked": whoever has not looked does not know. */
const NOT_LOOKED = new RegExp(`^${LEAD}${STATED}${anyOf(en.notLooked)}${TAIL}$`);
const ASKS_IF_LOOKED = new RegExp(`^${anyOf(en.asksIfLooked)}\\b`);
/** "Lost the receipt", "can't find the mail": nothing tells the answer any more. */
const NOTHING_TELLS = new RegExp(
  `^${LEAD}${STATED}${anyOf(en.nothingTells.map((phrase) => phrase.replaceAll('<document>', DOCUMENT)))}${TAIL}$`,
);
const ASKS_FOR_WRITTEN = new RegExp(`^${anyOf(en.asksForWritten)}\\b`);
const ASKS_FOR_CAUSE = new RegExp(`\\b${anyOf(en.asksForCause)}\\b`);
/** "Can't say it doesn't": that it does. */
const DENIES_DENIAL = new RegExp(`\\b${anyOf(en.deniesDenial)}`);
/** The expressions of all ways to say that one does not know. */
export const UNKNOWING: readonly RegExp[] = [
  OTHERS_TOOK,
  DONT_KNOW,
  DONT_KNOW_CAUSE,
  NEITHER_KNOWS,
  NOT_LOOKED,
  NOTHING_TELLS,
];
const MORE = /\d|\bbut\b|\bmaybe\b|\bi think\b/;

/** "How would I know that, shouldn't you tell me?": asks where to find it, and so is no answer yet. */
const ASKS_US = new RegExp(`\\b${anyOf(en.asksUs)}\\b`);

/**
 * True if the whole answer says that the customer does not know; an answer that also names a number or says "but" is
 * not one. To a `question` whether something was checked, "I haven't checked" is an answer.
 */
export function isDontKnow(text: string, question?: string): boolean {
  const answer = withApostrophes(plainAnswer(text));
  if (
    answer.length > 160 ||
    DENIES_DENIAL.test(answer) ||
    ASKS_US.test(answer) ||
    MORE.test(answer.replace('100%', ''))
  )
    return false;
  if (DONT_KNOW.test(answer) || NEITHER_KNOWS.test(answer) || OTHERS_TOOK.test(answer)) return true;
  const asked = question === undefined ? '' : plainText(question);
  if (ASKS_FOR_CAUSE.test(asked) && DONT_KNOW_CAUSE.test(answer)) return true;
  return !ASKS_IF_LOOKED.test(asked) && NOT_LOOKED.test(answer);
}

// "I dont", "havent got".
function withApostrophes(answer: string): string {
  return answer.replace(/\b(do|does|did|would|could|should|ca|wo|have|has|had|is|are|was|were)nt\b/g, "$1n't");
}

/**
 * The characters of a message that say "I don't know", and what else it tells: "was a gift" in "no idea, it was a
 * gift". Undefined if no clause says so, or if one says "but" or "maybe" beside it.
 */
export function readDontKnow(text: string, question?: string): Account | undefined {
  const plain = withApostrophes(plainText(text));
  if (text.length > MAX_ANSWER_LENGTH || DENIES_DENIAL.test(plain) || ASKS_US.test(plain)) return undefined;
  if (isDontKnow(text, question)) return accountFor(text, () => true);
  const clauses = clausesOf(text);
  const unknowing = clauses.flatMap((clause) => unknowingPart(text, clause, question) ?? []);
  const isElsewhere = clauses.some((clause) => ELSEWHERE.test(clause.text) && !unknowing.includes(clause));
  if (unknowing.length === 0 || isElsewhere) return undefined;
  const read = new Set(unknowing.flatMap(({ words }) => words.map(({ start }) => start)));
  return accountFor(text, ({ word, start }) => isSmallTalk(word) || read.has(start));
}

const ELSEWHERE = new RegExp(`^${anyOf(en.elsewhere)}\\b`);

/** A clause that says "I don't know", or its beginning that does: "idk" of "idk my dad bought it". */
function unknowingPart(text: string, clause: PlacedClause, question: string | undefined): PlacedClause | undefined {
  if (isDontKnow(clause.text, question) || saysNothingTells(clause.text, question)) return clause;
  const { words } = clause;
  const end = words.slice(0, MAX_IDIOM).findIndex(({ word }, at) => {
    const head = at > 0 ? withApostrophes(textOf(text, words.slice(0, at))) : '';
    return ABBREVIATION.test(head) ? !ASKING.has(word) : STARTS.has(word) && IDIOM.test(head);
  });
  if (end < 0) return undefined;
  const idiom = words.slice(0, end);
  return { text: textOf(text, idiom), words: idiom };
}

/** Days, lengths and numbers stand on papers and labels; "lost the receipt" says nothing of how an item looks. */
function saysNothingTells(clause: string, question: string | undefined): boolean {
  const isWritten = question !== undefined && ASKS_FOR_WRITTEN.test(plainText(question));
  const plain = withApostrophes(clause);
  return isWritten && (NOTHING_TELLS.test(plain) || isUnreadable(plain));
}

/** An idiom that says it and the word after it, in words. */
const MAX_IDIOM = 8;
const IDIOM = new RegExp(`^${LEAD}${anyOf(en.idioms)}$`);
const ABBREVIATION = new RegExp(`^${LEAD}${anyOf(en.abbreviations)}$`);
const ASKING = wordSet(en.askingWords);
const STARTS = wordSet(en.afterIdioms);
