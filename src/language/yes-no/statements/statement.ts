import { anyOf, stemPattern, wordSet } from '../../text/phrases.ts';
import en from '../en/statement.json' with { type: 'json' };
import type { Clause } from './clauses.ts';
import { meaningOfWord } from './meaning.ts';
import { asksForWorking, isFault, leavesNoThird, names, opposes } from './opposites.ts';
import { sharesNoPoint } from './point.ts';
import { coverage, type Verdict } from './verdict.ts';

/** The verdict of one statement on what was asked: a contrary or kind of it, a bare reply, or a repetition. */
export function verdictOf(stated: Clause, asked: Clause): Verdict | undefined {
  const opposed = contrary(stated, asked);
  if (opposed !== undefined || missesPoint(stated, asked) || isOfThing(stated, asked)) return opposed;
  return reply(stated, asked) ?? repetition(stated, asked);
}

// "I bought it" takes up the buying, and not the discount that was asked for; "the device doesn't" leaves out the rest.
function missesPoint(stated: Clause, asked: Clause): boolean {
  return !ELLIPTIC.test(stated.text) && sharesNoPoint(stated.words, asked);
}

const ELLIPTIC = new RegExp(`\\b${anyOf(en.elliptic)}$`);

const ON_OR_OFF = /\b(on|off)(?: (?:it|them|there))?$/;
const FUNCTIONS = new RegExp(`\\b${anyOf(en.functions)}`);
const GONE = new RegExp(`\\b${anyOf(en.gone)}\\b`);
const HAVE = /^(?:do|have) you (?:still )?(?:have|got|own|keep|kept)\b/;

/** The verdict of a contrary or a kind of what was asked: "tight" to "loose", "cracked" to "damaged". */
function contrary(stated: Clause, asked: Clause): Verdict | undefined {
  const agrees = stated.denies === asked.denies;
  const weight = Math.max(coverage(stated.words, asked.words), 0.4);
  const [switchAsked, switchStated] = [asked.text, stated.text].map((text) => ON_OR_OFF.exec(text)?.[1]);
  if (switchAsked !== undefined && switchStated !== undefined)
    return { says: agrees === (switchAsked === switchStated) ? 'yes' : 'no', weight };
  if (isLookOnly(stated, asked)) return undefined;
  if (opposes(stated.words, asked.words)) {
    if (agrees) return { says: 'no', weight };
    return leavesNoThird(stated.words, asked.words) ? { says: 'yes', weight } : undefined;
  }
  if (names(stated.words, asked.words)) return { says: agrees ? 'yes' : 'no', weight };
  if (!stated.denies && HAVE.test(asked.text) && GONE.test(stated.text)) return { says: 'no', weight };
  if (stated.denies && !asked.denies && asksForWorking(asked.words) && FUNCTIONS.test(stated.text))
    return { says: 'no', weight };
  return undefined;
}

// A dent in the housing is nothing that stops a thing from working.
function isLookOnly({ words, subject }: Clause, asked: Clause): boolean {
  if (!asksForWorking(asked.words)) return false;
  const [looks, ...others] = [...words].filter((word) => isFault(word)).map((word) => COSMETIC.test(word));
  return (
    looks !== undefined &&
    ((looks && others.every((one) => one)) || (subject !== undefined && COSMETIC_PARTS.has(subject)))
  );
}

const COSMETIC = stemPattern(en.cosmetic);
const COSMETIC_PARTS = new Set([...wordSet(en.cosmeticParts)].map(meaningOfWord));

const PRONOUN = /\b(?:that|it|they|this|so|them|one|there|any|those|these|anything|nothing|none|i)\b/;
const FILLERS = wordSet(en.fillers);

/** "I can do that", "it doesn't", "I don't see any": nothing but the question's own words and pronouns. */
function reply(stated: Clause, asked: Clause): Verdict | undefined {
  const isBare = [...stated.words].every((word) => asked.words.has(word) || FILLERS.has(word));
  if (!isBare || !PRONOUN.test(stated.text)) return undefined;
  const weight = coverage(stated.words, asked.words);
  // "I can't see any of that" denies the whole question, a negated one too.
  const holds = weight === 0 ? !stated.denies : stated.denies === asked.denies;
  return { says: holds ? 'yes' : 'no', weight: Math.max(weight, 0.5) };
}

const HAS_THING = new RegExp(
  `\\b${anyOf(en.having)} (?:it|them|this)(?: ${anyOf(en.beingThere)})*$|^here (?:it|they) (?:is|are)$`,
);
const HAVING = new RegExp(`\\b${anyOf(en.having)}\\b`);

/** "Got it", "I have it here" are about the thing itself, unless the question is about having it. */
function isOfThing(stated: Clause, asked: Clause): boolean {
  return HAS_THING.test(stated.text) && !HAVING.test(asked.text);
}

/** Below this share a sentence may be about the same thing and say something else of it ("the screws are tight"). */
const ENOUGH_SHARED = 0.33;
const PERCEIVES = new RegExp(`\\b${anyOf(en.perceives)}\\b`);
// "It does get loose" insists.
const EMPHATIC = /\b(?:do|does|did) (?!not\b|it\b|that\b|this\b)\w+/;
const NUISANCE = /\b(?:problem|issue|trouble)s?\b/;

/** The verdict of a sentence that repeats enough of the question's words, or denies some of them. */
function repetition(stated: Clause, asked: Clause): Verdict | undefined {
  const weight = coverage(stated.words, asked.words);
  const perceivesNone = PERCEIVES.test(stated.text) && !asksForWorking(asked.words);
  if (stated.denies && !asked.denies && (weight > 0 || perceivesNone)) return { says: 'no', weight };
  if (isOnlyItsSubject(stated, asked) || isByAnother(stated, asked)) return undefined;
  const isPointed = stated.hasPronoun || EMPHATIC.test(stated.text);
  if (weight < ENOUGH_SHARED && !(isPointed && weight > 0)) return undefined;
  if (NUISANCE.test(stated.text) && !NUISANCE.test(asked.text)) return undefined;
  // "It only charges a little": how much is left of the yes?
  if (!stated.denies && ONLY.test(stated.text) && !ONLY.test(asked.text)) return undefined;
  return { says: stated.denies === asked.denies ? 'yes' : 'no', weight };
}

const ONLY = /\bonly\b/;

// "The light is green" takes up the light, not whether it is on.
function isOnlyItsSubject({ words, subject }: Clause, asked: Clause): boolean {
  const shared = [...words].filter((word) => asked.words.has(word));
  return shared.length === 1 && shared[0] === subject && words.size > 1;
}

// "A friend repaired it" is not "I repaired it myself".
function isByAnother({ text }: Clause, asked: Clause): boolean {
  return /\byourself\b/.test(asked.text) && !/\b(?:i|i've|i'd|myself|we)\b/.test(text);
}
