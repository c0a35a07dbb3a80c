import { namedPhrases } from '../../language/statement/statement.ts';
import { type PhrasePart as NamingPart, phraseParts } from '../../policy/format/phrase.ts';

/** A part of a phrase, all names in it replaced by what they stand for. */
export type PlainPart = Exclude<NamingPart, { name: string } | { oneOf: unknown }> | { oneOf: PlainPart[][] };

const ways = new Map<string, PlainPart[][]>();

/** A phrase with, for each name in it, the ways to say it in the language of the data; empty if it has a mistake. */
export function plainParts(phrase: string): PlainPart[] {
  const parts = phraseParts(phrase);
  // The loader refuses a phrase with a mistake; a stored policy may be older than a rule for phrases.
  return typeof parts === 'string' ? [] : parts.map(plain);
}

function plain(part: NamingPart): PlainPart {
  if (part === '*' || part === '**' || 'word' in part) return part;
  return { oneOf: 'name' in part ? waysOf(part.name) : part.oneOf.map((way) => way.map(plain)) };
}

function waysOf(name: string): PlainPart[][] {
  const known = ways.get(name) ?? namedPhrases(name).map(plainParts);
  ways.set(name, known);
  return known;
}
