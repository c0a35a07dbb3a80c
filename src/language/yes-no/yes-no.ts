import { isDontKnow } from '../commands/dont-know.ts';
import { LONGEST_ANSWER, plainAnswer, plainText } from '../text/plain-text.ts';
import { isNegation, wordsOf } from '../text/words.ts';
import { idiom, lastWord } from './idioms.ts';
import { isHalfYes, isUnreal } from './reserve.ts';
import { statementAgrees } from './statement.ts';
import { explicitLead, isHedge, verdict } from './words.ts';

export type YesNo = 'yes' | 'no' | 'unsure';

const ASKS_BACK = /\?\s*$|^(?:how|what|where|which|who|why|could you|can you|would you)\b(?! not\b)/;

/**
 * The answer to a yes/no question, undefined when in doubt: a wrong polarity is the worst error here.
 * With the `question`, statements that repeat it count too ("it does not turn on").
 */
export function readYesNo(text: string, question?: string): YesNo | undefined {
  if (text.length > LONGEST_ANSWER) return undefined;
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
  const told = asked === undefined || rest === '' ? undefined : statementAgrees(rest, asked);
  return told === undefined || told === says ? says : undefined;
}

// "Yes, but I'm not sure."
const TAKEN_BACK =
  /^(?:but |or |well |and )*(?:maybe|perhaps|possibly|probably not|(?:i'm |i am |im )?not (?:really |quite |so )?(?:sure|certain)|i (?:don't|dont|do not) know)\b/;

// "No tears", "no discount" count what there is not: of an intact seal or a full price that says yes.
const COUNTED =
  /^no (?!(?:everything|all|maybe|perhaps|it|its|i|im|ive|they|there|that|thats|this|the|he|she|we|you|my|our|a|an|and|but|or|because|as|if|when|for|of|at|way|no|nope|nah|not|never|none|nothing|dont|cant|wont|wasnt|didnt|doesnt|havent|isnt|thanks|thank|thx|ty|sorry|sir|madam|maam|mate|man|dude|please|pls|just|still|yet|ever|more|need|so|sadly|afraid)\b|\w+'|\w+ly\b)/;
const ASKS_FOR_SOUNDNESS =
  /\b(?:work|working|works|intact|full|fully|complete|everything|all|fine|good|ok|okay|proper|properly|correct|undamaged)\b/;

function counted(answer: string, asked: string): 'yes' | 'no' | undefined {
  return statementAgrees(answer, asked) ?? (ASKS_FOR_SOUNDNESS.test(asked) || / but /.test(answer) ? undefined : 'no');
}

// "I haven't. I would remember it.", "I don't think so, since it never starts."
function openingOf(answer: string): string {
  const [opening = ''] = answer.split(/[.!;] | (?:because|since|as) /);
  return wordsOf(opening).length > 1 ? opening : '';
}

const ECHO =
  /^(?:but |actually |wait )*(?:it|they|that|there|this|i|we|he|she|you) (?:really |actually |still |just )?(?:(?:do|does|did|is|are|am|was|were|has|have|had|can|could|will|would)(?:n't| not)?|works?|worked)(?: (?:not |indeed|work|now|so))*$/;

// "yes and no", "no, yes", "no, it works", "yes, it doesn't": either half may be the one that was meant.
function contradicts(says: 'yes' | 'no', rest: string): boolean {
  const words = wordsOf(rest);
  if (
    says === 'yes' &&
    /^(?:and |or |well |wait |sorry |actually |but |i mean )*(?:not\b|(?:no|nope|nah)(?= (?:it|its|i|they|that|this|sir|thanks?|please|sorry|wait|actually|no|not)\b|$))/.test(
      words.join(' '),
    )
  )
    return true;
  if (says === 'no' && /(?:^|\b(?:i mean|wait|sorry|actually|and|or) )(?:yes|yeah|yep|yup)\b/.test(words.join(' ')))
    return true;
  if (!ECHO.test(words.join(' '))) return false;
  return words.some(isNegation) === (says === 'yes');
}
