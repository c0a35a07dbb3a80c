import { type KnownWords, remember } from '../tokens/mistyped.ts';
import { expanded, stemOf } from '../tokens/tokens.ts';
import type { PhrasePart, Sense } from './vocabulary.ts';

/** A place in the phrases of a vocabulary: which words may follow, and what has been stated up to here. */
export interface PhraseNode {
  /** By the stem of the word; by the word and a `!` where it must be exactly that. */
  next: Map<string, PhraseNode[]>;
  /** Nodes that may follow after a few words of any kind. */
  gaps: PhraseNode[];
  /** Nodes that may follow in the next clause. */
  wideGaps: PhraseNode[];
  senses: Sense[];
}

/** Adds parts of a phrase after some places, its words to the known ones, and gives the places where it then stands. */
export function follow(words: KnownWords, from: PhraseNode[], parts: readonly PhrasePart[]): PhraseNode[] {
  return parts.reduce((nodes, part) => {
    if (part === '*') return [linked(nodes, (node, next) => node.gaps.push(next))];
    if (part === '**') return [linked(nodes, (node, next) => node.wideGaps.push(next))];
    if ('oneOf' in part) return joined(words, nodes, part.oneOf);
    return afterWord(words, nodes, part.word, part.isExact);
  }, from);
}

// Ways of one word lead to one place, so that a phrase of many ways stays small.
function joined(words: KnownWords, nodes: PhraseNode[], ways: readonly PhrasePart[][]): PhraseNode[] {
  const join = newNode();
  const ends = ways.flatMap((way) => {
    const [only] = way;
    if (way.length !== 1 || !only || only === '*' || only === '**' || 'oneOf' in only) return follow(words, nodes, way);
    return afterWord(words, nodes, only.word, only.isExact, join);
  });
  return [...new Set(ends)];
}

function afterWord(
  words: KnownWords,
  from: PhraseNode[],
  word: string,
  isExact: boolean,
  end?: PhraseNode,
): PhraseNode[] {
  const parts = expanded(word);
  return parts.reduce((nodes, part, at) => {
    const stem = stemOf(part);
    const key = isExact ? `${part}!` : stem;
    remember(words, part, key);
    const next = at === parts.length - 1 ? end : undefined;
    return [linked(nodes, (node, to) => node.next.set(key, [...(node.next.get(key) ?? []), to]), next)];
  }, from);
}

/** A place from which nothing follows yet. */
export function newNode(): PhraseNode {
  return { next: new Map(), gaps: [], wideGaps: [], senses: [] };
}

function linked(
  from: readonly PhraseNode[],
  link: (node: PhraseNode, next: PhraseNode) => void,
  next = newNode(),
): PhraseNode {
  for (const node of from) link(node, next);
  return next;
}
