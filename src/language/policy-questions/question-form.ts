import { anyOf } from '../text/phrases.ts';
import { plainText } from '../text/plain-text.ts';
import en from './en/question-form.json' with { type: 'json' };

const LEAD = new RegExp(`^(?:(?:${anyOf(en.leads)}|before (?:that|(?:i|we) (?:\\w+ ?){1,3}))\\b[ ,.:!-]*)+`);
const INDIRECT = new RegExp(
  `^(?:${anyOf(en.indirect)}|i (?:do not|don't|dont) (?:know|understand) ${anyOf(en.notKnown)}` +
    `|(?:i )?${anyOf(en.wishes)}(?: some| your| any)?(?: ${anyOf(en.help)})*(?: to| in| with)? ${anyOf(en.wishesTo)}` +
    '|your (?:\\w+ ){0,2}policy$)\\b',
);
const AUX = `(?:${anyOf(en.auxiliaries)}|am(?= i\\b))`;
const SUBJECT = `(?:${anyOf(en.subjects)}|some\\w+|any\\w+)`;
const QUALITY = anyOf(en.qualities);
const INVERTED = new RegExp(`^${AUX} (?:${SUBJECT}\\b|${QUALITY} \\w+ \\w+)`);
/**
 * "Do promo items have the same rights", "is damage by cheap ink covered": what the verb or the end shows to be asked.
 */
const ASKED_BY_END = [
  new RegExp(
    `^(?:do|does|can|could|must|should|will|would) (?!not\\b|i\\b)\\w+(?: \\w+){0,3} ${anyOf(en.askingVerbs)}\\b`,
  ),
  new RegExp(`^(?:is|are) (?!not\\b|very\\b|so\\b|too\\b|also\\b|still\\b)\\w+(?: \\w+){0,5} ${anyOf(en.askingEnds)}$`),
];
const SHORT = /^(?:still |also )?(?:covered|returnable|refundable)$/;
const INVERTED_WITH_MARK = new RegExp(`^${AUX} (?!not\\b)\\w+ \\w+`);
/** "If the seal were broken, would you take it": a condition first, then what is asked. */
const HYPOTHETICAL = new RegExp(
  `^(?:even )?(?:if|supposing|suppose|assuming|say) .{3,80}?(?<!\\b(?:${anyOf(en.subjects)}))[ ,]+` +
    `(?:would|could|can|will|should|shall|is|are|am|do|does) (?:i|you|u|we|it|that|this|they|the \\w+)\\b`,
);
const ASKING = new RegExp(
  `^(?:${anyOf(en.openers)}|why\\b|how (?!it |ever )|what(?:'s|s)? ${anyOf(en.afterWhat)}\\b|whats\\b` +
    `|which \\w+(?: \\w+)? ${anyOf(en.afterWhich)}\\b|which (?:are|do|does|can)\\b` +
    `|${anyOf(en.times)}(?:'s)? ?(?:${AUX}\\b|expense|cost))`,
);
// "So I have to pay the postage?" asks, "I paid 6 % too much?" tells.
const DECLARATIVE = new RegExp(
  `^(?:(?:so|then|and|but) )?${anyOf(en.declaringSubjects)} ${anyOf(en.declaringVerbs)}\\b`,
);
/** A month is no "may I", and "which is why" goes on telling. */
const NO_QUESTION = /^(?:may|march) \d|^which is\b(?! \w+$)/;
const TOLD = new RegExp(
  `^(?:\\d+|${anyOf(en.amounts)} (?:\\w+ )?(?:days?|weeks?|months?|years?)|${anyOf(en.tellingStarts)})\\b`,
);

/** "I spilled coffee on it, is that covered?" is told before it is asked. */
const REFERS_BACK = new RegExp(
  `^(?:and |so )?(?:is|are|does|do|will|would) (?:that|this|it|those)(?: \\w+){0,2} ${anyOf(en.refersBack)}\\b`,
);
/** "Black Friday deals, can those go back", "I got 20 % off, can I still return it": what was told matters. */
const NAMES_TOLD = new RegExp(
  `^(?:and |so )?${AUX} (?:those|these|they|(?:i|we|you|it|that|this) (?:still|even|anyway|nevertheless))\\b`,
);

/** "The box is dented, should I accept?" too. */
const ASKS_WHAT_TO_DO = new RegExp(`^${anyOf(en.whatToDo)}$`);
const maxToldLength = 80;
/** A question may stand at the end of a story. */
const maxReadLength = 1_500;

/**
 * The questions of a message, however punctuated, one that refers back together with what it refers to; a statement
 * with a question mark is none.
 */
export function questionsIn(text: string): string[] {
  const asked: string[] = [];
  let before = '';
  for (const { words, hasMark } of sentencesOf(plainText(text, maxReadLength))) {
    const comma = words.lastIndexOf(', ');
    const tail = words.slice(comma + 2);
    if (hasQuestionForm(words)) asked.push(complete(words, before));
    else if (comma > 0 && hasQuestionForm(tail)) asked.push(complete(tail, words.slice(0, comma)));
    else if (hasMark && isAskedByMark(words)) asked.push(complete(words, before));
    before = words;
  }
  return asked;
}

function complete(question: string, before: string): string {
  const refersBack = [REFERS_BACK, NAMES_TOLD, ASKS_WHAT_TO_DO].some((form) => form.test(question));
  return refersBack && before.length <= maxToldLength ? `${before} ${question}` : question;
}

function sentencesOf(plain: string): { words: string; hasMark: boolean }[] {
  const ends = plain.match(/[^.!?\n]{1,400}(?:\.(?=\d)[^.!?\n]{0,200})?[.!?\n]?/g) ?? [];
  return ends.map((sentence) => ({ words: sentence.replace(/[.!?\n]$/, '').trim(), hasMark: sentence.endsWith('?') }));
}

function hasQuestionForm(sentence: string): boolean {
  const words = withoutLead(sentence);
  if (NO_QUESTION.test(words)) return false;
  return [INDIRECT, INVERTED, ASKING, HYPOTHETICAL, SHORT, ...ASKED_BY_END].some((form) => form.test(words));
}

function isAskedByMark(sentence: string): boolean {
  const words = withoutLead(sentence);
  if (words === '' || NO_QUESTION.test(words)) return false;
  return DECLARATIVE.test(words) || INVERTED_WITH_MARK.test(words) || !TOLD.test(words);
}

function withoutLead(sentence: string): string {
  return sentence.replace(LEAD, '') || sentence;
}
