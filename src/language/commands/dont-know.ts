import { type Account, accountFor, clausesOf, isSmallTalk } from '../text/account.ts';
import { anyOf } from '../text/phrases.ts';
import { MAX_ANSWER_LENGTH, plainAnswer, plainText } from '../text/plain-text.ts';
import en from './en/dont-know.json' with { type: 'json' };

const LEAD = `(?:${anyOf(en.leads)}[ ,.!-]+)*`;
// "not sure what you mean" asks for help, "don't know why it broke" and "not sure it's worth it" say something else.
const ABOUT = `[ ,.!-]+${anyOf(en.unknown)}(?! ${anyOf(en.otherDoubts)}\\b)(?: .{1,80})?`;
const TAIL = `(?:[ ,.!-]+${anyOf(en.tails)}){0,3}(?:${ABOUT})?`;
const STATED = `(?:${anyOf(en.fronted)} )?${anyOf(en.subjects)}?(?:${anyOf(en.adverbs)}){0,2}`;

const DONT_KNOW = new RegExp(`^${LEAD}${STATED}${anyOf(en.unknowing)}${TAIL}$`);
/** "Not opened yet", "haven't checked": whoever has not looked does not know. */
const NOT_LOOKED = new RegExp(`^${LEAD}${STATED}${anyOf(en.notLooked)}${TAIL}$`);
const ASKS_IF_LOOKED = new RegExp(`^${anyOf(en.asksIfLooked)}\\b`);
const MORE = /\d|\bbut\b|\bmaybe\b|\bi think\b/;

/**
 * True if the whole answer says that the customer does not know; an answer that also names a number or says "but" is
 * not one. To a `question` whether something was checked, "I haven't checked" is an answer.
 */
export function isDontKnow(text: string, question?: string): boolean {
  const answer = plainAnswer(text);
  if (answer.length > 160 || MORE.test(answer.replace('100%', ''))) return false;
  return DONT_KNOW.test(answer) || (!asksIfLooked(question) && NOT_LOOKED.test(answer));
}

function asksIfLooked(question: string | undefined): boolean {
  return question !== undefined && ASKS_IF_LOOKED.test(plainText(question));
}

/**
 * The characters of a message that say "I don't know", and what else it tells: "was a gift" in "no idea, it was a
 * gift". Undefined if no clause says so, or if one says "but" or "maybe" beside it.
 */
export function readDontKnow(text: string, question?: string): Account | undefined {
  if (text.length > MAX_ANSWER_LENGTH) return undefined;
  if (isDontKnow(text, question)) return accountFor(text, () => true);
  const clauses = clausesOf(text);
  const unknowing = clauses.filter((clause) => isDontKnow(clause.text, question));
  const isElsewhere = clauses.some((clause) => /^(?:but|maybe|perhaps|i think)\b/.test(clause.text));
  if (unknowing.length === 0 || isElsewhere) return undefined;
  const read = new Set(unknowing.flatMap(({ words }) => words.map(({ start }) => start)));
  return accountFor(text, ({ word, start }) => isSmallTalk(word) || read.has(start));
}
