import { isDontKnow } from './dont-know.ts';
import { LONGEST_ANSWER, plainAnswer, plainText } from './plain-text.ts';
import { isNegation, wordsOf } from './words.ts';
import { idiom, lastWord } from './yes-no-idioms.ts';
import { statementAgrees } from './yes-no-statement.ts';
import { explicitLead, isHedge, verdict } from './yes-no-words.ts';

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
  const phrase = idiom(answer, question !== undefined);
  if (phrase !== undefined) return phrase;
  const lead = explicitLead(answer, question !== undefined);
  if (lead !== undefined) return contradicts(lead.says, lead.rest) ? undefined : lead.says;
  const ruled = verdict(answer) ?? verdict(openingOf(answer));
  if (ruled !== undefined) return ruled;
  if (ASKS_BACK.test(text.trim().toLowerCase())) return undefined;
  const last = lastWord(answer);
  if (last !== undefined || question === undefined) return last;
  return statementAgrees(answer, plainText(question));
}

// "I haven't. I would remember it.", "I don't think so because it never opens."
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
    /^(?:and |or |well |wait |sorry |actually |but |i mean )*(?:no|not|nope|nah)\b(?! (?:problem|issue|doubt|worr|matter|quest))/.test(
      words.join(' '),
    )
  )
    return true;
  if (says === 'no' && /(?:^|\b(?:i mean|wait|sorry|actually|and|or) )(?:yes|yeah|yep|yup)\b/.test(words.join(' ')))
    return true;
  if (!ECHO.test(words.join(' '))) return false;
  return words.some(isNegation) === (says === 'yes');
}
