import type { PathProblem } from '../policy-file-error.ts';
import type { PolicyFile } from '../schema.ts';

/** Clauses that no sentence of the source leads to, and sentences that lead nowhere. */
export function coverageProblems(file: PolicyFile): PathProblem[] {
  const covered = new Set(file.source.sentences.flatMap((sentence) => ('clauses' in sentence ? sentence.clauses : [])));
  const clauses = Object.keys(file.clauses)
    .filter((clause) => !covered.has(clause))
    .map((clause) => ({
      path: ['clauses', clause],
      message: 'no sentence of the source leads here; list it under source.sentences',
    }));
  const sentences = file.source.sentences.flatMap((sentence, i) =>
    'clauses' in sentence || 'informational' in sentence
      ? []
      : [
          {
            path: ['source', 'sentences', i],
            message: `"${sentence.at}" leads nowhere; name its clauses, or say why it is informational`,
          },
        ],
  );
  return [...clauses, ...sentences];
}
