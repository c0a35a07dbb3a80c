import { readCommand } from '../commands/commands.ts';
import { plainText } from '../text/plain-text.ts';
import { stem } from '../text/words.ts';
import { tokensOf } from './tokens.ts';
import { classOf } from './word-classes.ts';

// Long complaints make their point early; also keeps the time bounded.
const MAX_READ = 1500;
const MAX_WORD_LENGTH = 24;
/** The feature that every text has: its weight is how common a label is. */
const ALWAYS = hashOf('always');

/** The features of a text by the hash of their names, each with its weight; empty for a text without words. */
export function featuresOf(text: string): Map<number, number> {
  const plain = plainText(text, MAX_READ);
  const tokens = tokensOf(plain);
  const features = new Map<number, number>();
  if (tokens.length === 0) return features;
  features.set(ALWAYS, 1);
  addGroup(features, 1, wordNames(tokens));
  addGroup(features, 0.7, spellingNames(tokens));
  addGroup(features, 1, classNames(tokens));
  addGroup(features, 0.8, ruleNames(text, plain, tokens));
  return features;
}

/** Each group weighs the same in a short message as in a long one. */
function addGroup(features: Map<number, number>, weight: number, names: Set<string>) {
  const value = weight / Math.sqrt(Math.max(names.size, 4));
  for (const name of names) features.set(hashOf(name), value);
}

function wordNames(tokens: readonly string[]): Set<string> {
  const names = new Set<string>();
  const marked = ['^', ...tokens, '$'];
  marked.forEach((token, at) => {
    const next = marked[at + 1];
    const after = marked[at + 2];
    names.add(`w ${token}`);
    if (token.length > 3) names.add(`s ${stem(token)}`);
    if (next === undefined) return;
    names.add(`w ${token} ${next}`);
    if (after === undefined) return;
    names.add(`w ${token} ${next} ${after}`);
    names.add(`k ${token} ${after}`);
  });
  return names;
}

/** Pieces of words and how they sound, by which a mistyped word is still known. */
function spellingNames(tokens: readonly string[]): Set<string> {
  const names = new Set<string>();
  for (const token of tokens) {
    if (token.length > MAX_WORD_LENGTH) continue;
    if (token.length > 3) names.add(`p ${soundOf(token)}`);
    const word = `<${token}>`;
    for (let size = token.length < 4 ? 2 : 3; size <= 5; size += 1) {
      for (let at = 0; at + size <= word.length; at += 1) names.add(`c ${word.slice(at, at + size)}`);
    }
  }
  return names;
}

/**
 * A word by its first letter and the consonants after it: "recieved" sounds like "received", "brocken" like "broken".
 */
function soundOf(token: string): string {
  const rest = token
    .slice(1)
    .replaceAll('ph', 'f')
    .replaceAll('ck', 'k')
    .replace(/[aeiouyhw]/g, '');
  return (
    token.charAt(0) +
    rest
      .replaceAll('c', 'k')
      .replaceAll('z', 's')
      .replace(/(.)\1+/g, '$1')
  );
}

/** Words by what they stand for, so that "the toaster died" teaches something about "the drill quit". */
function classNames(tokens: readonly string[]): Set<string> {
  const names = new Set<string>();
  const classes = tokens.map(classOf);
  classes.forEach((kind, at) => {
    if (kind === undefined) return;
    names.add(`l ${kind}`);
    for (let further = at + 1; further < Math.min(at + 5, classes.length); further += 1) {
      const other = classes[further];
      if (other !== undefined) names.add(`l ${kind} ${other}`);
    }
    const next = classes[at + 1] ?? tokens[at + 1] ?? '$';
    const before = classes[at - 1] ?? tokens[at - 1] ?? '^';
    names.add(`l> ${kind} ${next}`);
    names.add(`l< ${before} ${kind}`);
    names.add(`l= ${before} ${kind} ${next}`);
  });
  return names;
}

function ruleNames(text: string, plain: string, tokens: readonly string[]): Set<string> {
  const names = new Set<string>();
  const command = readCommand(text);
  if (command !== undefined) names.add(`r ${command}`);
  if (plain.includes('?')) names.add('r ?');
  if (plain.endsWith('?')) names.add('r ?$');
  if (plain.includes('!')) names.add('r !');
  names.add(`r length ${lengthClass(tokens.length)}`);
  names.add(`r first ${tokens[0]}`);
  return names;
}

function lengthClass(words: number): string {
  if (words <= 2) return 'one';
  if (words <= 5) return 'few';
  if (words <= 12) return 'sentence';
  return words <= 40 ? 'sentences' : 'story';
}

/** A name's 32-bit FNV-1a hash. */
export function hashOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at += 1) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
