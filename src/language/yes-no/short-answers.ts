import { anyOf, wordSet } from '../text/phrases.ts';
import { plainAnswer } from '../text/plain-text.ts';
import { isNegation, wordsOf } from '../text/words.ts';
import en from './en/short-answers.json' with { type: 'json' };
import { asMeant } from './typing.ts';

const INTERJECTION = `(?:${anyOf(en.interjections)}[ ,.!:-]+)*`;
const YES = anyOf(en.yes);
const NO = `(?:${anyOf(en.no)}|nothing(?! (?:\\w+ )?${anyOf(en.notNothing)}))`;
const MILD_YES = anyOf(en.mildYes);
// These agree only when little more is said: "right now it fails", "true wireless".
const YES_ALONE = anyOf(en.yesAlone);
// To a question of fact these describe the thing: a perfect device is not a damaged one.
const PRAISE = anyOf(en.praise);

const LEAD_NO = new RegExp(`^${INTERJECTION}${NO}(?![\\p{L}\\p{N}'])(?!-)[ ,.!;:-]*`, 'u');
const LEAD_YES = new RegExp(`^${INTERJECTION}${YES}(?![\\p{L}\\p{N}'])[ ,.!;:-]*`, 'u');
// "Right, and it came on the 12th": agrees, and tells more.
const AGREES_AND_MORE = new RegExp(`^${INTERJECTION}${YES_ALONE} ?[,.;!]+ ?(?=(?:and|plus|also)\\b)`);
const THANKS = `(?: ${anyOf(en.thanks)})*`;
const WHOLE_YES = new RegExp(`^${INTERJECTION}${YES_ALONE}[ ,.!]*${THANKS}$`);
const WHOLE_PRAISE = new RegExp(`^${INTERJECTION}${PRAISE}[ ,.!]*${THANKS}$`);
const LEAD_MILD = new RegExp(`^${INTERJECTION}${MILD_YES}(?![\\p{L}\\p{N}'])[ ,.!;:-]*`, 'u');

// "no problem", "no. 3", "never mind": begin with "no" and deny nothing.
const NOT_A_NO = new RegExp(`^(?:no[ .]*\\d|no (?:${anyOf(en.noOfSomething)}|one\\b|thing\\b))`);

/**
 * The yes or no that an answer begins with, and what follows it; praise ("fine") is a yes only when no fact was asked.
 */
export function explicitLead(written: string, isAboutFact: boolean): { says: 'yes' | 'no'; rest: string } | undefined {
  const answer = asMeant(written);
  if (/^(?:no doubt|without (?:a )?doubt|why not)\b/.test(answer)) return { says: 'yes', rest: '' };
  if (NOT_A_NO.test(answer)) return undefined;
  for (const [says, pattern] of [
    ['no', LEAD_NO],
    ['yes', LEAD_YES],
  ] as const) {
    const lead = pattern.exec(answer)?.[0];
    if (lead !== undefined) return { says, rest: answer.slice(lead.length) };
  }
  if (WHOLE_YES.test(answer) || (!isAboutFact && WHOLE_PRAISE.test(answer))) return { says: 'yes', rest: '' };
  const agreed = isAboutFact ? undefined : AGREES_AND_MORE.exec(answer)?.[0];
  if (agreed !== undefined) return { says: 'yes', rest: answer.slice(agreed.length) };
  const mild = LEAD_MILD.exec(answer)?.[0];
  if (mild === undefined) return undefined;
  const rest = answer.slice(mild.length);
  return isCourtesy(rest) ? { says: 'yes', rest } : undefined;
}

const MERE_ASSENT = new RegExp(`^(?:${INTERJECTION}${MILD_YES}[ ,.!]*${THANKS}|(?:[👍👌] *)+)$`, 'u');

/** True if a whole reply only goes along, and may not answer at all: "ok", "sure", a thumb. */
export function isMereAssent(text: string): boolean {
  const answer = plainAnswer(text);
  return MERE_ASSENT.test(answer === '' ? text.trim() : answer);
}

const BELIEVING = new RegExp(`\\b${anyOf(en.believing)}\\b`);

/** True if a reply says what somebody believes rather than what is: "I think so", "looks like it". */
export function isBelief(text: string): boolean {
  return BELIEVING.test(plainAnswer(text));
}

const TELLS_MORE = new RegExp(
  `\\?|^(?:${anyOf(en.notCourtesy)}|you (?!can|may|could)|i (?!will|'ll|am|confirm|agree|understand|can|wait))(?: |$)`,
);

// After a mere "ok" or "right" only small talk may follow: "ok, it's broken" answers with its second half.
function isCourtesy(rest: string): boolean {
  const words = wordsOf(rest);
  return (
    words.length <= 7 &&
    !words.some((word) => isNegation(word) || /^(?:but|however|only|bye|\d.*)$/.test(word)) &&
    !TELLS_MORE.test(rest)
  );
}

const HEDGE = new RegExp(`^(?:${anyOf(en.beforeHedge)} )*${anyOf(en.hedges)}\\b`);

/** True if an answer commits to neither yes nor no: "maybe", "either one", "it depends". */
export function isHedge(answer: string): boolean {
  return HEDGE.test(answer) && !/\b(?:yes|no) (?:it|i|they)\b|^kind of (?:you|them)\b/.test(answer);
}

const AGREEING = wordSet(en.agreeing);
const DENYING = wordSet(en.denying);
const FRAME = wordSet(en.frame);

/**
 * Yes or no from a remark about truth itself ("that's not correct", "I don't think so", "that is quite untrue"), by
 * counting its denials.
 */
export function verdict(answer: string): 'yes' | 'no' | undefined {
  const bare = answer
    .replace(EXCLAMATION, '')
    .replace(/^i think not$/, 'not so')
    .replace(/^(?:i'm|i am) sure (?=\w)/, '');
  const words = wordsOf(bare);
  if (words.length > 16 || LIKING.test(bare) || LACKING.test(bare)) return undefined;
  const echo = echoOf(words.join(' '));
  if (echo !== undefined) return echo;
  const known = words.every((word) => FRAME.has(word) || AGREEING.has(word) || DENYING.has(word) || isNegation(word));
  const judged = words.some((word) => AGREEING.has(word) || DENYING.has(word) || isNegation(word));
  if (!known || !judged) return undefined;
  const denials = words.filter((word) => DENYING.has(word) || isNegation(word)).length;
  // "Not false" is yes; "not true, it's false" says no twice.
  const isDoubleNegative =
    denials === 2 &&
    words.some((word, at) => isNegation(word) && words.slice(at + 1, at + 3).some((next) => DENYING.has(next)));
  return denials === 0 || isDoubleNegative ? 'yes' : 'no';
}

// "I don't like it" judges the thing.
const LIKING = /(?:n't|not) (?:really )?like (?:it|that|this|them)$/;
// "I don't have it" is about the thing itself.
const LACKING = /(?:n't|not) (?:have|got|get) (?:it|them|this)(?: (?:here|now|yet))*$/;
const EXCLAMATION = /^(?:(?:wait|stop|shit|damn(?: it)?|dammit|crap|ugh|argh|omg|no wait|hey)[ ,.!]+)+/;

const ECHO = new RegExp(
  `^(?:${anyOf(en.beforeEcho)} )*${anyOf(en.echoSubjects)} (?:${anyOf(en.echoAdverbs)} )?` +
    `(${anyOf(en.auxiliaries)})(n't| not)?(?: ${anyOf(en.afterEcho)})*$`,
);

function echoOf(words: string): 'yes' | 'no' | undefined {
  const echo = ECHO.exec(
    words.replaceAll('cannot', 'can not').replaceAll("can't", 'can not').replaceAll("won't", 'will not'),
  );
  if (echo === null) return undefined;
  return echo[2] === undefined && !words.startsWith('none') ? 'yes' : 'no';
}
