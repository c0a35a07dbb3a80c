import type { Fact, PolicyFile } from '../../policy/schema.ts';
import { isMistyped } from './mistyped.ts';
import { type PhrasePart, phraseParts } from './phrase.ts';
import { expanded, stemOf, type Token } from './tokens.ts';

/** What a phrase says of a fact. */
export type Sense =
  | { kind: 'value'; fact: string; value: string | boolean }
  | { kind: 'member'; fact: string; value: string; isSo: boolean }
  | { kind: 'no-member'; fact: string }
  | { kind: 'cue'; fact: string };

/** A place in the phrases of a policy: which words may follow, and what has been said here. */
export interface PhraseNode {
  /** By the stem of the word; by the word and a `!` where it must be exactly that. */
  next: Map<string, PhraseNode[]>;
  /** What may follow after a few words of any kind. */
  gaps: PhraseNode[];
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
  const lexicon: Lexicon = { file, phrases: newNode(), words: new Map() };
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
  const parts = phraseParts(phrase);
  // The loader refuses a phrase with a mistake; a stored policy may be older than a rule for phrases.
  if (typeof parts === 'string') return;
  for (const end of follow(lexicon, [lexicon.phrases], parts)) end.senses.push(sense);
}

/** Where a phrase stands after some parts of it. */
function follow(lexicon: Lexicon, from: PhraseNode[], parts: readonly PhrasePart[]): PhraseNode[] {
  return parts.reduce((nodes, part) => {
    if (part === '*') return [linked(nodes, (node, next) => node.gaps.push(next))];
    if ('oneOf' in part) return joined(lexicon, nodes, part.oneOf);
    return afterWord(lexicon, nodes, part.word, part.isExact);
  }, from);
}

// Ways of one word lead to one place, so that a phrase of many ways stays small.
function joined(lexicon: Lexicon, nodes: PhraseNode[], ways: readonly PhrasePart[][]): PhraseNode[] {
  const join = newNode();
  const ends = ways.flatMap((way) => {
    const [only] = way;
    if (way.length !== 1 || !only || only === '*' || 'oneOf' in only) return follow(lexicon, nodes, way);
    return afterWord(lexicon, nodes, only.word, only.isExact, join);
  });
  return [...new Set(ends)];
}

function afterWord(
  lexicon: Lexicon,
  from: PhraseNode[],
  word: string,
  isExact: boolean,
  end?: PhraseNode,
): PhraseNode[] {
  const parts = expanded(word);
  return parts.reduce((nodes, part, at) => {
    const stem = stemOf(part);
    const key = isExact ? `${part}!` : stem;
    remember(lexicon, part, key);
    const next = at === parts.length - 1 ? end : undefined;
    return [linked(nodes, (node, to) => node.next.set(key, [...(node.next.get(key) ?? []), to]), next)];
  }, from);
}

function newNode(): PhraseNode {
  return { next: new Map(), gaps: [], senses: [] };
}

function linked(
  from: readonly PhraseNode[],
  link: (node: PhraseNode, next: PhraseNode) => void,
  next = newNode(),
): PhraseNode {
  for (const node of from) link(node, next);
  return next;
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
  'delivery deliveries falling fault quite pieces charged charge charges charger charging change changed changes works worked worse words world later latest started stated stopped shopped shipped sleeping scanned seller sealed sent spend which while white where there their these those other after about again never every could would should bought brought thought through though quite quiet quick price prize place plate whole would wrong write place please using being going doing having taken token order older under refund return returned account product purchase problem check cheque checked cracked box bored board broad'.split(
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
    return known.length ? { ...token, stems: [...token.stems, ...known], keys: [...token.keys, ...known] } : token;
  });
}

function mistyped(word: string, own: string[], alike: { word: string; stem: string }[]): string[] {
  if (alike.some((other) => other.word === word || own.includes(other.stem))) return [];
  return [...new Set(alike.filter((other) => isMistyped(word, other.word)).map(({ stem }) => stem))];
}
