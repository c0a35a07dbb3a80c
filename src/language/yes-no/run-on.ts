import { anyOf } from '../text/phrases.ts';
import { plainAnswer } from '../text/plain-text.ts';
import en from './en/run-on.json' with { type: 'json' };
import { kindOf } from './idioms.ts';
import { answerIn } from './polarity.ts';

const RUN_ON = new RegExp(
  `^(?:(${anyOf(en.denying)})|${anyOf(en.agreeing)}) (?!${anyOf(en.subjects)}\\b)(\\p{L}[^,;.!?]*)(?:[,;.!?].*)?$`,
  'u',
);
const TELLS_ITSELF = new RegExp(`^${anyOf(en.telling)}`);
/** More words are a sentence of their own. */
const MOST_LETTERS = 40;

/**
 * What a yes or no most likely says that runs on without a pause into words that answer by themselves, and otherwise
 * with it or without it: "no full price" is "no, full price" or "not the full price". Undefined where both say the same.
 */
export function saysRunOn(text: string, asked: string): 'yes' | 'no' | undefined {
  if (kindOf(asked) !== 'fact') return undefined;
  const [, denying, rest = ''] = RUN_ON.exec(plainAnswer(text)) ?? [];
  if (rest === '' || rest.length > MOST_LETTERS) return undefined;
  const told = answerIn(rest, asked)?.says;
  if (told === 'no') return 'no';
  // "No discount", "no scratches" deny what they name.
  return denying !== undefined && told === 'yes' && TELLS_ITSELF.test(rest) ? 'yes' : undefined;
}
