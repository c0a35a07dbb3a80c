import type { Decision } from '../engine/decision.ts';
import type { Policy } from '../engine/diagram/compile.ts';
import type { Situation } from '../engine/facts.ts';
import { type Ground, groundsOf } from './grounds.ts';

/** A clause of a decision, with its text and the facts that it follows from. */
export interface Reason {
  clause: string;
  title: string;
  text: string;
  from: Ground[];
}

/** The clauses, or the terms, of a decision on a situation, each with the facts that it follows from. */
export function reasonsOf(
  policy: Policy,
  situation: Situation,
  decision: Pick<Decision, 'resolution' | 'clauses' | 'terms'>,
  among: 'clauses' | 'terms',
): Reason[] {
  const { resolution } = decision;
  return decision[among].map((clause) => ({
    ...textOf(policy, clause),
    from: groundsOf(policy, situation, { clause, among, resolution }),
  }));
}

function textOf({ file }: Policy, clause: string): Omit<Reason, 'from'> {
  const { title, text } = file.clauses[clause] ?? { title: clause, text: '' };
  return { clause, title, text };
}
