import { anyOf } from '../text/phrases.ts';
import en from './en/missed.json' with { type: 'json' };
import { kindOf } from './idioms.ts';

const ASKS_FOR_DISCOUNT = new RegExp(`\\b${anyOf(en.reductions)}`);
/** "There was a sale, but it ended the day before I ordered". */
const MISSED = new RegExp(
  `\\b${anyOf(en.reductions)}[^.;]*\\b(?:but|which|that|only|and)\\b[^.;]*\\b${anyOf(en.over)}\\b[^.;]*\\b${anyOf(en.beforehand)}\\b`,
);
/** "There was a sale on, but this one wasn't in it". */
const NOT_AMONG = new RegExp(
  `\\b${anyOf(en.reductions)}\\b[^.;]*\\b(?:but|only|though)\\b[^.;]*\\b${anyOf(en.thisOne)} ${anyOf(en.notAmong)}\\b`,
);
/** "I had a voucher but it was expired". */
const CODE_REFUSED = new RegExp(`\\b${anyOf(en.codes)}\\b[^.;]{0,40}\\b${anyOf(en.refused)}\\b`);
/** "The cable was on sale. The scanner wasn't.", "the old one works, this one nope". */
const THIS_IS_NOT = new RegExp(
  `^(?!.*(?:n't|\\bnot|\\bno|\\bnever)\\b.*[.;,]).*[.;,] ?(?:but |and )?(?:(?:the|this|mine|my)\\b[^.;]*\\b${anyOf(en.verbs)}(?:n't| not)|this one,? (?:nope|no|not))$`,
);

/** No, where an answer tells of a reduction that was missed, or of this item that it is otherwise than another one. */
export function saysMissed(answer: string, question: string): 'no' | undefined {
  if (kindOf(question) !== 'fact') return undefined;
  const isMissed =
    ASKS_FOR_DISCOUNT.test(question) && [MISSED, NOT_AMONG, CODE_REFUSED].some((form) => form.test(answer));
  return isMissed || THIS_IS_NOT.test(answer) ? 'no' : undefined;
}
