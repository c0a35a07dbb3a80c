import { anyOf } from '../../text/phrases.ts';
import en from '../en/statement.json' with { type: 'json' };
import { type Clause, clauseAsked, statementsIn } from './clauses.ts';
import { asksForTrouble } from './opposites.ts';
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
const OTHER_TIME = new RegExp(`\\b${anyOf(en.otherTime)}\\b|\\d`);

function checked(stated: Clause): Verdict | undefined {
  if (!CHECKED.test(stated.text) || OTHER_TIME.test(stated.text)) return undefined;
  return { says: stated.denies ? 'no' : 'yes', weight: 0.9 };
}

// "The box is damaged" and "only the box" when the device was asked about, and not the box.
function isElsewhere({ subject, text, words }: Clause, { excluded }: Clause): boolean {
  if (excluded === undefined || excluded.size === 0) return false;
  return (
    (subject !== undefined && excluded.has(subject)) ||
    (ONLY_THAT.test(text) && [...words].some((word) => !ONLY_THAT.test(word) && excluded.has(word)))
  );
}

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
