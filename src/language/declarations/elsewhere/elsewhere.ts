import type { Declaration } from '../declaration.ts';
import { type FoldedSentence, type FoldedWord, foldedSentences } from './sentences.ts';
import { type Vocabulary, vocabularies } from './vocabularies.ts';

/**
 * A declaration in one of the other languages that customers write it in, with the language; never one that is asked,
 * denied, reported, or made to depend on something.
 */
export function readDeclarationElsewhere(text: string): Declaration | undefined {
  const sentences = foldedSentences(text).filter(({ isAsked }) => !isAsked);
  for (const sentence of sentences) {
    for (const vocabulary of vocabularies) {
      const found = declared(sentence, vocabulary);
      if (found) return found;
    }
  }
  return undefined;
}

function declared({ parts: written }: FoldedSentence, vocabulary: Vocabulary): Declaration | undefined {
  if (!vocabulary.any.test(wordsOf(written.flat()))) return undefined;
  const parts = written.flatMap((part) => splitAt(part, vocabulary.ands));
  // "Sí, …": a word alone is no condition.
  if (parts.some((part) => part.length > 1 && isConditional(part, vocabulary))) return undefined;
  for (const [at, part] of parts.entries()) {
    if (says(part, vocabulary.denials)) continue;
    const found = firstIn(part, vocabulary);
    if (found && isMeant(part.slice(0, found.from), parts.slice(0, at).flat(), vocabulary)) return found.declaration;
  }
  return undefined;
}

function isConditional(part: readonly FoldedWord[], { conditions, courtesies }: Vocabulary): boolean {
  const words = wordsOf(part).replace(courtesies, '').split(' ');
  return words.some((word) => conditions.has(word));
}

function splitAt(part: readonly FoldedWord[], borders: ReadonlySet<string>): FoldedWord[][] {
  const parts: FoldedWord[][] = [[]];
  for (const word of part) {
    if (borders.has(word.word)) parts.push([]);
    else parts.at(-1)?.push(word);
  }
  return parts.filter((one) => one.length > 0);
}

function firstIn(part: readonly FoldedWord[], { language, declaring, questions }: Vocabulary) {
  const words = wordsOf(part);
  for (const { kind, pattern, isHeading } of declaring) {
    // "Widerruf möglich": a heading asks without a question mark.
    if (isHeading && says(part, questions)) continue;
    const match = pattern.exec(words);
    const from = match ? wordAt(words, match.index) : 0;
    const start = part[from]?.start;
    const end = match ? part[wordAt(words, match.index + match[0].trimEnd().length)]?.end : undefined;
    if (start !== undefined && end !== undefined) return { from, declaration: { kind, start, end, language } };
  }
  return undefined;
}

/** The words of a part, each between single spaces. */
function wordsOf(part: readonly FoldedWord[]): string {
  return ` ${part.map(({ word }) => word).join(' ')} `;
}

/** The number of the word that a character of some words belongs to. */
function wordAt(words: string, at: number): number {
  return words.slice(1, at).split(' ').length - 1;
}

function isMeant(before: readonly FoldedWord[], earlier: readonly FoldedWord[], vocabulary: Vocabulary): boolean {
  if (says(before, vocabulary.questions)) return false;
  return !says(before, vocabulary.that) || says([...earlier, ...before], vocabulary.formal);
}

function says(words: readonly FoldedWord[], known: ReadonlySet<string>): boolean {
  return words.some(({ word }) => known.has(word));
}
