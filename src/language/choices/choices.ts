import { clausesOf } from '../text/account.ts';
import { plainAnswer } from '../text/plain-text.ts';
import { isNegation, isTypoOf, stem, wordsOf } from '../text/words.ts';
import { choiceOfOthers, isHedge, setAside } from './otherwise.ts';
import { type Choice, isFiller, isTurning, type Phrase, phrasesOf } from './phrases.ts';
import { positionIn } from './position.ts';

export type { Choice } from './phrases.ts';

export type ChoiceReading =
  /** `likely`: named among much else; `vague`: only some of its words are there; absent: meant. */
  | { kind: 'choice'; value: string; certainty?: 'likely' | 'vague' }
  | { kind: 'ambiguous'; values: string[] }
  | { kind: 'none' };

const NONE: ChoiceReading = { kind: 'none' };
const MAX_REPLY_LENGTH = 200;

/** The choice a reply means: by title, value, position, synonym or a clear part of a title; never a negated one. */
export function readChoice(text: string, choices: readonly Choice[]): ChoiceReading {
  const answer = plainAnswer(text, MAX_REPLY_LENGTH);
  // "-1" is no position; the hyphen of a list item has a space after it.
  if (answer === '' || /^\s*-\d/.test(text.slice(0, MAX_REPLY_LENGTH))) return NONE;
  const phrases = phrasesOf(choices);
  const written = wordsOf(answer);
  const whole = phrases.filter((phrase) => sameWords(phrase.words, written));
  if (whole.length > 0) return readingOf(whole);
  const others = choiceOfOthers(answer, choices);
  if (others !== undefined) return likely(others.value);
  const reading = readOne(answer, phrases, choices);
  if (reading.kind !== 'none') return written.some(isHedge) ? hedged(reading) : reading;
  return amongTwo(answer, phrases, choices) ?? afterDenial(answer, phrases, choices);
}

function readOne(answer: string, phrases: readonly Phrase[], choices: readonly Choice[]): ChoiceReading {
  const position = positionIn(answer, choices.length);
  if (position !== undefined) return atPosition(position, choices);
  if (ALL_BUT.test(answer)) return NONE;
  const written = wordsOf(answer);
  const quoted = phrases.filter(
    (phrase) => phrase.words.length > 0 && agrees(phrase, written) && contains(written, phrase.words),
  );
  if (quoted.length > 0) return named(longest(quoted), written);
  return byWords(written, phrases);
}

// "Anything but software" names what it is not.
const ALL_BUT = /^(?:any|every|all)\w*(?: of them)? (?:but|except|apart)\b/;

function likely(value: string): ChoiceReading {
  return { kind: 'choice', value, certainty: 'likely' };
}

function hedged(reading: ChoiceReading): ChoiceReading {
  return reading.kind === 'choice' && reading.certainty === undefined ? likely(reading.value) : reading;
}

/** "Not the first one" of two is the second. */
function amongTwo(answer: string, phrases: readonly Phrase[], choices: readonly Choice[]): ChoiceReading | undefined {
  const aside = choices.length === 2 ? setAside(answer) : undefined;
  const reading = aside === undefined ? NONE : readOne(aside, phrases, choices);
  const other = reading.kind === 'choice' ? choices.find(({ value }) => value !== reading.value) : undefined;
  return other && likely(other.value);
}

/** "It is not on its way, I have it": what follows or precedes a denial, if that says one thing. */
function afterDenial(answer: string, phrases: readonly Phrase[], choices: readonly Choice[]): ChoiceReading {
  const clauses = clausesOf(answer).map(({ text }) => text.replace(/^(?:but|and|so) /, ''));
  if (ALL_BUT.test(answer) || clauses.length < 2 || !clauses.some((clause) => wordsOf(clause).some(isNegation)))
    return NONE;
  const told = clauses.map((clause) => choiceIn(clause, phrases, choices)).filter((value) => value !== undefined);
  const [value, ...others] = [...new Set(told)];
  return value === undefined || others.length > 0 ? NONE : likely(value);
}

function choiceIn(clause: string, phrases: readonly Phrase[], choices: readonly Choice[]): string | undefined {
  const others = choiceOfOthers(clause, choices);
  const reading = others === undefined ? readOne(clause, phrases, choices) : likely(others.value);
  return reading.kind === 'choice' && reading.certainty !== 'vague' ? reading.value : undefined;
}

function atPosition(position: number, choices: readonly Choice[]): ChoiceReading {
  const choice = choices[position - 1];
  return choice === undefined ? NONE : { kind: 'choice', value: choice.value };
}

function readingOf(phrases: readonly Phrase[]): ChoiceReading {
  const values = [...new Set(phrases.map((phrase) => phrase.value))];
  const [value] = values;
  if (value === undefined) return NONE;
  return values.length === 1 ? { kind: 'choice', value } : { kind: 'ambiguous', values };
}

/** A choice that is named whole; where most of the message says something else, it may have been named in passing. */
function named(phrases: readonly Phrase[], written: readonly string[]): ChoiceReading {
  const reading = readingOf(phrases);
  const own = Math.max(...phrases.map(({ telling }) => telling.length));
  const isPassing = own * 2 < written.filter((word) => !isFiller(word)).length;
  return reading.kind === 'choice' && isPassing ? { ...reading, certainty: 'likely' } : reading;
}

function sameWords(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((word, at) => word === b[at]);
}

function contains(written: readonly string[], phrase: readonly string[]): boolean {
  return written.some((_, at) => phrase.every((word, offset) => written[at + offset] === word));
}

// "signs of use" inside "no signs of use" is the opposite, and "shipped" is not "not shipped yet".
function agrees(phrase: Phrase, written: readonly string[]): boolean {
  return phrase.words.filter(isNegation).length % 2 === written.filter(isNegation).length % 2;
}

/** "Works" has a word of "partly works" and "stopped working", and says the opposite. */
function isTurnedAlike({ telling }: Phrase, meant: readonly string[]): boolean {
  return telling.every((word) => !isTurning(word) || meant.includes(word));
}

// A phrase quoted inside a longer quoted one ("in transit" in "damaged in transit") was not meant itself.
function longest(quoted: readonly Phrase[]): Phrase[] {
  return quoted.filter(
    (phrase) =>
      !quoted.some((other) => other.words.length > phrase.words.length && contains(other.words, phrase.words)),
  );
}

function byWords(written: readonly string[], phrases: readonly Phrase[]): ChoiceReading {
  const telling = written.filter((word) => !isFiller(word));
  if (telling.length === 0) return NONE;
  const known = new Set(phrases.flatMap((phrase) => phrase.telling));
  const meant = telling
    .map((word) => (known.has(stem(word)) ? stem(word) : typoIn(word, phrases)))
    .filter((word) => word !== undefined);
  // Words that no choice knows say that the reply is about something else.
  if (meant.length * 2 < telling.length) return NONE;
  const scored = phrases
    .filter((phrase) => agrees(phrase, written) && isTurnedAlike(phrase, meant))
    .map((phrase) => ({ phrase, score: new Set(meant.filter((word) => phrase.telling.includes(word))).size }));
  const best = Math.max(0, ...scored.map(({ score }) => score));
  if (best === 0) return NONE;
  const likeliest = scored.filter(({ score }) => score === best).map(({ phrase }) => phrase);
  const isHalf = meant.length * 2 === telling.length && telling.length > 1;
  // "Arrived too late" has no more of "arrived damaged" than a word, and of itself says as much else.
  if (isHalf && likeliest.every((phrase) => best * 2 <= phrase.telling.length)) return NONE;
  const reading = readingOf(likeliest);
  return reading.kind === 'choice' && meant.length < telling.length ? { ...reading, certainty: 'vague' } : reading;
}

function typoIn(word: string, phrases: readonly Phrase[]): string | undefined {
  const meant = new Set(
    phrases.flatMap((phrase) => phrase.words.filter((other) => !isFiller(other) && isTypoOf(word, other))).map(stem),
  );
  return meant.size === 1 ? [...meant][0] : undefined;
}
