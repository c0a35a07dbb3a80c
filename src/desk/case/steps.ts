import { z } from 'zod';
import type { CaseState } from '../../machines/case.ts';

/** The steps that a person can take on a case, by the id that every desk uses. */
export const stepIdSchema = z.enum(['claim', 'release', 'approve', 'uphold', 'ask', 'hand-back', 'close']);
export type StepId = z.infer<typeof stepIdSchema>;

const steps: Record<CaseState, StepId[]> = {
  waiting: ['claim', 'approve', 'uphold', 'close'],
  claimed: ['approve', 'uphold', 'ask', 'hand-back', 'release', 'close'],
  'handed-back': ['claim'],
  ruled: ['close'],
  closed: [],
};

/** The steps that are possible in this state, the usual first; a desk offers those that it has a form for. */
export function stepsOf(state: CaseState): StepId[] {
  return steps[state];
}
