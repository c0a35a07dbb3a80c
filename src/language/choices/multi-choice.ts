import { anyOf, wordSet } from '../text/phrases.ts';
import { plainText } from '../text/plain-text.ts';
import { isNegation, isTypoOf, stem, wordsOf } from '../text/words.ts';
import { type ChoiceReading, readChoice } from './choices.ts';
import en from './en/multi-choice.json' with { type: 'json' };
import { type Exception, exceptionIn } from './exceptions.ts';
import { partsOf } from './list-parts.ts';
import { noneOfThem } from './none-of-them.ts';
import { type Choice, phrasesOf } from './phrases.ts';
import { positionIn, positionsInRun } from './position.ts';
import { readTicked, withMarksApart } from './ticked.ts';

export type ChoicesReading =
  /**
   * `likely`: something else is said of one of them, perhaps that it is not so, or they are what an exception leaves;
   * absent: they are all that is said.
   */
  | { kind: 'choices'; values: string[]; certainty?: 'likely' }
  /** `likely`: in the customer's own words ("all good"). */
  | { kind: 'none-of-them'; certainty?: 'likely' }
  | { kind: 'unclear'; unread?: string[] };

const MAX_LIST_LENGTH = 2000;
const MAX_PARTS = 50;
const ALL_OF_THEM = new RegExp(`^(?:${anyOf(en.leads)}[ ,:]+)*${anyOf(en.all)}(?:[ ,]+${anyOf(en.allTails)})*$`);
const BOTH = new RegExp(`^(?:${anyOf(en.leads)}[ ,:]+)*${anyOf(en.both)}$`);
// "1-3" and "2 to 4" may mean the two or all between.
const FROM_TO = /\d ?(?:-|to|through|till|until) ?\d/;
/** "Yes: 2 and 4", "no, just the seal", but not "no signs of use". */
const LEAD = new RegExp(`^(?:${anyOf(en.leads)}[ ,:.-]+(?!to )|no[ ,.-]+(?=${anyOf(en.noBefore)} ))+(?=[^ ,:.])`);

/** The choices a reply lists, in the order they were offered; unclear unless every part of the reply is read. */
export function readChoices(text: string, choices: readonly Choice[]): ChoicesReading {
  const plain = plainText(text, MAX_LIST_LENGTH).replace(/(?<![\s.!])[\s.!]+$/, '');
  const none = noneOfThem(plain);
  if (none !== undefined) return { kind: 'none-of-them', ...(none === 'likely' && { certainty: none }) };
  if (concludesNone(plain)) return { kind: 'none-of-them', certainty: 'likely' };
  if (ALL_OF_THEM.test(plain) || (BOTH.test(plain) && choices.length === 2))
    return { kind: 'choices', values: choices.map(({ value }) => value) };
  if (FROM_TO.test(plain)) return { kind: 'unclear', unread: [plain] };
  const list = plain.replace(LEAD, '');
  const run = positionsInRun(list, choices.length);
  if (run !== undefined) return { kind: 'choices', values: run.flatMap((at) => choices[at - 1]?.value ?? []) };
  const exception = exceptionIn(list);
  if (exception !== undefined) return afterException(exception, choices) ?? { kind: 'unclear', unread: [plain] };
  return readList(list, choices);
}

/** "It has a scratch, but that has nothing to do with it, so nothing." */
function concludesNone(plain: string): boolean {
  const conclusion = CONCLUSION.exec(plain)?.[1];
  return conclusion !== undefined && noneOfThem(conclusion) === 'meant';
}

const CONCLUSION = new RegExp(`[ ,.;:-]${anyOf(en.concluding)}[ ,:]+([^,.;]{2,60})$`);

function readList(list: string, choices: readonly Choice[]): ChoicesReading {
  const parts = partsOf(withMarksApart(list), choices);
  if (parts.length === 0 || parts.length > MAX_PARTS) return { kind: 'unclear' };
  const ticked = readTicked(parts, choices);
  if (!ticked) return readParts(parts, choices);
  if (ticked === 'unread') return { kind: 'unclear', unread: [list] };
  const { values, isSure } = ticked;
  if (values.length === 0) return { kind: 'none-of-them', certainty: 'likely' };
  return { kind: 'choices', values, ...(!isSure && { certainty: 'likely' }) };
}

/** "All but 2" leaves the others; "none but 2", "everything is fine except the seal" name just that. */
function afterException({ list, isAllBut }: Exception, choices: readonly Choice[]): ChoicesReading | undefined {
  const named = listed(list, choices);
  if (named.kind !== 'choices') return undefined;
  const others = choices.map(({ value }) => value).filter((value) => !named.values.includes(value));
  return { kind: 'choices', values: isAllBut ? others : named.values, certainty: 'likely' };
}

/** What is excepted, without what is said of it after a pause: "the software stuff, that's untouched". */
function listed(list: string, choices: readonly Choice[]): ChoicesReading {
  const whole = readList(list, choices);
  if (whole.kind === 'choices') return whole;
  const [first = ''] = list.split(/[,;.] /);
  const [only, ...others] = choices.filter(({ value }) => namesOnly(first, value, choices));
  return only && others.length === 0 ? { kind: 'choices', values: [only.value], certainty: 'likely' } : whole;
}

/** True if words that name a thing are of one choice, whatever they call it beside: "the software bit". */
function namesOnly(part: string, value: string, choices: readonly Choice[]): boolean {
  const reading = readChoice(part, choices);
  return reading.kind === 'choice' && reading.value === value;
}

function readParts(listed: readonly string[], choices: readonly Choice[]): ChoicesReading {
  const parts = listed.filter((part) => !isDenied(part, choices));
  // What is denied says by the way that nothing else is so.
  if (parts.length === 0) return { kind: 'none-of-them', certainty: 'likely' };
  const [first = '', ...others] = parts;
  if (noneOfThem(first) !== undefined && others.length > 0 && !others.some((part) => saysMore(part, choices)))
    return { kind: 'none-of-them', certainty: 'likely' };
  const readings = parts.map((part) => ({ part, reading: readChoice(part, choices) }));
  const isRead = (reading: ChoiceReading): boolean => reading.kind === 'choice' && reading.certainty !== 'vague';
  const unread = readings.filter(({ reading }) => !isRead(reading)).map(({ part }) => part);
  if (unread.length > 0) return { kind: 'unclear', unread };
  const named = readings.map(({ part, reading }) => ({ part, value: reading.kind === 'choice' ? reading.value : '' }));
  const meant = new Set(named.map(({ value }) => value));
  const values = choices.map(({ value }) => value).filter((value) => meant.has(value));
  const isSure = parts.length === listed.length && named.every(({ part, value }) => isAllOf(part, value, choices));
  return { kind: 'choices', values, ...(!isSure && { certainty: 'likely' as const }) };
}

// "Not the seal but the packaging", "the seal is intact, signs of use".
function isDenied(part: string, choices: readonly Choice[]): boolean {
  const denied = NOT_THAT.exec(part)?.[1] ?? SOUND.exec(part)?.[1];
  const reading = denied === undefined ? undefined : readChoice(denied, choices);
  return reading?.kind === 'choice' && reading.certainty === undefined;
}

const NOT_THAT = new RegExp(
  `^(?:(?:but|and|it's|it is|it was|it) )?${anyOf(en.denying)} (?:(?:the|my|any|been) )?(.+)$`,
);
const SOUND = new RegExp(
  `^(?:(?:all|the|my) )*(.+?) (?:is|are|was|were|looks?|seems?|still|all)(?: still| all| also)* ${anyOf(en.soundWords)}$`,
);

/** True if a part names a choice or restricts what was said before it: "none of that, it just died" does neither. */
function saysMore(part: string, choices: readonly Choice[]): boolean {
  return MORE.test(part) || readChoice(part, choices).kind !== 'none';
}

const MORE = new RegExp(`\\b${anyOf(en.moreToSay)}\\b|\\d`);

/** Small words that leave what is named as it is; "the seal is still there" says more than "the seal". */
const PLAIN = wordSet(en.plain);

/** True if plain words name a choice and say nothing else: "the seal is intact" names it, and denies it. */
export function isAllOf(part: string, value: string, choices: readonly Choice[]): boolean {
  if (positionIn(part, choices.length) !== undefined) return true;
  const own = phrasesOf(choices).filter((phrase) => phrase.value === value);
  const written = wordsOf(part);
  if (own.some(({ words }) => words.join(' ') === written.join(' '))) return true;
  const isOwn = (word: string): boolean =>
    own.some(({ words, telling }) => telling.includes(stem(word)) || words.some((other) => isTypoOf(word, other)));
  return written.every((word) => !isNegation(word) && (PLAIN.has(word) || isOwn(word)));
}
