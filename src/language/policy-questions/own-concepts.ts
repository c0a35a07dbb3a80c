import type { Concepts } from './concepts.ts';
import type { Sentence } from './sentences.ts';

/**
 * The clauses that alone speak of something which the question names: "is a virus repaired for free" is about viruses.
 */
export function clausesByTheirOwn(sentences: readonly Sentence[]): (question: Concepts) => Set<string> {
  const speaking = new Map<string, Set<string>>();
  for (const { id, concepts } of sentences.filter(({ kind }) => kind === 'clause'))
    for (const concept of concepts) speaking.set(concept, (speaking.get(concept) ?? new Set()).add(id));
  return (question) =>
    new Set(
      [...question].flatMap((concept) => {
        const ids = speaking.get(concept) ?? new Set<string>();
        return ids.size === 1 ? [...ids] : [];
      }),
    );
}
