import { stemPattern } from '../../text/phrases.ts';
import en from '../en/opposites.json' with { type: 'json' };
import { hasWord, type Meaning } from './meaning.ts';

/** What is asked for when something is wrong. */
const TROUBLE = stemPattern(en.trouble);
const SOUND = stemPattern(en.sound);
const WORKING = stemPattern(en.working);
const BROKEN = stemPattern(en.broken);
const SPECIFIC_DAMAGE = stemPattern(en.specificDamage);

type Scale = readonly [one: RegExp, other: RegExp];

/** Who asks for one side and is told the other is told no. */
const OPPOSITES = en.opposites.map(scaleOf);
/** Of these a thing must be the one or the other, so that denying one says the other. */
const EITHER_OR = en.eitherOr.map(scaleOf);

function scaleOf({ one, other }: { one: string[]; other: string[] }): Scale {
  return [stemPattern(one), stemPattern(other)];
}

/** Whether a statement names the contrary of what was asked: "tight" of "loose", "perfect" of "damaged", "dead" of "working". */
export function opposes(said: Meaning, asked: Meaning): boolean {
  return (
    isWorkingAgainstBroken(said, asked) ||
    isSoundAgainstTrouble(said, asked) ||
    isBrokenAgainstWorking(said, asked) ||
    isAcross(OPPOSITES, said, asked) ||
    isAcross(EITHER_OR, said, asked)
  );
}

function isAcross(scales: readonly Scale[], said: Meaning, asked: Meaning): boolean {
  return scales.some(
    ([one, other]) =>
      (hasWord(asked, one) && hasWord(said, other) && !hasWord(said, one)) ||
      (hasWord(asked, other) && !hasWord(asked, one) && hasWord(said, one) && !hasWord(said, other)),
  );
}

/** Whether the contrary that a statement names is the only other possibility, so that its denial agrees: "no discount" is the full price. */
export function leavesNoThird(said: Meaning, asked: Meaning): boolean {
  return isWorkingAgainstBroken(said, asked) || isAcross(EITHER_OR, said, asked);
}

// "It works fine" speaks of its working, not of the scratch that was asked for.
function isSoundAgainstTrouble(said: Meaning, asked: Meaning): boolean {
  if (!hasWord(asked, TROUBLE) || hasWord(asked, SOUND) || asked.has('reducing') || !hasWord(said, SOUND)) return false;
  if (hasWord(said, TROUBLE)) return false;
  return !(
    hasWord(asked, /^(?:damage|scratch|dent|crack)/) && hasWord(said, /^(?:work|run|function|charg|turn|moving|play)/)
  );
}

function isWorkingAgainstBroken(said: Meaning, asked: Meaning): boolean {
  return asked.has('broken') && said.has('work') && !hasWord(said, BROKEN);
}

function isBrokenAgainstWorking(said: Meaning, asked: Meaning): boolean {
  return (
    (asksForWorking(asked) || hasWord(asked, /^(?:good|fine|ok|okay|intact|proper\w*|well)$/)) &&
    hasWord(said, BROKEN) &&
    !hasWord(said, WORKING)
  );
}

/** Whether the question is whether something works, so that any fault answers it. */
export function asksForWorking(asked: Meaning): boolean {
  return hasWord(asked, /^(?:work|function|operat|usabl)/) && !hasWord(asked, /^(?:stop|quit|ceas)/);
}

/** Whether a statement names what the question only called by its kind: a crack where damage was asked for. */
export function names(said: Meaning, asked: Meaning): boolean {
  return (
    (asked.has('damage') && (hasWord(said, SPECIFIC_DAMAGE) || said.has('broken'))) ||
    (hasWord(asked, /^(?:unusual|wrong|problem|issu|troubl|abnormal|odd|strange|weird|ordinary)/) &&
      hasWord(said, TROUBLE)) ||
    (asked.has('broken') && hasWord(said, BROKEN)) ||
    (asksForWorking(asked) && hasWord(said, /^fine$/)) ||
    (hasWord(asked, /^(?:intact|complet)/) && hasWord(said, SOUND))
  );
}
