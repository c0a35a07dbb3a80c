import { isStandard, kindOf, ownOutcome } from '../outcome-schema.ts';
import type { PathProblem } from '../policy-file-error.ts';
import type { PolicyFile } from '../schema.ts';

/** Mistakes in the outcomes of the shop's own, and in the rows that decide them. */
export function outcomeProblems(file: PolicyFile): PathProblem[] {
  const outcomes = Object.entries(file.outcomes).flatMap(([id, { kind, form }]): PathProblem[] => {
    const path = ['outcomes', id];
    return [
      ...(isStandard(id) || id === 'exception'
        ? [{ path, message: `"${id}" is an outcome of every policy already; choose another id` }]
        : []),
      ...(kind === 'refuses' && form
        ? [{ path: [...path, 'form'], message: 'expected no form for an outcome that refuses' }]
        : []),
    ];
  });
  const rows = file.decisions.flatMap(({ resolution, clauses, anyOf }, i): PathProblem[] => {
    if (!ownOutcome(file, resolution) || kindOf(file, resolution) !== 'refuses') return [];
    if (clauses.length + (anyOf?.length ?? 0) > 0) return [];
    return [
      { path: ['decisions', i], message: `"${resolution}" refuses, so the row has to cite the clause that does` },
    ];
  });
  return [...outcomes, ...rows];
}
