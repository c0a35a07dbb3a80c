import { anyOf } from '../text/phrases.ts';
import { isNegation, wordsOf } from '../text/words.ts';
import en from './en/yes-no.json' with { type: 'json' };

const ECHO = new RegExp(
  `^(?:but |actually |wait )*${anyOf(en.echoSubjects)} (?:really |actually |still |just )?` +
    `${anyOf(en.echoVerbs)}(?: (?:not |indeed|work|now|so))*$`,
);
const DENIED_AFTER_YES = new RegExp(
  '^(?:and |or |well |wait |sorry |actually |but |i mean )*' +
    `(?:not\\b|(?:no|nope|nah)(?= ${anyOf(en.denialAfterYes)}\\b|$))`,
);
const AFFIRMED_AFTER_NO = new RegExp(
  `(?:^|\\b(?:i mean|wait|sorry|actually|and|or|but) )(?:yes|yeah|yep|yup)\\b|^${anyOf(en.affirmed)}$`,
);

/**
 * True if what follows a yes or no takes it back: "yes and no", "no, yes", "no, it works", "yes, it doesn't". Either half
 * may be the one that was meant.
 */
export function contradicts(says: 'yes' | 'no', rest: string): boolean {
  const words = wordsOf(rest);
  const plain = words.join(' ');
  if ((says === 'yes' ? DENIED_AFTER_YES : AFFIRMED_AFTER_NO).test(plain)) return true;
  return ECHO.test(plain) && words.some(isNegation) === (says === 'yes');
}
