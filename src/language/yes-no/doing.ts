import { anyOf } from '../text/phrases.ts';
import en from './en/doing.json' with { type: 'json' };

const ASKS_WHAT_ONE_DID = new RegExp(`^${anyOf(en.asking)} you\\b`);
// "My wife did", "the courier and my son have", "nobody did".
const WHO_DID = new RegExp(
  `^${anyOf(en.leads)}?((?:(?!${anyOf(en.noPerson)}\\b)[\\p{L}']+ ){1,6})${anyOf(en.doing)}(n't| not)?(?: ${anyOf(en.tails)})*$`,
  'u',
);
const SELF = new RegExp(`^${anyOf(en.self)} `);
const NOBODY = new RegExp(`^${anyOf(en.nobody)}\\b`);

const ASKS_AT_ONCE = /\b(?:right|just) when\b|\b(?:immediately|straight away|right away)\b/;
const PROMPTLY = new RegExp(`^${anyOf(en.leads)}?(not )?${anyOf(en.promptly)}(?:[ ,]+${anyOf(en.afterPromptly)})?$`);
/** "Didn't open it till the next day". */
const NOT_UNTIL = new RegExp(`(?:\\b|(?<=n't ))${anyOf(en.notUntil)}\\b`);

/** "The courier was gone", "they left it by the door": nobody could have. */
const NO_CHANCE = new RegExp(`\\b${anyOf(en.noChance)}(?:\\b|$)`);

/** Yes or no from when it was done, to a question whether it was done at once: "on the spot", "not right away". */
export function saysWhen(answer: string, asked: string): 'yes' | 'no' | undefined {
  if (!ASKS_AT_ONCE.test(asked)) return undefined;
  if (NO_CHANCE.test(answer)) return 'no';
  const found = PROMPTLY.exec(answer);
  return found === null ? undefined : found[1] === undefined ? 'yes' : 'no';
}

/** No where it was done only later, to a question whether it was done at once: "didn't open it till the next day". */
export function saysNotUntil(answer: string, asked: string): 'no' | undefined {
  return ASKS_AT_ONCE.test(asked) && NOT_UNTIL.test(answer.replaceAll("n't", ' not')) ? 'no' : undefined;
}

/** Yes or no from who did what the customer was asked to have done: "my wife did", "nobody has". */
export function saysWhoDid(answer: string, asked: string): 'yes' | 'no' | undefined {
  if (!ASKS_WHAT_ONE_DID.test(asked)) return undefined;
  const found = WHO_DID.exec(answer);
  if (found === null) return undefined;
  const [, who = '', denied] = found;
  if (SELF.test(who)) return undefined;
  const isNobody = NOBODY.test(who);
  if (isNobody && denied !== undefined) return undefined;
  return isNobody || denied !== undefined ? 'no' : 'yes';
}
