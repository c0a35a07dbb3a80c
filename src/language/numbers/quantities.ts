import { anyOf } from '../text/phrases.ts';
import { plainAnswer } from '../text/plain-text.ts';
import en from './en/quantities.json' with { type: 'json' };
import { cardinalsInDigits } from './number-words.ts';
import { factorsOf, type Unit } from './units.ts';

/** What a customer says of a number: the least and the most that it can be, equal where it is exact. */
export interface Quantity {
  /** Absent where nothing is said of that end. */
  low?: number;
  high?: number;
  /** True where the end itself is excluded: "more than 2", "under 2". */
  isAbove?: boolean;
  isBelow?: boolean;
  /** True if other words stand around it, so that it may have been meant otherwise. */
  isUnsure: boolean;
}

/** The share by which "about 10" may be more or less. */
const ABOUT = 0.2;
const MAX_LENGTH = 120;
const NUMBER = '\\d{1,9}(?:\\.\\d{1,6})?';

/**
 * The one number, or range of numbers, that a reply gives in a unit: "2", "about two hours", "90 minutes" of hours,
 * "between 1 and 3", "€49.99". Undefined for anything else, above all for a number of another unit. Words of the question
 * that was `asked` may stand around it: "I played 2 hours".
 */
export function readQuantity(text: string, unit: Unit, asked = ''): Quantity | undefined {
  const answer = plainAnswer(text, MAX_LENGTH).replace(/^-(?=\d)/, 'minus ');
  if (/^\s*[-−–]\s?\d/.test(text)) return undefined;
  if (THOUSANDS_OR_PARTS.test(answer)) return undefined;
  if (NONE.test(answer)) return { low: 0, high: 0, isUnsure: false };
  const factors = factorsOf(unit);
  const digits = inDigits(answer, factors);
  const units = wordsPattern(factors);
  const match = new RegExp(`${BEFORE}${one(units, 1)}(?:${JOINED}${one(units, 2)})?${AFTER}`).exec(digits);
  const { first, second } = match?.groups ?? {};
  if (!match || first === undefined) return undefined;
  const rest = [digits.slice(0, match.index).trim(), digits.slice(match.index + match[0].length).trim()] as const;
  const isKnown = (word: string): boolean => around.has(word) || words.has(word);
  const words = new Set(wordsIn(plainAnswer(asked, MAX_LENGTH)));
  // A word right behind a number that is no word of its unit belongs to another: "2 friends".
  if (rest.some((part) => SPOILT.test(part)) || !wordsIn(rest[1]).every(isKnown)) return undefined;
  const isUnsure = !wordsIn(rest[0]).every(isKnown);
  const [low, high] = countedIn(match.groups ?? {}, factors);
  if (second !== undefined && (low >= high || isCompared(match.groups ?? {}))) return undefined;
  return { ...ends(match.groups ?? {}, low, second === undefined ? undefined : high), isUnsure };
}

/** "1.250" is a thousand and more for some, and one and a quarter for others. */
const THOUSANDS_OR_PARTS = /(?<![\d.,])[1-9]\d{0,2}\.\d{3}(?![\d.]|,\d)/;
const NONE = new RegExp(`^${anyOf(en.none)}$`);
const BEFORE =
  `(?:\\b(?<between>between|from) |(?<![a-z])(?:(?<nearly>${anyOf(en.nearly)})|(?<slightly>${anyOf(en.slightlyOver)})|` +
  `(?<under>${anyOf(en.under)})|(?<atMost>${anyOf(en.atMost)})|(?<over>${anyOf(en.over)})|` +
  `(?<atLeast>${anyOf(en.atLeast)})|(?<about>${anyOf(en.about)})) ?)?`;
const AFTER =
  `(?:[ ,]{0,2}(?:(?<orMore>${anyOf(en.orMore.filter((word) => word !== '\\+'))}|\\+)|(?<orLess>${anyOf(en.orLess)})|` +
  `-?(?<aboutAfter>${anyOf(en.aboutAfter)}))(?![a-z]))?`;
const JOINED = ' ?(?:-|to|and|or) ?';
/** Signs of another currency, a second number, a negation, or a condition. */
const SPOILT = new RegExp(
  `\\d|\\p{Sc}|\\bminus\\b|(?<![\\w'])${anyOf(en.spoiling.filter((word) => !word.startsWith('\\')))}(?![\\w'])|n't\\b`,
  'u',
);
/** Words that add nothing to a number. */
const around = new Set([...en.leads, ...en.tails].flatMap((phrase) => phrase.split(' ')));

function wordsIn(text: string): string[] {
  return text.match(/[\p{L}\p{N}']+/gu) ?? [];
}

function one(units: string, at: 1 | 2): string {
  const name = at === 1 ? 'first' : 'second';
  return `(?:(?<sign${at}>${units}) ?)?(?<![\\d.])(?<${name}>${NUMBER})(?![\\d.]*\\d)(?: ?-?(?<unit${at}>${units})(?![a-z]))?`;
}

function wordsPattern(factors: ReadonlyMap<string, number>): string {
  const words = [...factors.keys()].sort((a, b) => b.length - a.length);
  return words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|') || '(?!)';
}

/** Plain text with its numbers in digits: "two and a half hours" → "2.5 hours", "1h 30min" → "1.5 hours". */
function inDigits(answer: string, factors: ReadonlyMap<string, number>): string {
  const words = cardinalsInDigits(answer)
    .replace(/\b(\d{1,3}(?:\.\d{3})+)(?=,\d{1,2}(?!\d))|\b\d{1,3}(?:\.\d{3}){2,}(?![\d.])/g, (number) =>
      number.replaceAll('.', ''),
    )
    .replace(/\b(\d{1,3}(?:,\d{3})+)(?![\d,])/g, (number) => number.replaceAll(',', ''))
    .replace(/(\d),(\d{1,2})(?!\d)/g, '$1.$2')
    .replace(/\b(?:an? |1 )?couple(?: of)? /g, '2-3 ')
    .replace(/\b(?:an? )?few /g, '2-6 ')
    .replace(/\b(?:an? |1 )hundred\b/g, '100')
    .replace(/\b(\d+) hundred(?: and (\d+))?\b/g, (_, count, more) => String(Number(count) * 100 + Number(more ?? 0)))
    .replace(/\b(\d+(?:\.\d+)?) ?(?:thousand|k)\b/g, (_, count) => String(Number(count) * 1000))
    .replace(/\b(\d+) 1\/2\b/g, '$1.5')
    .replace(/\b(\d+) and (?:a|1) half\b/g, '$1.5')
    .replace(/\b(?:an?|1) ([a-z]+) and (?:a|1) half\b/g, '1.5 $1')
    .replace(/\b(?:a |1 )?half (?:an?|1) ([a-z]+)\b/g, '0.5 $1');
  const units = wordsPattern(factors);
  const compound = new RegExp(`(${NUMBER}) ?(${units}) ?(?:and )?(${NUMBER}) ?(${units})(?![a-z])`, 'g');
  return words
    .replace(compound, (whole, a, ofA, b, ofB) => {
      const [big, small] = [factors.get(ofA) ?? 1, factors.get(ofB) ?? 1];
      return big > small ? String(rounded(Number(a) * big + Number(b) * small)) : whole;
    })
    .replace(new RegExp(`(^|[^\\w])an? (${units})(?![a-z])`), '$11 $2');
}

type Groups = Record<string, string | undefined>;

/** The two numbers in the unit asked for; what has no unit of its own is in that of the other. */
function countedIn({ first, second, sign1, sign2, unit1, unit2 }: Groups, factors: ReadonlyMap<string, number>) {
  const factorOf = (...words: (string | undefined)[]): number => {
    const word = words.find((one) => one !== undefined);
    return word === undefined ? 1 : (factors.get(word) ?? 1);
  };
  return [
    rounded(Number(first) * factorOf(unit1, sign1, unit2)),
    rounded(Number(second) * factorOf(unit2, sign2, unit1)),
  ] as const;
}

/** A comparison of two numbers, "over 2 or 3", says too little. */
function isCompared({ nearly, slightly, under, atMost, over, atLeast, orMore, orLess }: Groups): boolean {
  return [nearly, slightly, under, atMost, over, atLeast, orMore, orLess].some((word) => word !== undefined);
}

function ends(said: Groups, low: number, high: number | undefined): Omit<Quantity, 'isUnsure'> {
  if (high !== undefined) {
    const isRough = said.about !== undefined || said.aboutAfter !== undefined;
    return isRough ? { low: less(low), high: more(high) } : { low, high };
  }
  if (said.nearly !== undefined) return { low: less(low), high: low };
  if (said.slightly !== undefined) return { low, high: more(low) };
  if (said.under !== undefined) return { high: low, isBelow: true };
  if (said.over !== undefined) return { low, isAbove: true };
  if (said.atMost !== undefined || said.orLess !== undefined) return { high: low };
  if (said.atLeast !== undefined || said.orMore !== undefined) return { low };
  if (said.about !== undefined || said.aboutAfter !== undefined) return { low: less(low), high: more(low) };
  return { low, high: low };
}

const less = (value: number): number => rounded(value * (1 - ABOUT));
const more = (value: number): number => rounded(value * (1 + ABOUT));

function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
