import type { Fact, PolicyFile } from '../../policy/schema.ts';
import { isTypoOf } from '../words.ts';
import { type PhraseWord, phraseProblem, waysOf } from './phrase.ts';
import { expanded, stemOf, type Token } from './tokens.ts';

/** What a phrase says of a fact. */
export type Sense =
  | { kind: 'value'; fact: string; value: string | boolean }
  | { kind: 'member'; fact: string; value: string; isSo: boolean }
  | { kind: 'no-member'; fact: string }
  | { kind: 'cue'; fact: string };

/** The phrases of a policy as a tree of word stems; exact words stand in it with a `!`. */
export interface PhraseNode {
  next: Map<string, PhraseNode>;
  /** What may follow after a few words of any kind. */
  gap?: PhraseNode;
  senses: Sense[];
}

/** How the facts of a policy sound, ready to be read. */
export interface Lexicon {
  file: PolicyFile;
  phrases: PhraseNode;
  /** The words of all phrases, by their first letter: what a mistyped word may mean. */
  words: Map<string, { word: string; stem: string }[]>;
}

const lexicons = new WeakMap<PolicyFile, Lexicon>();

/** How the facts of a policy sound; compiled once a policy. */
export function lexiconOf(file: PolicyFile): Lexicon {
  const known = lexicons.get(file);
  if (known) return known;
  const lexicon: Lexicon = { file, phrases: { next: new Map(), senses: [] }, words: new Map() };
  for (const [id, fact] of Object.entries(file.facts)) {
    for (const [sense, phrases] of soundsOf(id, fact)) for (const phrase of phrases) add(lexicon, phrase, sense);
  }
  lexicons.set(file, lexicon);
  return lexicon;
}

function soundsOf(fact: string, described: Fact): [Sense, string[]][] {
  switch (described.type) {
    case 'choice':
      return Object.entries(described.values).map(([value, { hears }]) => [{ kind: 'value', fact, value }, hears]);
    case 'yes-no':
      return [
        [{ kind: 'value', fact, value: true }, described.hears.true],
        [{ kind: 'value', fact, value: false }, described.hears.false],
      ];
    case 'set':
      return [
        [{ kind: 'no-member', fact }, described.hears],
        ...Object.entries(described.values).flatMap(([value, { hears, denies }]): [Sense, string[]][] => [
          [{ kind: 'member', fact, value, isSo: true }, hears],
          [{ kind: 'member', fact, value, isSo: false }, denies],
        ]),
      ];
    case 'money':
      return [];
    default:
      return [[{ kind: 'cue', fact }, described.hears]];
  }
}

function add(lexicon: Lexicon, phrase: string, sense: Sense): void {
  if (phraseProblem(phrase) !== undefined) return;
  for (const way of waysOf(phrase)) {
    let node = lexicon.phrases;
    for (const word of way) node = word === '*' ? afterGap(node) : afterWord(lexicon, node, word);
    if (!node.senses.includes(sense)) node.senses.push(sense);
  }
}

function afterGap(node: PhraseNode): PhraseNode {
  node.gap ??= { next: new Map(), senses: [] };
  return node.gap;
}

function afterWord(lexicon: Lexicon, from: PhraseNode, { word, isExact }: Exclude<PhraseWord, '*'>): PhraseNode {
  let node = from;
  for (const part of expanded(word)) {
    const stem = stemOf(part);
    const key = isExact ? `${part}!` : stem;
    const next: PhraseNode = node.next.get(key) ?? { next: new Map(), senses: [] };
    node.next.set(key, next);
    node = next;
    remember(lexicon, part, isExact ? key : stem);
  }
  return node;
}

function remember({ words }: Lexicon, word: string, stem: string): void {
  if (word.length < SHORTEST_MISTYPED) return;
  const first = word[0] ?? '';
  const alike = words.get(first) ?? [];
  if (!alike.some((other) => other.word === word && other.stem === stem)) alike.push({ word, stem });
  words.set(first, alike);
}

const SHORTEST_MISTYPED = 5;
/** Of how many words of a message it is asked whether they are mistyped. */
const MOST_MISTYPED = 60;
/** Words in their own right, however near they come to one that a phrase may have. */
const RIGHT = new Set(
  'charged charge charges charger charging change changed changes works worked worse words world later latest started stated stopped shopped shipped sleeping scanned seller sealed sent spend which while white where there their these those other after about again never every could would should bought brought thought through though quite quiet quick price prize place plate whole would wrong write place please using being going doing having taken token order older under refund return returned account product purchase problem check cheque checked cracked box bored board broad'.split(
    ' ',
  ),
);

/** Gives the words of a message the stems of the words they may be a mistyping of. */
export function withTypos({ words }: Lexicon, tokens: Token[]): Token[] {
  const meant = new Map<string, string[]>();
  return tokens.map((token) => {
    const { word } = token;
    if (word.length < SHORTEST_MISTYPED || RIGHT.has(word)) return token;
    const alike = words.get(word[0] ?? '') ?? [];
    const known = meant.get(word) ?? (meant.size < MOST_MISTYPED ? mistyped(word, token.stems, alike) : []);
    meant.set(word, known);
    return known.length ? { ...token, stems: [...token.stems, ...known] } : token;
  });
}

function mistyped(word: string, own: string[], alike: { word: string; stem: string }[]): string[] {
  if (alike.some((other) => other.word === word || own.includes(other.stem))) return [];
  return [...new Set(alike.filter((other) => isTypoOf(word, other.word)).map(({ stem }) => stem))];
}
