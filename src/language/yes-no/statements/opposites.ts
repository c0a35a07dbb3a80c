import { stemPattern } from '../../text/phrases.ts';
import en from '../en/opposites.json' with { type: 'json' };
import { hasWord, type Meaning } from './meaning.ts';

/** Words for something wrong. */
const TROUBLE = stemPattern(en.trouble);
const SOUND = stemPattern(en.sound);
const WORKING = stemPattern(en.working);
const BROKEN = stemPattern(en.broken);
const SPECIFIC_DAMAGE = stemPattern(en.specificDamage);
/** Words for a lower price. */
const REDUCED = stemPattern(en.reduced);

type Scale = readonly [one: RegExp, other: RegExp];

/** Scales of opposites: one side asked and the other stated means no. */
const OPPOSITES = en.opposites.map(scaleOf);
/** Of these a thing must be the one or the other, so that denying one says the other. */
const EITHER_OR = en.eitherOr.map(scaleOf);

function scaleOf({ one, other }: { one: string[]; other: string[] }): Scale {
  return [stemPattern(one), stemPattern(other)];
}

/**
 * True if a statement names the contrary of what was asked: "tight" of "loose", "perfect" of "damaged", "dead" of
 * "working".
 */
export function opposes(stated: Meaning, asked: Meaning): boolean {
  return (
    isWorkingAgainstBroken(stated, asked) ||
    isSoundAgainstTrouble(stated, asked) ||
    isBrokenAgainstWorking(stated, asked) ||
    isAcross(OPPOSITES, stated, asked) ||
    isAcross(EITHER_OR, stated, asked)
  );
}

function isAcross(scales: readonly Scale[], stated: Meaning, asked: Meaning): boolean {
  return scales.some(
    ([one, other]) =>
      (hasWord(asked, one) && !hasWord(asked, other) && hasWord(stated, other) && !hasWord(stated, one)) ||
      (hasWord(asked, other) && !hasWord(asked, one) && hasWord(stated, one) && !hasWord(stated, other)),
  );
}

/**
 * True if the contrary that a statement names is the only other possibility, so that its denial agrees: "no discount"
 * is the full price.
 */
export function leavesNoThird(stated: Meaning, asked: Meaning): boolean {
  return isWorkingAgainstBroken(stated, asked) || isAcross(EITHER_OR, stated, asked);
}

// "It works fine" speaks of its working, not of the scratch that was asked for.
function isSoundAgainstTrouble(stated: Meaning, asked: Meaning): boolean {
  if (!hasWord(asked, TROUBLE) || hasWord(asked, SOUND) || asked.has('reducing') || !hasWord(stated, SOUND))
    return false;
  if (hasWord(stated, TROUBLE)) return false;
  return !(
    hasWord(asked, /^(?:damage|scratch|dent|crack)/) && hasWord(stated, /^(?:work|run|function|charg|turn|moving|play)/)
  );
}

function isWorkingAgainstBroken(stated: Meaning, asked: Meaning): boolean {
  return asked.has('broken') && stated.has('work') && !hasWord(stated, BROKEN);
}

function isBrokenAgainstWorking(stated: Meaning, asked: Meaning): boolean {
  return (
    (asksForWorking(asked) || hasWord(asked, /^(?:good|fine|ok|okay|intact|proper\w*|well)$/)) &&
    hasWord(stated, BROKEN) &&
    !hasWord(stated, WORKING)
  );
}

/** True if the question asks if something works, so that any fault answers it. */
export function asksForWorking(asked: Meaning): boolean {
  return hasWord(asked, /^(?:work|function|operat|usabl)/) && !hasWord(asked, /^(?:stop|quit|ceas)/);
}

/** True if a word says that something is broken. */
export function isFault(word: string): boolean {
  return BROKEN.test(word);
}

/** True if the question asks for something wrong. */
export function asksForTrouble(asked: Meaning): boolean {
  return hasWord(asked, TROUBLE);
}

/** True if a statement names what the question only called by its kind: a crack where damage was asked for. */
export function names(stated: Meaning, asked: Meaning): boolean {
  return (
    (asked.has('damage') && (hasWord(stated, SPECIFIC_DAMAGE) || stated.has('broken'))) ||
    (hasWord(asked, /^(?:unusual|wrong|problem|issu|troubl|abnormal|odd|strange|weird|ordinary)/) &&
      hasWord(stated, TROUBLE)) ||
    (asked.has('broken') && hasWord(stated, BROKEN)) ||
    (asked.has('discount') && hasWord(stated, REDUCED)) ||
    (asksForWorking(asked) && hasWord(stated, /^fine$/)) ||
    (hasWord(asked, /^(?:intact|complet)/) && hasWord(stated, SOUND))
  );
}

const CONDITIONS = [TROUBLE, SOUND, WORKING, BROKEN, SPECIFIC_DAMAGE, REDUCED];

/** True if a word of a statement says how something is: on the scales of sound and broken, or on one that was asked for. */
export function isOnScale(word: string, asked: Meaning): boolean {
  if (CONDITIONS.some((scale) => scale.test(word))) return true;
  return [...OPPOSITES, ...EITHER_OR].some(
    ([one, other]) => (hasWord(asked, one) || hasWord(asked, other)) && (one.test(word) || other.test(word)),
  );
}
