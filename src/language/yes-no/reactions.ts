import { clausesOf, isSmallTalk } from '../text/account.ts';
import { anyOf, stemPattern, wordSet } from '../text/phrases.ts';
import { wordsOf } from '../text/words.ts';
import complaints from './en/complaints.json' with { type: 'json' };
import en from './en/reactions.json' with { type: 'json' };

const LEADS = `(?:${anyOf(en.leads)}[ ,.!-]+)*`;
const whole = (phrases: readonly string[], tails: readonly string[]): RegExp =>
  new RegExp(`^${LEADS}${anyOf(phrases)}(?:[ ,.!-]+${anyOf(tails)})*$`);

const HESITATES = whole(en.hesitates, en.hesitationTails);
const AMOUNT = new RegExp(
  `^${LEADS}(?:${anyOf(en.amountLeads)} )*${anyOf(en.amounts)}(?: ${anyOf(en.amountTails)})*(?:[ ,.!-]+${anyOf(en.undecidedTails)})*$`,
);
const UNDECIDED = whole(en.undecided, en.undecidedTails);
const COMPLAINING = stemPattern(complaints.complaining);
const ABOUT = wordSet(complaints.about);
const COMPLAINT = new RegExp(`^(?:${anyOf(complaints.leads)}[ ,.!-]+)*${anyOf(complaints.phrases)}$`);
const MAX_REACTION_LENGTH = 80;

/** True if the whole answer asks for time: "hang on", "yes wait", "let me check", "hmm". */
export function hesitates(answer: string): boolean {
  return answer.length <= MAX_REACTION_LENGTH && HESITATES.test(answer);
}

/** True if a part of a message asks for time: "I'll have to look, give me five minutes". */
export function asksForTime(text: string): boolean {
  return clausesOf(text).some(({ text: clause }) => wordsOf(clause).length > 1 && hesitates(clause));
}

/** True if the whole answer says half of a yes: "mostly right", "almost", "it depends", "some of it". */
export function isUndecided(answer: string): boolean {
  return answer.length <= MAX_REACTION_LENGTH && (AMOUNT.test(answer) || UNDECIDED.test(answer));
}

/**
 * True if the whole answer is about how the customer is treated: "absolutely disgusting service", "what a joke". A plain
 * yes or no in it makes it an answer.
 */
export function complains(answer: string): boolean {
  if (answer.length > MAX_REACTION_LENGTH) return false;
  if (COMPLAINT.test(answer)) return true;
  const words = wordsOf(answer);
  if (!words.some((word) => COMPLAINING.test(word)) || words.some((word) => PLAIN_ANSWERS.has(word))) return false;
  return words.every((word) => COMPLAINING.test(word) || ABOUT.has(word) || isSmallTalk(word));
}

const PLAIN_ANSWERS = wordSet(complaints.plainAnswers);
