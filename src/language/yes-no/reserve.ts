import { anyOf } from '../text/phrases.ts';
import en from './en/reserve.json' with { type: 'json' };

const SARCASM =
  /^(?:oh )?(?:yeah|yes|yep|sure)[, ]+(?:sure[, ]+)?(?:whatever|as if|if you (?:call|count|say)|in your dreams)\b|^(?:oh )?yeah,? right$|^as if \w/;
const UNREAL =
  /\bwould(?:n't| not)?\b.*\bif\b|^if\b[^,]*\bwould|\bused to\b|\buntil\b|\bif only\b|\bsupposed to (?:work|do)\b|^it's not that\b|\b(?:can't|cannot|couldn't) say\b|^(?:(?:and|but|so|well|ok|okay) )*if (?:so|not|(?:it|they|that|there|this|he|she|i|we)\b[^,;.]{0,25})$|^(?:(?:and|but|so|well|ok|okay) )*if\b[^,]*, ?(?:then )?(?:what|how|who|where|when|why)\b/;

const PARTLY = new RegExp(`\\b${anyOf(en.partly)}\\b`);
const LIMITED = new RegExp(`\\b${anyOf(en.limited)}\\b`);
const WHOLLY = /\b(?:fully|completely|entirely|perfectly|properly|all|everything|everywhere|always)\b/;
const WORKS = /\b(?:work|works|working|function|functional)\b/;

/** "No idea what an outlet is" denies no outlet. */
const UNKNOWING = new RegExp(`^${anyOf(en.unknowing)}\\b`);

/** True if an answer takes back what it seems to say: sarcasm, an "if", a "used to". */
export function isUnreal(answer: string): boolean {
  return SARCASM.test(answer) || UNREAL.test(answer) || UNKNOWING.test(answer);
}

/**
 * What an answer with a reserve says to "does it work fully?": no where something does not work ("it starts, but half
 * the screen is black"), yes where only its looks suffered; undefined if it has none or leaves that open.
 */
export function saysWithReserve(answer: string, question: string): 'yes' | 'no' | undefined {
  if (!WORKS.test(question) || !WHOLLY.test(question)) return undefined;
  if (MOCKS.test(answer) || LIFELESS.test(answer) || IN_PART.test(answer)) return 'no';
  if (ALL_EXCEPT.test(answer)) return COSMETIC.test(answer) ? 'yes' : 'no';
  const [, runs = '', reserve = ''] = RESERVE.exec(answer) ?? [];
  if (!RUNS.test(runs) || UNTRIED.test(reserve) || asideOfElse(answer) !== undefined) return undefined;
  return COSMETIC.test(reserve) ? 'yes' : 'no';
}

/** No where only a part of it works, or only up to something: "only half the keys work", "it runs until it gets warm". */
export function saysWithLimit(answer: string, question: string): 'no' | undefined {
  if (!WORKS.test(question) || !WHOLLY.test(question)) return undefined;
  if (PART_WORKS.test(answer)) return 'no';
  const [, runs = '', limit = ''] = UP_TO.exec(answer) ?? [];
  return RUNS.test(runs) && !TURNED.test(runs) && !STILL.test(limit) ? 'no' : undefined;
}

const PART_WORKS = new RegExp(`^${anyOf(en.parts)}\\b.*\\b${anyOf(en.partRuns)}\\b`);
const UP_TO = new RegExp(`^([^,;.]{2,40}?)[ ,;.]*\\b${anyOf(en.upTo)}\\b(.+)$`);
/** "It works until now". */
const STILL = new RegExp(`^ ?${anyOf(en.stillSo)}\\b|\\b${anyOf(en.againSo)}\\b`);
const TURNED = /n't\b|\bnot\b|\bnever\b|\bno\b/;

/** "Sure, as a paperweight". */
const MOCKS = new RegExp(`\\bas an? (?:\\w+ )?${anyOf(en.mocking)}$`);
/** "Not a peep out of it". */
const LIFELESS = new RegExp(`^${anyOf(en.lifeless)}$`);
/** "Only partly", "yes and no. It reads, it won't write". */
const IN_PART = /^(?:well[ ,]+|it (?:works|does) |(?:only|just) )*(?:(?:partly|partially|in part|half)$|yes and no\b)/;
const ALL_EXCEPT = /^(?:all|everything)(?: of it| works)?[ ,]+(?:except|but|bar|apart from|other than)\b/;

/** What "yes, the box looked terrible but it reads every card" says of the thing itself, after the aside on another one. */
export function asideOfElse(answer: string): string | undefined {
  return ASIDE_OF_ELSE.exec(answer)?.[1]?.trim();
}

const ASIDE_OF_ELSE = new RegExp(
  `\\b(?:yes|yeah|yep|yup|it does)[ ,.!;:-]+(?:and )?(?:the|its|their|my|your) (?:\\w+ )?${anyOf(en.beside)}\\b[^,.;!?]*[,;]? ?\\bbut (.+)$`,
);

/** What an answer says after its "but": "the case is cracked, but all of it runs". */
export function afterReserve(answer: string): string | undefined {
  return RESERVE.exec(answer)?.[2]?.trim();
}

const RESERVE = new RegExp(`^(.*?)[,;.]? ?\\b${anyOf(en.limited)}\\b(.+)$`);
const RUNS = new RegExp(`(?:^|\\b)${anyOf(en.runs)}\\b`);
const UNTRIED = new RegExp(`\\b${anyOf(en.untried)}\\b`);
const COSMETIC = new RegExp(`\\b${anyOf(en.cosmetic)}\\b`);

/** The denial that "it's not as if I hadn't looked, …" denies, and what follows it. */
export function doubleDenial(answer: string): { denied: string; rest: string } | undefined {
  const [, denied, rest = ''] = TWICE_DENIED.exec(answer) ?? [];
  return denied === undefined ? undefined : { denied, rest };
}

const TWICE_DENIED = new RegExp(
  `^(?:${anyOf(en.leadsToDenial)} )*${anyOf(en.denyingDenial)} ([^,;.]*(?:n't|\\bnot|\\bnever|(?:do|does|did|is|was|has|have)nt|\\b${anyOf(en.undone)})\\b[^,;.]*)(?:[,;.]+ ?(?:but |and )?(.+))?$`,
);

/** True if a yes is only half of one: "it works sometimes", "yes but …" where all of it was asked about. */
export function isHalfYes(answer: string, question: string): boolean {
  return (WORKS.test(question) && PARTLY.test(answer)) || (WHOLLY.test(question) && LIMITED.test(answer));
}
