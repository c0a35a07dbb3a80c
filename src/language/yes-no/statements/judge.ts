import { anyOf, wordSet } from '../../text/phrases.ts';
import { wordsOf } from '../../text/words.ts';
import en from '../en/statement.json' with { type: 'json' };
import { type Clause, clauseAsked, isDenial, statementsIn } from './clauses.ts';
import { meaningOfWord } from './meaning.ts';
import { asksForTrouble, asksForWorking } from './opposites.ts';
import { verdictOf } from './statement.ts';
import { agreedVerdict, coverage, type Verdict } from './verdict.ts';
import { judgedWithout } from './without.ts';

// A message quoted in a question ('No Operating System') denies nothing.
const QUOTED = /(?<!\w)(["'])([^"']{3,60})\1(?!\w)/g;

/** What the statements of an answer say of what was asked. */
export interface Judgement {
  /** Yes if they affirm it, no if they deny it; absent if they share too little with it to tell. */
  says?: 'yes' | 'no';
  /** One affirms it and another denies it. */
  isMixed?: boolean;
  /** A denial that is outdone by what follows it: "not damaged, it is destroyed". */
  isOutdone?: boolean;
  /** They are about what the question sets aside: the box, where it asks for the device. */
  isElsewhere?: boolean;
  /** They say that it is only there: "just the box". */
  isOnlyElsewhere?: boolean;
}

/** Judges the statements of a plain answer by what the question asks. */
export function judge(answer: string, question: string): Judgement {
  const quoted = [...question.matchAll(QUOTED)].map(([, , words = '']) => words);
  const unquoted = quoted.reduce((rest, words) => rest.replaceAll(words, ' '), answer).replace(QUOTED, ' ');
  const asked = clauseAsked(question.replace(QUOTED, ' ').trim());
  const statements = statementsIn(unquoted, asked);
  const verdicts = statements.map((statement) => judged(statement, asked)).filter((verdict) => verdict !== undefined);
  const says = agreedVerdict(verdicts);
  const elsewhere = statements.filter((statement) => isElsewhere(statement, asked));
  return {
    ...(says !== undefined && { says }),
    isMixed: says === undefined && verdicts.length > 1,
    isOutdone:
      says !== 'no' &&
      verdicts.some((one, at) => one.says === 'no' && verdicts[at + 1]?.says === 'yes') &&
      asksForTrouble(asked.words),
    isElsewhere: elsewhere.length > 0 && verdicts.length === 0,
    isOnlyElsewhere: verdicts.length === 0 && elsewhere.some(({ text }) => ONLY_THAT.test(text)),
  };
}

const ONLY_THAT = /\b(?:only|just)\b/;

// "That's not the case", "it does happen".
const REMARK = new RegExp(
  `\\b(?:that|this|it)(?:'s| is| was| does| did)?(?:n't| not)?(?: indeed| exactly)? ${anyOf(en.remark)}$`,
);

function judged(stated: Clause, asked: Clause): Verdict | undefined {
  const remark = REMARK.exec(stated.text)?.[0];
  if (remark !== undefined) return { says: /n't|not/.test(remark) ? 'no' : 'yes', weight: 0.9 };
  if (EXCEPTS.test(stated.text)) return undefined;
  if (isAttitude(stated, asked) || isElsewhere(stated, asked) || isConditionOnly(stated, asked)) return undefined;
  if (asked.without !== undefined) return judgedWithout(stated, asked, asked.without);
  if (stated.isTangled) return undefined;
  if (CHECKS.test(asked.text)) return checked(stated);
  return verdictOf(stated, asked);
}

// "Fine apart from the screen" is half of an answer.
const EXCEPTS = new RegExp(`\\b${anyOf(en.exceptions)}\\b`);

// Whether something was checked is not answered by what was found, nor by a look at another time.
const CHECKS = /^(?:did|have) you (?:\w+ )?(?:check|inspect|examin|look|test)/;
const CHECKED = new RegExp(`\\b${anyOf(en.checked)}`);
// "Checked it the next day" is no check at the door; "checked the invoice" is none of the item.
const LATER = new RegExp(`\\b${anyOf(en.later)}\\b`);
const OPENED = new RegExp(`\\b${anyOf(en.laterOpening)}`);
// "I opened it in the evening" tells that nobody looked before; "came in the evening and I opened it" does not.
const OPENED_LATER = new RegExp(`\\b${anyOf(en.laterOpening)}\\b[^,.;]* ${anyOf(en.afterOpening)}\\b`);
const LOOKED = new RegExp(`\\b${anyOf(en.looking)}`);
// "Looked fine" tells how it looked, and not that anybody did.
const APPEARANCE = new RegExp(
  `^(?:(?:it|they|all|everything|that|(?:the|my|our|its) (?:\\w+ ){1,3}))? ?${anyOf(en.appearance)}\\b`,
);
const CHECKED_ELSE = new RegExp(
  `\\b${anyOf(en.checked)}(?: (?:at|the|my|your|our|up|in|on|into)){0,3} ${anyOf(en.checkedElse)}\\b`,
);
const OTHER_TIME = new RegExp(`\\b${anyOf(en.otherTime)}\\b|\\d`);

/** True if an answer only tells of a later opening, which is no word of whether it was looked at before. */
export function opensLater(answer: string): boolean {
  return OPENED_LATER.test(answer) && !LOOKED.test(answer);
}

function checked(stated: Clause): Verdict | undefined {
  const clause = stated.text.split(', ').find((part) => CHECKED.test(part));
  const isOpenedLater = LATER.test(stated.text) && OPENED.test(stated.text) && !stated.denies;
  if (opensLater(stated.text)) return stated.denies ? undefined : { says: 'no', weight: 0.9 };
  if (clause === undefined) return isOpenedLater ? { says: 'no', weight: 0.9 } : undefined;
  const denies = wordsOf(clause).some(isDenial);
  if (CHECKED_ELSE.test(clause) || APPEARANCE.test(clause)) return undefined;
  // "Only in the evening, when …, we unpacked": what leads up to it tells when.
  const until = stated.text.slice(0, stated.text.indexOf(clause) + clause.length);
  if (LATER.test(until)) return denies ? undefined : { says: 'no', weight: 0.9 };
  if (OTHER_TIME.test(clause)) return undefined;
  return { says: denies ? 'no' : 'yes', weight: 0.9 };
}

// "The box is damaged" and "only the box" when the device was asked about, and not the box.
function isElsewhere(stated: Clause, asked: Clause): boolean {
  const { subject, text, words } = stated;
  const { excluded } = asked;
  if (isOfOtherThing(stated, asked)) return true;
  if (excluded === undefined || excluded.size === 0) return false;
  return (
    (subject !== undefined && excluded.has(subject)) ||
    (ONLY_THAT.test(text) && [...words].some((word) => !ONLY_THAT.test(word) && excluded.has(word)))
  );
}

/** True if a statement is about another thing than the device that was asked about: "the charger is working". */
function isOfOtherThing({ text, subject }: Clause, { words }: Clause): boolean {
  if (!asksForTrouble(words) && !asksForWorking(words)) return false;
  if (OTHER_ONE.test(text)) return true;
  return subject !== undefined && !words.has(subject) && OTHER_THINGS.has(subject);
}

const OTHER_THINGS = new Set([...wordSet(en.otherThings)].map(meaningOfWord));
const OTHER_ONE = new RegExp(
  `^(?:the |my |our |that )?${anyOf(en.otherOnes)} (?:one|unit|device|model|\\w+) ${anyOf(['is', 'was', 'still', 'works?', 'runs?', 'does', 'has'])}\\b`,
);

// "I don't like it" denies nothing but the liking.
function isAttitude({ text, denies }: Clause, asked: Clause): boolean {
  return denies && ATTITUDE.test(text) && !ATTITUDE_ASKED.test(asked.text);
}

const ATTITUDE = new RegExp(`(?:n't|not|never) (?:\\w+ )?${anyOf(en.attitudes)}\\b`);
const ATTITUDE_ASKED = new RegExp(`\\b${anyOf(en.attitudes)}\\b`);

// "It isn't charging now" repeats the condition of the question, not what is asked.
function isConditionOnly({ words }: Clause, { condition, words: main }: Clause): boolean {
  return words.size > 0 && coverage(words, main) === 0 && [...words].every((word) => condition?.has(word));
}
