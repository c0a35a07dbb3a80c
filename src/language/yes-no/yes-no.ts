import { isDontKnow } from '../commands/dont-know.ts';
import { anyOf } from '../text/phrases.ts';
import { MAX_ANSWER_LENGTH, plainAnswer, plainText } from '../text/plain-text.ts';
import { isNegation, wordsOf } from '../text/words.ts';
import en from './en/yes-no.json' with { type: 'json' };
import { idiom, lastWord } from './idioms.ts';
import { isHalfYes, isUnreal } from './reserve.ts';
import { explicitLead, isHedge, verdict } from './short-answers.ts';
import { statementAgrees } from './statements/statement.ts';

export type YesNo = 'yes' | 'no' | 'unsure';

const ASKS_BACK = /\?\s*$|^(?:how|what|where|which|who|why|could you|can you|would you)\b(?! not\b)/;

/**
 * The answer to a yes/no question, undefined when in doubt: a wrong polarity is the worst error here.
 * With the `question`, statements that repeat it count too ("it does not turn on").
 */
export function readYesNo(text: string, question?: string): YesNo | undefined {
  if (text.length > MAX_ANSWER_LENGTH) return undefined;
  const answer = plainAnswer(text);
  if (isDontKnow(answer) || isHedge(answer)) return 'unsure';
  if (isUnreal(answer)) return undefined;
  const asked = question === undefined ? undefined : plainText(question);
  const says = explicit(answer, asked, ASKS_BACK.test(text.trim().toLowerCase()));
  return says === 'yes' && asked !== undefined && isHalfYes(answer, asked) ? undefined : says;
}

function explicit(answer: string, asked: string | undefined, asksBack: boolean): 'yes' | 'no' | undefined {
  const phrase = idiom(answer, asked !== undefined);
  if (phrase !== undefined) return phrase;
  const lead = explicitLead(answer, asked !== undefined);
  if (lead !== undefined)
    return asked !== undefined && COUNTED.test(answer) ? counted(answer, asked) : led(lead, asked);
  const ruled = verdict(answer) ?? verdict(openingOf(answer));
  if (ruled !== undefined || asksBack) return ruled;
  return lastWord(answer) ?? (asked === undefined ? undefined : statementAgrees(answer, asked));
}

interface Lead {
  says: 'yes' | 'no';
  rest: string;
}

// "No, it works" answers one way and tells the other.
function led({ says, rest }: Lead, asked: string | undefined): 'yes' | 'no' | undefined {
  if (contradicts(says, rest) || TAKEN_BACK.test(rest)) return undefined;
  const stated = asked === undefined || rest === '' ? undefined : statementAgrees(rest, asked);
  return stated === undefined || stated === says ? says : undefined;
}

// "Yes, but I'm not sure."
const TAKEN_BACK = new RegExp(`^(?:but |or |well |and )*${anyOf(en.takenBack)}\\b`);

// "No tears", "no discount" count what there is not: of an intact seal or a full price that says yes.
const COUNTED = new RegExp(`^no (?!${anyOf(en.afterNo)}\\b|\\w+'|\\w+ly\\b)`);
const ASKS_FOR_SOUNDNESS = new RegExp(`\\b${anyOf(en.soundness)}\\b`);

function counted(answer: string, asked: string): 'yes' | 'no' | undefined {
  return statementAgrees(answer, asked) ?? (ASKS_FOR_SOUNDNESS.test(asked) || / but /.test(answer) ? undefined : 'no');
}

// "I haven't. I would remember it.", "I don't think so, since it never starts."
function openingOf(answer: string): string {
  const [opening = ''] = answer.split(/[.!;] | (?:because|since|as) /);
  return wordsOf(opening).length > 1 ? opening : '';
}

const ECHO = new RegExp(
  `^(?:but |actually |wait )*${anyOf(en.echoSubjects)} (?:really |actually |still |just )?` +
    `${anyOf(en.echoVerbs)}(?: (?:not |indeed|work|now|so))*$`,
);
const DENIED_AFTER_YES = new RegExp(
  '^(?:and |or |well |wait |sorry |actually |but |i mean )*' +
    `(?:not\\b|(?:no|nope|nah)(?= ${anyOf(en.denialAfterYes)}\\b|$))`,
);
const AFFIRMED_AFTER_NO = /(?:^|\b(?:i mean|wait|sorry|actually|and|or) )(?:yes|yeah|yep|yup)\b/;

// "yes and no", "no, yes", "no, it works", "yes, it doesn't": either half may be the one that was meant.
function contradicts(says: 'yes' | 'no', rest: string): boolean {
  const words = wordsOf(rest);
  const plain = words.join(' ');
  if ((says === 'yes' ? DENIED_AFTER_YES : AFFIRMED_AFTER_NO).test(plain)) return true;
  return ECHO.test(plain) && words.some(isNegation) === (says === 'yes');
}
