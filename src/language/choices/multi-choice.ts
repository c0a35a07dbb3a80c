import { anyOf, wordSet } from '../text/phrases.ts';
import { plainText } from '../text/plain-text.ts';
import { isNegation, isTypoOf, stem, wordsOf } from '../text/words.ts';
import { type ChoiceReading, readChoice } from './choices.ts';
import en from './en/multi-choice.json' with { type: 'json' };
import { type Exception, exceptionIn } from './exceptions.ts';
import { noneOfThem } from './none-of-them.ts';
import { type Choice, phrasesOf } from './phrases.ts';
import { positionIn, positionsInRun } from './position.ts';

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
const ALL_OF_THEM = new RegExp(`^(?:${anyOf(en.leads)}[ ,:]+)*${anyOf(en.all)}$`);
const BOTH = new RegExp(`^(?:${anyOf(en.leads)}[ ,:]+)*${anyOf(en.both)}$`);
// "1-3" and "2 to 4" may mean the two or all between.
const FROM_TO = /\d ?(?:-|to|through|till|until) ?\d/;
/** "Yes: 2 and 4", "no, just the seal", but not "no signs of use". */
const LEAD = new RegExp(`^(?:${anyOf(en.leads)}[ ,:.-]+|no[ ,.-]+(?=${anyOf(en.noBefore)} ))+(?=[^ ,:.])`);

/** The choices a reply lists, in the order they were offered; unclear unless every part of the reply is read. */
export function readChoices(text: string, choices: readonly Choice[]): ChoicesReading {
  const plain = plainText(text, MAX_LIST_LENGTH).replace(/(?<![\s.!])[\s.!]+$/, '');
  const none = noneOfThem(plain);
  if (none !== undefined) return { kind: 'none-of-them', ...(none === 'likely' && { certainty: none }) };
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

function readList(list: string, choices: readonly Choice[]): ChoicesReading {
  const parts = partsOf(list, choices);
  if (parts.length === 0 || parts.length > MAX_PARTS) return { kind: 'unclear' };
  return readParts(parts, choices);
}

/** "All but 2" leaves the others; "none but 2", "everything is fine except the seal" name just that. */
function afterException({ list, isAllBut }: Exception, choices: readonly Choice[]): ChoicesReading | undefined {
  const named = readList(list, choices);
  if (named.kind !== 'choices' || named.certainty !== undefined) return undefined;
  const others = choices.map(({ value }) => value).filter((value) => !named.values.includes(value));
  return { kind: 'choices', values: isAllBut ? others : named.values, certainty: 'likely' };
}

function readParts(listed: readonly string[], choices: readonly Choice[]): ChoicesReading {
  const parts = listed.filter((part) => !isDenied(part, choices));
  if (parts.length === 0) return { kind: 'unclear', unread: [...listed] };
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

const NOT_THAT = /^(?:but |and )?(?:not|no|never|without) (?:the |my |any )?(.+)$/;
const SOUND = new RegExp(`^(.+?) (?:is|are|was|were|looks?|seems?)(?: still| all| also)? ${anyOf(en.soundWords)}$`);

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

const TOKEN = /#?[\p{L}\p{N}]+(?:'\p{L}+)?|[,;\n/&+]/gu;
const SEPARATOR = /^(?:[,;\n/&+]|and|plus|also|but)$/;

// Splits at separators, but not at those inside a title that is given whole ("Water, sand or other foreign matter").
function partsOf(plain: string, choices: readonly Choice[]): string[] {
  const tokens = plain.match(TOKEN) ?? [];
  const phrases = phrasesOf(choices).map(({ words }) => words);
  const parts: string[][] = [[]];
  for (let at = 0; at < tokens.length; ) {
    const end = Math.max(at, ...phrases.map((words) => endOfPhrase(words, tokens, at)));
    const named = end > at ? tokens.slice(at, end).filter((token) => !/^[,;\n/&+]$/.test(token)) : [tokens[at] ?? ''];
    if (end === at && SEPARATOR.test(named[0] ?? '')) parts.push([]);
    else parts.at(-1)?.push(...named);
    at = Math.max(end, at + 1);
  }
  return parts.flatMap(positionsApart).filter((part) => part !== '');
}

/** The end of the phrase that starts at a token, punctuation inside it skipped; the same index if it is not there. */
function endOfPhrase(words: readonly string[], tokens: readonly string[], start: number): number {
  if (words.length === 0) return start;
  let at = start;
  for (const [position, word] of words.entries()) {
    while (position > 0 && /^[,;/&+]$/.test(tokens[at] ?? '')) at += 1;
    if (tokens[at] !== word) return start;
    at += 1;
  }
  return at;
}

// "1 3" is two positions; any other run of words is one part.
function positionsApart(part: readonly string[]): string[] {
  return part.length > 1 && part.every((token) => /^#?\d{1,2}$/.test(token)) ? [...part] : [part.join(' ')];
}
