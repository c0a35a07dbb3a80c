import type { Interview } from '../../../machines/interview.ts';

/**
 * The days between which a day lies, as far as they can be of its fact: they end today unless it may lie ahead;
 * `undefined` for facts that are no days.
 */
export function rangeOf(
  { policy, today }: Interview,
  fact: string,
  { from, to }: { from: string; to: string },
): { fact: string; from: string; to: string } | undefined {
  const described = policy.file.facts[fact];
  if (described?.type !== 'date' && described?.type !== 'instant') return undefined;
  const mayLieAhead = described.type === 'date' && described.future;
  return { fact, from, to: mayLieAhead || to < today ? to : today };
}
